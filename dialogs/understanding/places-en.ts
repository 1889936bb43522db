import type { Region } from '../../knowledge/model.ts';
import { FoldedText, overlaps, type Stretch, stretchesOf } from './folded-text.ts';

/**
 * Names of places that are common words, trade marks or people's names as well. They are places only where the sentence says so:
 * "in Hope", "what about Trail?"; never in "trail guide" or "high level welder".
 */
const COMMON_WORDS = new Set(
  `ajax|alma|athabasca|aurora|beaumont|brooks|caledon|cambridge|carstairs|chatham|cochrane|cornwall|dauphin|delta|
  devon|duncan|fairview|gander|hanna|happy valley|high level|high prairie|hope|interlake|jasper|langley|laurentians|
  milton|mission|morden|nelson|niagara|norfolk county|olds|pickering|provost|raymond|redcliff|selkirk|smithers|
  stratford|sydney|taber|terrace|the pas|the soo|thompson|three hills|trail|truro|vermilion|vernon|wainwright|
  whistler|woodstock`
    .split('|')
    .map((name) => name.trim()),
);

/** "in Hope", "near Trail": what stands before a place. Looked for at the end of the words before the name. */
const BEFORE = /\b(in|near|around|from|outside|live in|based in|to)( the)?( (city|town) of)? $/;
/** The name alone, or with no more than "what about" before it, is a place when nothing but its province follows. */
const ONLY_BEFORE = /^((and|what about|how about|and what about|and how about|same for|or|for|also|then) )*$/;
const PROVINCE_AFTER =
  /^$|^(alberta|ab|alta|bc|b c|british columbia|ontario|on|ont|quebec|qc|manitoba|mb|saskatchewan|sk|sask|nova scotia|ns|new brunswick|nb|newfoundland|nl|canada)\b/;
/** Words that begin another part of the sentence: "in Trail and ...". "In trail maintenance" goes on. */
const GOES_ON =
  /^(and|or|for|as|with|than|compared|versus|vs|is|are|do|does|did|what|how|who|where|which|when|pays?|paid|earns?|makes?|per|by|a|an|the|now|today|please|wages?|salary|outlook|on average|region|area)\b/;

interface RegionName {
  readonly region: Region;
  readonly pattern: RegExp;
  /** Two letters are a province only when written as one: "ON", not "on". */
  readonly short: boolean;
  readonly common: boolean;
}

interface RegionNames {
  /** By their first word: a message that lacks it does not have the name. */
  readonly byWord: ReadonlyMap<string, readonly RegionName[]>;
  /** Abbreviations that may be written as one word ("BC", "b.c."). */
  readonly others: readonly RegionName[];
}

/** Patterns of the regions' names, made once for each store. */
const regionNames = new WeakMap<readonly Region[], RegionNames>();

function namesOf(regions: readonly Region[]): RegionNames {
  const known = regionNames.get(regions);
  if (known) return known;
  const told = new Set(regions.flatMap(({ name, aliases }) => [name, ...aliases]).map(folded));
  const byWord = new Map<string, RegionName[]>();
  const others: RegionName[] = [];
  for (const region of regions) {
    for (const name of spokenNames(region, told)) {
      const words = folded(name).split(' ');
      const [first = ''] = words;
      const list = glueBefore(words, 1) === ' ?' ? others : (byWord.get(first) ?? []);
      if (list !== others) byWord.set(first, list);
      list.push({
        region,
        pattern: new RegExp(`\\b${words.map((word, index) => `${glueBefore(words, index)}${word}`).join('')}\\b`),
        short: name === region.id && region.id.length === 2,
        common: COMMON_WORDS.has(words.join(' ')),
      });
    }
  }
  const names = { byWord, others };
  regionNames.set(regions, names);
  return names;
}

/** Names whose first word is in the text. */
function candidatesIn(folded: string, regions: readonly Region[]): RegionName[] {
  const { byWord, others } = namesOf(regions);
  return [...[...new Set(folded.split(' '))].flatMap((word) => byWord.get(word) ?? []), ...others];
}

/** An economic region is also called by its name alone, where no city has it. */
function spokenNames({ id, kind, name, aliases }: Region, told: ReadonlySet<string>): string[] {
  const bare = kind === 'economic-region' ? name.replace(/ economic region$/, '') : name;
  return [name, ...aliases, id, ...(bare === name || told.has(folded(bare)) ? [] : [bare])];
}

/** "B.C." is written "BC", "B C" and "b.c."; "St. John's" also "St Johns". */
function glueBefore(words: readonly string[], index: number): string {
  if (index === 0) return '';
  if (index >= words.length) return '';
  return words[index]?.length === 1 || words[index - 1]?.length === 1 ? ' ?' : ' ';
}

function folded(name: string): string {
  return new FoldedText(name).folded;
}

/** Regions in the order named; where two names overlap ("Quebec City") the longer counts. Takes note of what it has read. */
export function regionsIn(
  text: FoldedText,
  regions: readonly Region[],
  free: (stretch: Stretch) => boolean,
  stretches: Stretch[],
): Region[] {
  const shouting = text.original === text.original.toUpperCase();
  const found = candidatesIn(text.folded, regions).flatMap(({ region, pattern, short, common }) =>
    stretchesOf(pattern, text.folded)
      .filter(free)
      .filter((stretch) => !(short && (shouting || text.quote(stretch.start, stretch.end) !== region.id)))
      .filter((stretch) => !common || isPlace(text.folded, stretch))
      .map((stretch) => ({ region, stretch })),
  );
  found.sort((one, other) => other.stretch.end - other.stretch.start - (one.stretch.end - one.stretch.start));
  const kept: typeof found = [];
  for (const candidate of found) {
    if (!kept.some((other) => overlaps(other.stretch, candidate.stretch))) kept.push(candidate);
  }
  kept.sort((one, other) => one.stretch.start - other.stretch.start);
  stretches.push(...kept.map(({ stretch }) => stretch));
  return mostLocal([...new Set(kept.map(({ region }) => region))], regions);
}

function isPlace(text: string, { start, end }: Stretch): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end).trimStart();
  if (PROVINCE_AFTER.test(after)) return BEFORE.test(before) || ONLY_BEFORE.test(before);
  return BEFORE.test(before) && GOES_ON.test(after);
}

/** Whether a known job title is said as a place here: "in Provost", "in the GTA", or "GTA?" and nothing else. */
export function saidAsPlace(text: string, regions: readonly Region[], stretch: Stretch): boolean {
  const words = text.slice(stretch.start, stretch.end);
  const alone = text.trim() === words;
  if (!alone && (!BEFORE.test(text.slice(0, stretch.start)) || !isPlace(text, stretch))) return false;
  // Alone, a city's name gives way to the title that it is too ("provost").
  return candidatesIn(words, regions).some(
    ({ pattern, short, region }) => !short && !(alone && region.kind === 'city') && pattern.exec(words)?.[0] === words,
  );
}

/** By which of its names a region is named, as written; undefined where none stands in the message. */
export function regionNameIn(message: string, region: Region): string | undefined {
  const text = new FoldedText(message);
  const found = spokenNames(region, new Set())
    .flatMap((name) => stretchesOf(new RegExp(`\\b${folded(name)}\\b`), text.folded))
    .sort((one, other) => other.end - other.start - (one.end - one.start))[0];
  return found && text.quote(found.start, found.end);
}

/** "Red Deer, Alberta" is one place: what holds a place that is named as well is its address and no second place. */
function mostLocal(named: readonly Region[], regions: readonly Region[]): Region[] {
  const byId = new Map(regions.map((region) => [region.id, region]));
  const holds = (outer: Region, inner: Region): boolean => {
    for (let at = byId.get(inner.parent); at; at = byId.get(at.parent)) if (at === outer) return true;
    return false;
  };
  const addressOf = (outer: Region, index: number): boolean => {
    const before = named[index - 1];
    return before !== undefined && before.kind !== 'province' && holds(outer, before);
  };
  return named.filter((region, index) => !addressOf(region, index));
}

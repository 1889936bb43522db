import type { Region } from '../../knowledge/model.ts';
import type { Wish } from '../interests/wishes.ts';
import { FoldedText, overlaps, type Stretch, stretchesOf } from './folded-text.ts';
import { regionsIn } from './places-en.ts';
import type { Lexicon } from './understand.ts';
import { payWishes } from './wish-pay-en.ts';
import { type Meaning, PHRASES } from './wish-phrases-en.ts';

/** A wish before the words are put to it; a plain union of its kinds. */
interface Found {
  readonly stretch: Stretch;
  readonly meaning: Meaning;
}

/** What stands right before a phrase and turns it round: "no", "not in an", "I don't want to work with". */
const NEGATED =
  /\b(?:no|not|non|without|avoid|avoiding|never|nothing|neither|nor|hate|dislike|don t|dont|do not|doesn t|does not|isn t|is not|rather not|won t|can t|cannot|cant|afraid of|scared of|except|other than|instead of|anything but|away from|less|fewer)(?: (?:to|too|that|much|many|any|a|an|the|lots? of|lot of|be|being|have|having|has|had|do|doing|does|want|like|need|needs|needed|require|requires|required|involve|involves|work|works|working|go|going|get|getting|in|at|on|with|of|for|around|up|all|day|job|jobs|stand|something|interested|into|keen|necessarily|finish|finished|spend|spending|time|my|other))* ?$/;
/** "No heights or driving": what a negation before the first of them means for the second. */
const GOES_ON = /^(?: (?:or|nor|and no|and not))(?: (?:in|at|with|on|a|an|the|any|to|too|much))*? ?$/;

/** Words that wishes are wrapped in. What is left of a message without them and without the wishes was not understood. */
export const FILLERS: ReadonlySet<string> = new Set(
  `i im ive id we you they it he she s d m ll ve re t don dont do does did doing not no non never without a an the my me one ones
  this that these those them there here what which where who how about and or but also plus then so if as at in on of for to with from
  by into than is are was be being been want wants wanted would like likes liked love prefer rather need needs needed require requires
  required could can should will may might must let lets please thanks hi hello ok okay yes well job jobs work works working
  career careers occupation occupations role roles position positions something anything some any thing things kind kinds type sort
  option options suggestion suggestions suggest show give find get have has having had look looking search only just mostly really very
  quite too much more most pay pays paid paying make makes making earn earns earning wage wages salary money hour hours year good nice
  field fields area areas sector industry industries place places environment setting all day time lot lots up out more other others
  instead except maybe perhaps again now think know go going take takes taking spend ideas idea using use best better still both either
  interested keen around same similar dollarsign dollars would be ideally important least`.split(/\s+/),
);
const CLAUSE_WORDS = new Set(['and', 'but', 'or', 'plus', 'also', 'that', 'with', 'which']);

/**
 * What a person wants of an occupation, in the order said: "no university, over $30 an hour in Alberta, outdoors". What is left over once
 * the wishes and the words around them are taken away comes back as not understood: it is to be told to the person, never guessed at.
 */
export function understandWishes(message: string, lexicon: Lexicon): Wish[] {
  const shouting = message === message.toUpperCase();
  // Signs and capitals that folding would lose; `quote` puts them back.
  const marked = message.replaceAll('$', ' dollarsign ');
  const text = new FoldedText(shouting ? marked : marked.replace(/\bIT\b/g, 'itfield'));
  const titles = lexicon
    .spot(text.original)
    .map((span) => ({ start: text.toFolded(span.start), end: text.toFolded(span.end) }));
  const places: Stretch[] = [];
  const regions = regionsIn(text, lexicon.regions, () => true, places);
  const pay = payWishes(text.folded).filter(({ stretch }) => !places.some((place) => overlaps(place, stretch)));
  const found = [...pay, ...phrasesIn(text.folded, [...pay.map(({ stretch }) => stretch), ...places], titles)];
  found.sort((one, other) => one.stretch.start - other.stretch.start);

  const wishes: { readonly at: number; readonly wish: Wish }[] = found.map(({ stretch, meaning }) => ({
    at: stretch.start,
    wish: { ...placed(meaning, regions), words: quote(text, stretch) } as Wish,
  }));
  const [region] = regions;
  const [place] = places;
  if (region && place && !found.some(({ meaning }) => meaning.kind === 'pay'))
    wishes.push({ at: place.start, wish: { kind: 'region', region: region.id, words: quote(text, place) } });
  const taken = [...found.map(({ stretch }) => stretch), ...places];
  for (const stretch of leftOver(text, taken))
    wishes.push({ at: stretch.start, wish: { kind: 'not-understood', words: quote(text, stretch) } });
  return withoutRepeats(wishes.sort((one, other) => one.at - other.at).map(({ wish }) => wish));
}

/** Whether there is a wish among them: a message with none is about something else. */
export function hasWish(wishes: readonly Wish[]): boolean {
  return wishes.some(({ kind }) => kind !== 'not-understood' && kind !== 'region');
}

function placed(meaning: Meaning, regions: readonly Region[]): Meaning {
  return meaning.kind === 'pay' ? { ...meaning, region: regions[0]?.id ?? null } : meaning;
}

function quote(text: FoldedText, { start, end }: Stretch): string {
  return text
    .quote(start, end)
    .replace(/\s*dollarsign\s*/g, ' $')
    .replaceAll('itfield', 'IT')
    .replace(/^\W+(?=[$\w])/, (before) => (before.includes('$') ? '$' : ''))
    .trim();
}

function phrasesIn(folded: string, taken: readonly Stretch[], titles: readonly Stretch[]): Found[] {
  const all = PHRASES.flatMap(([pattern, meaning, opposite]) =>
    stretchesOf(pattern, folded).map((stretch) => ({ stretch, meaning, opposite })),
  )
    .filter(({ stretch }) => !taken.some((other) => overlaps(other, stretch)))
    // "Sales manager" is an occupation and neither sales nor management.
    .filter(({ stretch }) => !titles.some((title) => isInside(stretch, title)));
  all.sort((one, other) => length(other.stretch) - length(one.stretch) || one.stretch.start - other.stretch.start);
  const kept: typeof all = [];
  for (const candidate of all)
    if (!kept.some((other) => overlaps(other.stretch, candidate.stretch))) kept.push(candidate);
  kept.sort((one, other) => one.stretch.start - other.stretch.start);

  let before: { readonly end: number; readonly negated: boolean } = { end: 0, negated: false };
  return kept.flatMap(({ stretch, meaning, opposite }): Found[] => {
    const since = folded.slice(before.end, stretch.start);
    const negation = NEGATED.exec(since);
    const negated = negation !== null || (before.negated && GOES_ON.test(since));
    const start = negation ? before.end + negation.index : stretch.start;
    before = { end: stretch.end, negated };
    const said = negated ? opposite : meaning;
    return said === null ? [] : [{ stretch: { start, end: stretch.end }, meaning: said }];
  });
}

function isInside(inner: Stretch, outer: Stretch): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && length(inner) < length(outer);
}

function length({ start, end }: Stretch): number {
  return end - start;
}

/** Runs of words that belong to no wish and are no filler, each with the negation before it; a comma or "and" ends a run. */
function leftOver(text: FoldedText, taken: readonly Stretch[]): Stretch[] {
  const runs: { start: number; end: number }[] = [];
  let open = false;
  let negation: number | null = null;
  let last = 0;
  const close = (): void => {
    open = false;
    negation = null;
  };
  for (const match of text.folded.matchAll(/\S+/g)) {
    const [word] = match;
    const stretch = { start: match.index, end: match.index + word.length };
    // The original's punctuation stands between the end of the last word and the start of this one.
    if (/[,;.!?\n]/.test(text.quote(Math.max(0, last - 1), stretch.start + 1).slice(1, -1))) close();
    last = stretch.end;
    if (taken.some((other) => overlaps(other, stretch)) || CLAUSE_WORDS.has(word)) close();
    else if (!FILLERS.has(word)) {
      const run = open ? runs.at(-1) : undefined;
      if (run) run.end = stretch.end;
      else runs.push({ start: negation ?? stretch.start, end: stretch.end });
      open = true;
    } else if (/^(?:no|not|without|never)$/.test(word) && !open) negation = stretch.start;
  }
  return runs;
}

function withoutRepeats(wishes: readonly Wish[]): Wish[] {
  const seen = new Set<string>();
  return wishes.filter(({ words, ...wish }) => {
    const key = wish.kind === 'not-understood' ? `${wish.kind} ${words}` : JSON.stringify(wish);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

import type { FoldedText, Stretch } from './folded-text.ts';

/** Words that frame a question and name no occupation. What is left beside topics, regions and these may be a job title. */
export const FRAME: ReadonlySet<string> = new Set(
  `a about actually again all already also am an and any anyone are around as at average be because been being best better big bit both but by can cause check could curious
  current currently d day days describe did do does doing don done else even ever every everything exactly explain fine find first for from general generally get gets getting give go going good got
  great had has have he hear hello help her here hey hi him his how hows i idea if im in info into is isn it its job jobs just know known kind let life like list ll look looking lot m
  made many may maybe me mean might mine more most much must my name need needed needs never new next no normal normally now occupation occupations of off often oh ok okay on one ones only or order
  other our out over people per person pls please position possible pretty professional profession provide put quick quickly quite r rather re really right role roles s same say
  says see seem she should show since so some somebody someone something sort still such sure t take tell than thank thanks that the their them then there these they thing things think this those though through thx
  till to today too try typical typically u under until up ur us use used usual usually ve very vs versus want wanted wants was way we well were what whats when where which while who whose why will with within without wondering
  work worked working works would wouldn wanna year years yes yet you your career careers field group plus mainly compare compared difference between question ask asking long hard rate level levels total number numbers 4 2`.split(
    /\s+/,
  ),
);

/** Words that say something of any occupation; alone they are no title, beside other words they may be part of one. */
export const SOFT: ReadonlySet<string> = new Set(
  `ads advert advertised afterwards apply applying application area available background bit capital change changed code codes common companies company conversation data detail difference difficult easily elsewhere
  employ employs employed example examples expect far fill finding fit fits found further future heavy higher home important including industry information instead kinds letter letters link links list listed mention mentioned mostly near
  needing offer offered offers older origin organization overall paid pick places plan posted posting postings program programs quality regular related requested require required room score seem similar site skill source spread
  spending stand started starting stay step steps subject subjects summer sure term terms trade trades type types usual version versions website weekly winter written wrong`.split(
    /\s+/,
  ),
);

/** Words that may stand between the words of one title: "manager of food and beverage services". */
const CONNECTORS = new Set([
  'of',
  'and',
  'in',
  'for',
  'the',
  'to',
  'at',
  'on',
  'with',
  'who',
  'that',
  'a',
  'an',
  's',
  'or',
  'up',
  'out',
]);
/** Words that set two occupations apart when both are known titles. */
const SEPARATORS = new Set(['and', 'or', 'with', 'than', 'to', 'vs', 'versus', 'from']);

/** Ways of beginning before a bare title: "i am a", "what about". */
const LEAD_IN =
  /^((and|or|but|also|so|then|plus|what about|how about|same for|tell me about|info on|look up|search for|search|find|show me|i am|i m|im|i work as|i worked as|i (?:used to|lost my job|got laid off|was laid off)(?: work)? as|i used to be|my job is|my job title is|my title is|job title|the job of|someone who is|a caller is|caller is|i want to (be|become)|i would like to (be|become)|i d like to (be|become)|what is|what s|whats|what are|who is|it s|it is|the|an?|for|noc code for|code for|being)\s+)+/;

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'title' | 'taken' | 'frame' | 'soft' | 'content';
}

/**
 * The stretches of a message that may name an occupation, in the person's words. With a topic in the message they are what
 * the topic, the details and the frame words leave; without one, the whole message is taken for a title or a description.
 */
export function mentionsIn(
  text: FoldedText,
  titles: readonly Stretch[],
  taken: readonly Stretch[],
  framed: boolean,
): string[] {
  const tokens = tokensOf(text.folded, titles, taken);
  if (!framed) {
    const whole = text.folded.slice(LEAD_IN.exec(text.folded)?.[0].length ?? 0);
    const start = text.folded.length - whole.length;
    const separate = separateTitles(text, tokens, titles);
    if (separate) return separate;
    if (!tokens.some((token) => token.kind === 'title' || token.kind === 'content')) return [];
    // A known title with nothing but frame words around it is the mention; anything more is a description, read whole.
    if (!tokens.some((token) => token.kind === 'content'))
      return runsOf(tokens).map((run) => text.quote(run.start, run.end));
    return whole === '' ? [] : [text.quote(start, text.folded.length)];
  }
  const separate = separateTitles(text, tokens, titles);
  if (separate) return separate;
  return runsOf(tokens).map(({ start, end }) => text.quote(start, end));
}

function tokensOf(folded: string, titles: readonly Stretch[], taken: readonly Stretch[]): Token[] {
  return [...folded.matchAll(/\S+/g)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const inside = (stretch: Stretch): boolean => stretch.start <= start && stretch.end >= end;
    const kind = titles.some(inside)
      ? 'title'
      : taken.some(inside)
        ? 'taken'
        : FRAME.has(match[0]) || isYearOrCount(match[0], folded)
          ? 'frame'
          : SOFT.has(match[0])
            ? 'soft'
            : 'content';
    return { word: match[0], start, end, kind };
  });
}

/** `5`, `2016`: no title, unless nothing else was said (a year may be a code). */
function isYearOrCount(word: string, folded: string): boolean {
  return /^\d{1,3}$/.test(word) || (/^(19|20)\d\d$/.test(word) && word !== folded);
}

/** Two or more known titles with nothing but "and", "or", "with" ... between them are as many occupations. */
function separateTitles(text: FoldedText, tokens: readonly Token[], titles: readonly Stretch[]): string[] | null {
  if (titles.length < 2 || tokens.some((token) => token.kind === 'content')) return null;
  const ordered = [...titles].sort((one, other) => one.start - other.start);
  for (const [index, title] of ordered.entries()) {
    const next = ordered[index + 1];
    if (!next) continue;
    const between = tokens.filter((token) => token.start >= title.end && token.end <= next.start);
    if (between.length === 0 || !between.some((token) => SEPARATORS.has(token.word) || token.kind === 'taken'))
      return null;
  }
  return ordered.map((title) => text.quote(title.start, title.end));
}

/** Runs of title and content words, joined over connectors; the longest is the mention, so that stray words do not count. */
function runsOf(tokens: readonly Token[]): Stretch[] {
  const runs: { start: number; end: number; words: number; known: boolean; soft: boolean }[] = [];
  let gap: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'taken' || token.kind === 'frame') {
      gap.push(token);
      continue;
    }
    const last = runs.at(-1);
    // A soft word joins its neighbour, but not across "to a": "related to a welder".
    const near = gap.length === 0 || (token.kind !== 'soft' && !last?.soft);
    const joins =
      last &&
      near &&
      gap.length <= 3 &&
      gap.every((between) => between.kind === 'frame' && CONNECTORS.has(between.word));
    if (last && joins) {
      last.end = token.end;
      last.words += 1;
      last.known ||= token.kind === 'title';
      last.soft &&= token.kind === 'soft';
    } else {
      runs.push({
        start: token.start,
        end: token.end,
        words: 1,
        known: token.kind === 'title',
        soft: token.kind === 'soft',
      });
    }
    gap = [];
  }
  const known = runs.filter((run) => run.known);
  if (known.length > 0) return known;
  const longest = runs
    .filter((run) => !run.soft)
    .reduce<(typeof runs)[number] | null>((best, run) => (best && best.words >= run.words ? best : run), null);
  return longest ? [longest] : [];
}

import { CWPI_INTERESTS, type CwpiInterest } from '../../knowledge/model.ts';
import type { CodeChange } from '../interests/codes.ts';
import { FoldedText, overlaps, type Stretch, stretchesOf } from './folded-text.ts';

/** Everyday words that stand for an interest where a person says "what if I liked ... less". */
const EVERYDAY: Readonly<Record<CwpiInterest, string>> = {
  Directive:
    'leading(?: people| others| a team)?|leadership|being in charge|taking charge|being the boss|managing(?: people)?|selling|persuading(?: people)?|responsibility',
  Innovative:
    '(?:new )?ideas|new things|research|problem solving|solving problems|experimenting|experiments|creating(?: things)?|creativity|being creative|exploring|inventing(?: things)?|science|figuring things out',
  Methodical:
    'routines?|rules|order|details?|paperwork|structure|organizing(?: things)?|repetition|procedures|following (?:rules|procedures|instructions)|clear instructions',
  Objective:
    'tools|machines|machinery|equipment|hands on work|working with my hands|using my hands|building things|fixing things|making things|mechanical work|practical work|working with (?:things|tools|machines)',
  Social:
    'people|helping(?: people| others)?|teaching|caring(?: for people)?|working with people|being with people|talking to people|customers|listening',
};

const NAME_OF = Object.fromEntries(
  CWPI_INTERESTS.map((interest) => {
    const name = interest.toLowerCase();
    return [interest, new RegExp(`\\b(?:${name}|${EVERYDAY[interest]}|${name.charAt(0)})\\b`)];
  }),
) as Record<CwpiInterest, RegExp>;
const NAME = `(?:the )?(?:${CWPI_INTERESTS.map((interest) => interest.toLowerCase()).join('|')}|[dimos])(?: one| interest| code)?`;
const NAMES = `${NAME}(?: (?:and |or )?${NAME}){0,2}`;
const THING = [
  ...CWPI_INTERESTS.map((interest) => EVERYDAY[interest]),
  NAME,
  '(?:being )?(?:directive|innovative|methodical|objective|social)',
].join('|');
const THINGS = `(?:${THING})(?: (?:and|or) (?:${THING}))?`;
const STRONG = 'strong|stronger|very strong|capitals?|a capital|in capitals|upper ?case|bigger|higher|more important';
const WEAK =
  'weak|weaker|very weak|lower ?case|small|smaller|lower|less strong|less important|not so strong|not strong';
const PLACES: Readonly<Record<string, 1 | 2 | 3>> = {
  first: 1,
  'to the top': 1,
  'at the top': 1,
  'on top': 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  last: 3,
  'at the end': 3,
  'to the end': 3,
};
const PLACE = Object.keys(PLACES).join('|');
const MUCH = '(?:a lot |much |a bit |a little |somewhat |even |far |way )?';
const NOT = '(?:did not|didn t|do not|don t|did nt|dont|didnt|hated|disliked)(?: (?:like|enjoy|want|care for))?';

type Found = RegExpExecArray;
type Read = (found: Found, said: (text: string) => string) => CodeChange[];
/** `order`: does what is said. `liking`: "I like ... more" is tried out, never taken as an order. `if`: only behind a "what if". */
type Rule = readonly [kind: 'order' | 'liking' | 'if', pattern: string, read: Read];

const RULES: readonly Rule[] = [
  ['order', `(?:swap|swapped|switch|switched|exchange) (${NAME}) (?:and|with) (${NAME})`, swapped],
  ['order', `replaced? (${NAME}) (?:with|by) (${NAME})`, replaced],
  [
    'order',
    `(?:make|made|set|turn|turned|mark|let) (${NAMES})(?: to| as| be)? ${MUCH}(${STRONG}|${WEAK})`,
    (found) => strength(found, 1, 2),
  ],
  [
    'order',
    `(${NAMES}) (?:should|ought to|must|needs to|is|are)(?: be)?(?: really| actually)? ${MUCH}(${STRONG}|${WEAK})`,
    (found) => strength(found, 1, 2),
  ],
  [
    'order',
    `(?:strengthen) (${NAMES})`,
    (found) => each(found, 1, (interest) => ({ kind: 'strength', interest, strong: true })),
  ],
  [
    'order',
    `(?:weaken) (${NAMES})`,
    (found) => each(found, 1, (interest) => ({ kind: 'strength', interest, strong: false })),
  ],
  [
    'order',
    `(?:put|move|moved|make|made|set|place|placed|list) (${NAME}) (?:as |in )?(?:the )?(${PLACE})`,
    (found) => placed(found),
  ],
  [
    'order',
    `(${NAME}) (?:should|ought to|must|needs to)(?: be| come| go)(?: the| in)? (${PLACE})`,
    (found) => placed(found),
  ],
  [
    'order',
    `(?:drop|dropped|remove|removed|delete|deleted|left out|took out|take out|take away|leave out|cut|lose|forget|without|get rid of) (${NAMES})(?: from (?:it|them|the list|my (?:codes|interests|list)))?`,
    (found) => each(found, 1, (interest) => ({ kind: 'drop', interest })),
  ],
  [
    'order',
    `(?:add|added|include|included|put in) (?:a |an )?(?:(strong|weak|weaker) )?(${NAMES})(?: as)?(?: an?)?(?: (${STRONG}|${WEAK}))?(?: one| interest| code)?(?: to (?:it|them|the list|my (?:codes|interests|list)))?`,
    added,
  ],
  // "What if I liked routine less?", "I like people more", "what if I were less social?"
  [
    'liking',
    `i (?:liked|like|enjoyed|enjoy|wanted|want|preferred|valued) (${THINGS}) ${MUCH}(less|more)`,
    (found) => steps(found[1], found[2] === 'more'),
  ],
  [
    'liking',
    `i (?:liked|like|enjoyed|enjoy|wanted|want|had|needed|was|were|am|became) ${MUCH}(less|more) (${THINGS})`,
    (found) => steps(found[2], found[1] === 'more'),
  ],
  [
    'if',
    `i ${NOT} (${THINGS})(?: (?:so|that|as|very) much)?(?: at all)?`,
    (found) => interestsIn(found[1]).map((interest): CodeChange => ({ kind: 'drop', interest })),
  ],
  ['if', `(${NAMES}) (?:was|were|became|got|would be) ${MUCH}(${STRONG}|${WEAK})`, (found) => strength(found, 1, 2)],
  [
    'if',
    `(${NAME}) (?:was|were|is|came|comes|went|goes|became|would be|would come)(?: in)?(?: the| my)? (${PLACE})`,
    (found) => placed(found),
  ],
  [
    'if',
    `(${NAME}) (?:was|were|is|became|would be)(?: the| my)? (?:strongest|most important|top|main|biggest)`,
    (found) =>
      each(found, 1, (interest) => ({ kind: 'place', interest, place: 1 })).concat(
        each(found, 1, (interest) => ({ kind: 'strength', interest, strong: true })),
      ),
  ],
  // "... and people more": goes on from a liking before it.
  ['if', `(?:and|but) (${THINGS}) ${MUCH}(less|more)`, (found) => steps(found[1], found[2] === 'more')],
];
const PATTERNS = RULES.map(([kind, pattern, read]) => ({
  kind,
  pattern: new RegExp(`\\b${pattern}(?= |$)`),
  read,
}));

const HYPOTHESIS = /\bwhat (?:if|would (?:change|happen) if|about if)\b|\bsuppose\b|\bhow about if\b/;
/** Words that may stand around a change without meaning anything else. */
const FILLER =
  /\b(?:what if|what about if|what would (?:change|happen) if|how about if|suppose|and if|please|and|then|but|also|now|ok|okay|hi|can you|could you|would you|can we|can i|i want to|i d like to|i would like to|let s|lets|just|actually|instead|no|yes|my|me|codes?|interests?|a (?:bit|little)|thanks|thank you|than (?:i do|now|before))\b/g;

/** Who does it says nothing where it is only tried out: "what if I drop", "what if you put". */
const DOER = /\b(?:i|we|you|one|were to|was to|would|did)\b/g;

/**
 * Changes to interest codes that a message asks for; null when there is none, or when it says something else as well. `whatIf`: to be
 * tried out, not kept.
 */
export function codeChangesIn(
  message: string,
): { readonly changes: readonly CodeChange[]; readonly whatIf: boolean } | null {
  const text = new FoldedText(message);
  const hypothesis = HYPOTHESIS.test(text.folded);
  let whatIf = hypothesis;
  let rest = text.folded;
  const found: { readonly at: number; readonly changes: CodeChange[] }[] = [];
  for (const { kind, pattern, read } of PATTERNS) {
    if (kind === 'if' && !hypothesis) continue;
    for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
      const { index } = match;
      const whole = match[0];
      found.push({ at: index, changes: read(match, (part) => quoted(text, index + whole.indexOf(part), part)) });
      rest = `${rest.slice(0, index)}${' '.repeat(whole.length)}${rest.slice(index + whole.length)}`;
      whatIf ||= kind === 'liking';
    }
  }
  const left = rest.replace(FILLER, '');
  if (found.length === 0 || (hypothesis ? left.replace(DOER, '') : left).trim() !== '') return null;
  const changes = found.sort((one, other) => one.at - other.at).flatMap((each) => each.changes);
  return changes.length === 0 ? null : { changes, whatIf };
}

function quoted(text: FoldedText, start: number, part: string): string {
  return text.quote(start, start + part.length);
}

/** Interests named in words that a rule has found, in order; of overlapping names the longest ("leading people" is not "people"). */
function interestsIn(words: string | undefined): CwpiInterest[] {
  const text = words ?? '';
  const named = CWPI_INTERESTS.flatMap((interest) =>
    stretchesOf(NAME_OF[interest], text).map((stretch) => ({ interest, stretch })),
  ).sort((one, other) => length(other.stretch) - length(one.stretch));
  const kept: typeof named = [];
  for (const candidate of named)
    if (!kept.some((other) => overlaps(other.stretch, candidate.stretch))) kept.push(candidate);
  kept.sort((one, other) => one.stretch.start - other.stretch.start);
  return [...new Set(kept.map(({ interest }) => interest))];
}

function length({ start, end }: Stretch): number {
  return end - start;
}

function each(found: Found, group: number, change: (interest: CwpiInterest) => CodeChange): CodeChange[] {
  return interestsIn(found[group]).map(change);
}

function strength(found: Found, names: number, word: number): CodeChange[] {
  const strong = new RegExp(`^(?:${STRONG})$`).test(found[word] ?? '');
  return each(found, names, (interest) => ({ kind: 'strength', interest, strong }));
}

function placed(found: Found): CodeChange[] {
  const place = PLACES[found[2] ?? ''];
  return place ? each(found, 1, (interest) => ({ kind: 'place', interest, place })) : [];
}

function steps(words: string | undefined, more: boolean): CodeChange[] {
  return interestsIn(words).map((interest): CodeChange => ({ kind: 'step', interest, by: more ? 1 : -1 }));
}

function swapped(found: Found): CodeChange[] {
  const [interest] = interestsIn(found[1]);
  const [other] = interestsIn(found[2]);
  return interest && other ? [{ kind: 'swap', interest, other }] : [];
}

function replaced(found: Found, said: (text: string) => string): CodeChange[] {
  const [interest] = interestsIn(found[1]);
  const [other] = interestsIn(found[2]);
  if (!interest || !other) return [];
  return [{ kind: 'replace', interest, other, strong: isCapitals(said(found[2] ?? '')) }];
}

function added(found: Found, said: (text: string) => string): CodeChange[] {
  const word = found[1] ?? found[3] ?? '';
  const strong = word === '' ? isCapitals(said(found[2] ?? '')) : new RegExp(`^(?:${STRONG})$`).test(word);
  return each(found, 2, (interest) => ({ kind: 'add', interest, strong }));
}

function isCapitals(words: string): boolean {
  return words.length > 1 && words === words.toUpperCase();
}

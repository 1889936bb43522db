import { sortOf, type Wish, type WishSort } from '../interests/wishes.ts';
import { FoldedText } from './folded-text.ts';
import type { Lexicon } from './understand.ts';
import { payWishes } from './wish-pay-en.ts';
import { hasWish, understandWishes } from './wishes-en.ts';

const LEAD = '(?:(?:ok|okay|yes|no|well|please|now|and|so|then|actually|can you|could you|let s|lets|just) )*';
const TAIL = '(?: (?:please|now|then|again|after all|thanks))*';
const WISHES = '(?:wish|wishes|filters?|conditions?|criteria|limits?|requirements?)';
const GROUPS = '(?:jobs|occupations|careers|suggestions|groups|options)';

/** No wish is to count any more. */
const CLEAR = new RegExp(
  `^${LEAD}(?:${[
    'start (?:fresh|afresh|anew|from scratch|with a clean slate)',
    `(?:show|list|give)(?: me)? (?:all|everything|them all|all of them|all(?: the)? ${GROUPS}|the whole list)`,
    `all ${GROUPS}`,
    `(?:clear|drop|forget|remove|reset|lift)(?: all)?(?: of)?(?: my| the| those| these)? ${WISHES}`,
    `(?:no|without)(?: any)?(?: more)? ${WISHES}`,
  ].join('|')})${TAIL}$`,
);
const GIVES_UP = new RegExp(
  `^${LEAD}(?:forget|drop|ignore|disregard|remove|leave out|take away|take out|take off|never mind|nevermind|lift|scrap)(?: about)?(?: (?:the|that|my|being|it being))* (.+?)(?: (?:part|thing|${WISHES}))?${TAIL}$`,
);
const NO_MATTER = new RegExp(
  `^${LEAD}(?:(?:the |my )?(.+?) (?:does not|doesn t|doesnt|do not|don t|no longer) (?:really )?(?:matter|matters|count|counts)(?: any ?more| to me)?|(?:i (?:do not|don t|dont) care about|no matter(?: what)?|whatever)(?: the| my)? (.+?))${TAIL}$`,
);
const ANYWHERE = new RegExp(
  `^${LEAD}(?:anywhere|any (?:place|region|province)|no matter where)(?: in canada)?${TAIL}$`,
);
/** Names of what wishes are about. */
const SORTS: readonly (readonly [RegExp, readonly WishSort[]])[] = [
  [/^(?:pay|wages?|salary|money|income|earnings|amount)$/, ['pay']],
  [/^(?:school|schooling|education|training|degree|studies|university|college)$/, ['schooling', 'apprenticeship']],
  [/^(?:place|places|region|province|location|where|city|where it is)$/, ['region']],
  [/^(?:field|fields|sector|industry)$/, ['field']],
  [/^(?:outlook|demand|shortage|prospects)$/, ['outlook']],
];

/** Words that join a wish to those of before. */
const JOINS =
  /^(?:(?:ok|okay|yes|well|please|then|now|maybe) )*(?:and|also|plus|but|only|just|preferably|rather|instead)\b/;
const JOINED = / (?:only|too|as well|also|instead)(?: please)?$/;
const ONLY = /\b(?:only|just|instead)\b/;
const INSTEAD = /\binstead\b/;
/** What follows is a question or a command, whatever words of wishes are in it. */
const ASKS =
  /\b(?:what|which|who|where|how|when|why|tell|compare)\b|^(?:(?:and|but|also|so|then) )*(?:is|are|does|do|can|could|would|will|has|have)\b/;

/** What a message does to the wishes that count already, with the wishes that it adds; null where it is nothing of the kind. */
export function wishChangeIn(text: FoldedText, lexicon: Lexicon): readonly Wish[] | null {
  const { folded, original } = text;
  // "And outdoors?" asks about the occupation under way.
  if (original.includes('?')) return null;
  if (CLEAR.test(folded)) return [{ kind: 'standing', change: 'clear', begins: false, words: original }];
  const sorts = givenUpIn(text, lexicon);
  if (sorts) return [{ kind: 'given-up', sorts, words: original }];
  if (ASKS.test(folded)) return null;
  const amount = isAmount(original);
  if (!amount && !JOINS.test(folded) && !JOINED.test(folded)) return null;
  const wishes = understandWishes(original, lexicon);
  if (wishes.some(({ kind }) => kind === 'not-understood')) return null;
  // "And in Ontario" goes on with the occupation under way; "only in Ontario" narrows.
  if (!hasWish(wishes) && !(ONLY.test(folded) && wishes.length > 0)) return null;
  const change = INSTEAD.test(folded) ? 'instead' : 'add';
  return [...wishes, { kind: 'standing', change, begins: false, words: '' }];
}

function givenUpIn(text: FoldedText, lexicon: Lexicon): readonly WishSort[] | null {
  const { folded } = text;
  if (ANYWHERE.test(folded)) return ['region'];
  const match = GIVES_UP.exec(folded) ?? NO_MATTER.exec(folded);
  const what = match?.[1] ?? match?.[2];
  if (what === undefined) return null;
  const named = SORTS.find(([pattern]) => pattern.test(what));
  if (named) return named[1];
  const start = folded.lastIndexOf(what);
  const quoted = text.quote(start, start + what.length);
  const wishes = understandWishes(text.original.includes(`$${quoted}`) ? `$${quoted}` : quoted, lexicon);
  const sorts = wishes.map(sortOf);
  const known = sorts.filter((sort) => sort !== null);
  return known.length > 0 && known.length === sorts.length ? [...new Set(known)] : null;
}

/** An amount of pay with its sign and nothing else: "over $30", "100k or more", "70,000 a year". */
function isAmount(message: string): boolean {
  const { folded } = new FoldedText(message.replaceAll('$', ' dollarsign '));
  const [first] = payWishes(folded);
  if (!first || !/dollarsign|bucks|dollars|grand|thousand|\dk\b|\d k\b|hour|hr\b|year|annual/.test(folded))
    return false;
  const before = folded.slice(0, first.stretch.start);
  return /^(?:(?:i want|i need|at|with|that|which|and|must|should|it|they|pays?|paying|make|makes|earn|earns) )*$/.test(
    before,
  );
}

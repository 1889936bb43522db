import type { Wish } from '../interests/wishes.ts';
import type { FoldedText } from './folded-text.ts';
import type { PlanRequest } from './requests.ts';
import type { Lexicon } from './understand.ts';
import { wishChangeIn } from './wish-changes-en.ts';
import { hasWish, understandWishes } from './wishes-en.ts';

const JOBS = '(?:jobs?|occupations?|careers?|work|professions?|roles?|positions?|lines? of work|trades?)';

/** Asks for suggestions, whatever else it says. */
const ASKS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:suggest|recommend|propose)(?: to)?(?: me| us)?(?: some| a few| any| a| other| more)? (?:${JOBS}|something|anything|ideas)\\b`,
  ),
  /^(?:please )?(?:suggest|recommend)(?: something| anything| some| me something)?$/,
  new RegExp(
    `\\b(?:what|which)(?: other| kinds? of| sorts? of| types? of)? (?:${JOBS}|ones)?(?: (?:would|could|might|do|does|will))?(?: best)? ?(?:fits?|suits?|match(?:es)?|go with|are (?:right|good|best|a (?:good )?(?:fit|match)) for|is (?:right|good|best) for)(?: best)? (?:me|with me|my (?:interests?|codes?|results?|profile|answers))\\b`,
  ),
  /\bwhat(?: else)? (?:fits|suits|matches)(?: me| my (?:interests?|codes?|results?|profile))\b/,
  new RegExp(
    `\\b${JOBS} (?:that |which |to )?(?:would |could |might )?(?:fits?|suits?|match(?:es)?|for)(?: me| my (?:interests?|codes?|results?|profile))$`,
  ),
  new RegExp(
    `\\b(?:show|give|find|tell|list)(?: me)?(?: some| a few| my| the)? (?:suggestions|matches|matching ${JOBS}|${JOBS} suggestions|ideas for ${JOBS})\\b`,
  ),
  /^(?:my |any |some |job |career |occupation )*(?:suggestions|matches)(?: please| for me)?$/,
  /^(?:my |any |some |more |job |career |occupation )*suggestions (?:in|with|without|for|near|that|but|only|outdoors|indoors)\b/,
  new RegExp(
    `\\b(?:what|which) (?:${JOBS} )?(?:could|can|should) i do with (?:my|these|those) (?:interests?|codes?|results?)\\b`,
  ),
];

/** How a message begins that is about work in general, so that wishes can be meant. */
const OPENS = new RegExp(
  `^(?:(?:i (?:would |d )?(?:like|love|want|need|prefer)(?: to (?:find|have|do|work|get|see))?|i am looking for|i m looking for|looking for|show me|find me|find|give me|list|are there|is there|do you have|what(?: are| about| is| s)?|which(?: are)?|how about|maybe|only|just|please|any|some|a|an|the|other|all) )*(?:${JOBS}|something|anything|one|ones)\\b`,
);
/** "Like this but less school". */
const LIKE_THIS =
  /^(?:(?:i (?:would |d )?(?:like|want)|show me|find me|give me|maybe|what about|how about|is there|are there) )?(?:(?:something|anything|jobs?|ones?|occupations?|careers?|work) )?(?:like|similar to|similar|close to) ?(?:this|that|it|these|those|the same)?(?: one| job| occupation)?(?: only)? (?:but|with|without|that|only|and|for|in|where)\b/;
/** A wish alone, said so that nothing else can be meant. */
const WISH_ALONE =
  /^(?:(?:and |but |or )?(?:only|something|anything|rather|preferably)|but|but with|but without|with no|without)\b/;
/** What people say of themselves and of work as a whole: a request only where every word of it is a wish. */
const OF_ONESELF =
  /^i (?:really |just )?(?:want|like|would like|d like|would love|prefer|would prefer|love|enjoy|hate|don t (?:want|like)|do not (?:want|like))\b|^what (?:else )?(?:can|could|might) i (?:do|be|become|work as)\b|^no (?:[a-z]+ ){0,2}[a-z]+$|^(?!is |are |do |does |has |have |can )(?:[a-z]+ ){1,4}(?:jobs|occupations|careers|trades)(?: (?:only|please))?$/;
/** A request by itself ("outdoor jobs"), where the same words of oneself ("I hate heights") go on with one. */
const OF_JOBS = new RegExp(`\\b${JOBS}(?: (?:only|please))?$|^what `);
/** Asks for the order of all occupations by pay; of one job alone ("which job pays the most") it compares those talked about. */
const BEST_PAID =
  /\b(?:highest|best|top) (?:paying|paid) (?:jobs|occupations|careers|professions|trades|positions)\b|\b(?:jobs|occupations|careers|professions|trades|positions) (?:that |which )?(?:pays? (?:the )?(?:most|best)|with the (?:highest|best) (?:pay|wages?|salar(?:y|ies)))\b/;
/** Asks about an occupation, the figures or the program, and suggests nothing. */
const QUESTION =
  /\b(?:what (?:is|are|s|does|do) (?:the|it|its|their|they|this|that|a|an)\b|how (?:much|many|long|do|does|can|is|are|to)|where|who|when|near me|hiring|apply|similar to a|like an? |pays? (?:the )?(?:most|best)|difference between|compared?|outlook (?:for|of)|wages? (?:for|of|in)|salary (?:for|of|in))\b/;

/** Goes on with the suggestions under way, and begins some where there are none. */
const ADDED: Wish = { kind: 'standing', change: 'add', begins: true, words: '' };

/** A request for suggestions, with what is wished for; null where the message is a question about an occupation. */
export function suggestRequestIn(text: FoldedText, lexicon: Lexicon): PlanRequest | null {
  const { folded, original } = text;
  const asks = ASKS.some((pattern) => pattern.test(folded));
  const like = LIKE_THIS.test(folded);
  const bestPaid = BEST_PAID.test(folded);
  const anew = like || bestPaid || OPENS.test(folded) || /^(?:something|anything)\b/.test(folded);
  if (!asks && !anew) {
    const change = wishChangeIn(text, lexicon);
    if (change && !namesOccupation(original, change, lexicon)) return requestFor(change, false);
  }
  const opens = anew || WISH_ALONE.test(folded);
  if (!asks && !opens && !OF_ONESELF.test(folded)) return null;
  if (!asks && !bestPaid && QUESTION.test(folded)) return null;
  // "No degree?" asks about the occupation under way.
  if (folded.startsWith('no ') && original.includes('?')) return null;
  const wishes = wishesIn(original, lexicon, asks);
  if (asks) return requestFor(wishes, like);
  // "Work experience manager" is a title.
  const plain = opens && !folded.startsWith('work ');
  if (!plain && wishes.some(({ kind }) => kind === 'not-understood')) return null;
  return hasWish(wishes.filter(({ kind }) => kind !== 'like-this')) && !namesOccupation(original, wishes, lexicon)
    ? requestFor(anew || OF_JOBS.test(folded) ? wishes : [...wishes, ADDED], like)
    : null;
}

/** The words that ask are no wish: "suggest jobs that fit me". */
function wishesIn(original: string, lexicon: Lexicon, asks: boolean): readonly Wish[] {
  const wishes = understandWishes(original, lexicon);
  if (!asks) return wishes;
  const asking =
    /^(?:suggest(?:ions?)?|recommend|propose|fits?|suits?|match(?:es|ing)?|interests?|codes?|results?|profile|answers|right|ideas?|list|tell)(?: |$)/i;
  return wishes.filter(({ kind, words }) => kind !== 'not-understood' || !asking.test(words));
}

/** Whether a title stands outside the words of the wishes: then the message is about that occupation. */
function namesOccupation(original: string, wishes: readonly Wish[], lexicon: Lexicon): boolean {
  const said = wishes.filter(({ kind }) => kind !== 'not-understood').map(({ words }) => words.toLowerCase());
  return lexicon.spot(original).some(({ start, end }) => {
    const title = original.slice(start, end).toLowerCase();
    return !said.some((words) => words.includes(title)) && !/^(?:jobs?|work|trades?|careers?)$/.test(title);
  });
}

function requestFor(wishes: readonly Wish[], like: boolean): PlanRequest {
  return {
    kind: 'suggest',
    wishes: wishes.filter(({ kind }) => kind !== 'not-understood'),
    unknown: wishes.flatMap(({ kind, words }) => (kind === 'not-understood' ? [words] : [])),
    likeThis: like || wishes.some(({ kind }) => kind === 'like-this'),
  };
}

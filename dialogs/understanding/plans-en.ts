import { resumeCodeIn } from '../interests/resume-code.ts';
import type { FoldedText } from './folded-text.ts';
import type { PlanRequest } from './requests.ts';
import { suggestRequestIn } from './suggest-en.ts';
import type { Lexicon } from './understand.ts';

/** A place in a list, as it is said behind a verb: "the second one", "number 2". */
const POSITION =
  /^(?:the )?(?:(first|second|third|fourth|fifth|last)|(?:number |no |option |# ?)?([1-9]|10)(?:st|nd|rd|th)?)(?: one| option| job| occupation| suggestion)?$/;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const NUMBERS = ['one', 'two', 'three', 'four', 'five'];
/** The occupation last talked about. */
const THIS = /^(?:(?:this|that|the current|the same)(?: (?:one|job|occupation|career|group))?|it|one)?$/;
const ON_LIST = / (?:(?:on|to|in|into|from|off|out of) )(?:my|the|your) (?:saved |short ?)?(?:list|shortlist)$/;
const LIST = `(?:my|the|your) (?:saved |short ?)?(?:list|shortlist|saved (?:jobs|occupations|ones|careers))`;

const TABLE: readonly (readonly [RegExp, PlanRequest])[] = [
  [
    new RegExp(
      `^(?:(?:please |can you |could you )?(?:show|tell|read|open|see|view|give|list)(?: me)? )?${LIST}(?: please)?$`,
    ),
    { kind: 'list' },
  ],
  [
    /^(?:what|which(?: ones| jobs| occupations)?) (?:is|s|are|have i|did i|do i have)(?: (?:on|in) my (?:short ?)?list| saved?)$/,
    { kind: 'list' },
  ],
  [/^(?:short ?list|saved (?:jobs|occupations|ones))$/, { kind: 'list' }],
  [
    new RegExp(
      `^(?:please |can you |could you |i want to )?(?:(?:remove|clear|drop|wipe|discard|empty)(?: off| out)? (?:everything|it all|all|them all|all of (?:them|it))|(?:remove|clear|empty|wipe|drop|discard|delete|erase|forget|reset)(?: everything (?:on|from|in)| all (?:on|from|of|in)?| all of| all)? ?${LIST})(?: please| now)?$`,
    ),
    { kind: 'clear-list' },
  ],
  [
    new RegExp(
      `^(?:please |can you |could you )?(?:compare|comparison of)(?: everything on| all on| those on| the ones on| all of)? (?:${LIST}|what i (?:have )?saved|the (?:ones|jobs|occupations) (?:that )?i (?:have )?saved)(?: please)?$`,
    ),
    { kind: 'compare-list' },
  ],
  [
    new RegExp(
      `^(?:please |can you |could you |i want to )?(?:send|e ?mail|text|print|export|copy|download|mail|share)(?: me)?(?: (?:it|this|that|everything|${LIST}|the text))(?: to me| for me| out| as text)?(?: please)?$`,
    ),
    { kind: 'send' },
  ],
  [
    /^(?:(?:please )?(?:give me|show me|tell me|get|what is|what s|i need|i want) )(?:my|a|the) (?:resume|list|save|saved|short)? ?code(?: to (?:continue|resume|go on)(?: later| elsewhere)?)?(?: please)?$/,
    { kind: 'send' },
  ],
  [
    /^(?:how (?:can|do) i )(?:continue|resume|go on)(?: this)? (?:later|elsewhere|on (?:another|a different|my) (?:phone|device|computer|channel))$/,
    { kind: 'send' },
  ],
  [
    /^(?:please )?(?:(?:show|give|tell|suggest|list|see)(?: me)? )?(?:(?:some|any|a few|five|the next) )?(?:more|next|others)(?: (?:five|ones|suggestions|jobs|occupations|careers|ideas|options|of (?:them|these|those)|like (?:these|those)))*(?: please)?$/,
    { kind: 'more' },
  ],
  [
    /^(?:(?:please|can you|could you|ok|now|so|i want to|i d like to|let me) )*(?:show|give|suggest|find|list|recommend|see)(?: me| us)?(?: (?:some|any|a few|the|my))? (?:occupations?|careers?|suggestions?|career ideas?|job ideas?|ideas)(?: (?:now|please|for me|anyway))*$/,
    { kind: 'suggest', wishes: [], unknown: [], likeThis: false },
  ],
  [
    /^(?:what else(?: (?:is there|do you have|fits(?: me)?|would fit(?: me)?))|any (?:others|more)|keep going|go on|continue with the list|the next (?:five|ones))$/,
    { kind: 'more' },
  ],
];

const WHY =
  /^(?:and |but |so )?why(?: (?:is|was|are|were|does|do|did|would|should|exactly)(?: you)?)?(?: (?:suggest|suggested|pick|recommend|list|choose|chose))? ?(.*?)(?: (?:suggested|there|here|listed|picked|recommended|fit|fits|suit|suits|match|matches|right|a (?:good |strong |fair |weak )?(?:fit|match))(?: (?:for )?(?:me|my (?:interests|codes)))?)?$/;
const SAVE =
  /^(?:please |can you |could you |i want to |i would like to |let s )?(save|keep|remember|bookmark|shortlist|add|put)(?: (.*))?$/;
const REMOVE =
  /^(?:please |can you |could you |i want to )?(remove|unsave|delete|take|drop|erase|cross)(?: (?:off|out))?(?: (.*))?$/;
/** All that ask for suggestions, reasons and the shortlist. */
export const PLAN_PATTERNS: readonly RegExp[] = [...TABLE.map(([pattern]) => pattern), WHY, SAVE];
/** What people save in other senses. */
const NOT_SAVED = /^(?:money|time|lives|energy|the (?:planet|world|environment)|people|animals|for .*|up.*|on .*)$/;

/** What a message asks about occupations that may suit the person, and about their shortlist. */
export function planRequestIn(text: FoldedText, lexicon: Lexicon): PlanRequest | null {
  const { folded } = text;
  return (
    TABLE.find(([pattern]) => pattern.test(folded))?.[1] ??
    resumeIn(text) ??
    whyIn(folded) ??
    compareShownIn(folded) ??
    saveIn(text) ??
    removeIn(text, lexicon) ??
    suggestRequestIn(text, lexicon)
  );
}

/** Words that announce a code: what stands behind them is meant for one, however it is mistyped. */
const CODE_CUE =
  /^(?:(?:hi|hello|hey)[,.! ]+)?(?:(?:my|the) (?:resume |list )?code(?: is| was)?|resume code|list code|(?:resume|restore|continue|go on)(?: my list)?(?: from| with)(?: my| the)?(?: code)?)\s*:?\s+(\S+)[\s.!]*$/i;
const NOC_LIKE = /^(?:\d{4,5}(?:\.\d{1,2})?|[a-z]\d{3})$/i;

/** A code that words announce, or that stands alone and is unmistakable; a code of the classification is none. */
function resumeIn({ original }: FoldedText): PlanRequest | null {
  const announced = CODE_CUE.exec(original)?.[1]?.replace(/[.!,?]+$/, '');
  if (announced !== undefined)
    return NOC_LIKE.test(announced) || !/^[a-z0-9-]{4,40}$/i.test(announced)
      ? null
      : { kind: 'resume', code: announced };
  const code = resumeCodeIn(original);
  // Years ("2024-2033") do not begin with the letter of our codes.
  const alone = code !== null && original.trim().replace(/[.!]+$/, '') === code;
  return alone && /^k/i.test(code) ? { kind: 'resume', code } : null;
}

function positionOf(words: string): number | null {
  const match = POSITION.exec(words);
  if (!match) return null;
  if (match[1] === 'last') return -1;
  return match[1] === undefined ? Number(match[2]) - 1 : ORDINALS.indexOf(match[1]);
}

function whyIn(folded: string): PlanRequest | null {
  const match = WHY.exec(folded);
  if (!match) return null;
  const what = (match[1] ?? '').trim();
  if (THIS.test(what)) return { kind: 'why', which: null };
  const which = positionOf(what);
  return which === null ? null : { kind: 'why', which };
}

const COMPARE =
  /^(?:please |can you |could you )?compare (?:the )?(?:numbers? |options? |suggestions? )?(.+?)(?: please)?$/;
const FIRST_FEW = /^first (two|three|four|five|[2-5])$/;

/** "Compare 1, 2 and 4", "compare the first and the third": nothing but places. */
function compareShownIn(folded: string): PlanRequest | null {
  const what = COMPARE.exec(folded)?.[1];
  if (what === undefined) return null;
  const few = FIRST_FEW.exec(what)?.[1];
  if (few !== undefined) {
    const many = /\d/.test(few) ? Number(few) : NUMBERS.indexOf(few) + 1;
    return { kind: 'compare-shown', which: Array.from({ length: many }, (_, at) => at) };
  }
  const places = what
    .replace(/\b(first|second|third|fourth|fifth|last) (?:ones?|options?|jobs?|occupations?|suggestions?)\b/g, '$1')
    .split(' ')
    .filter((word) => !/^(?:and|with|to|vs|versus|the|number|no|option|against)$/.test(word))
    .map((word) => (NUMBERS.includes(word) ? NUMBERS.indexOf(word) : positionOf(word)));
  const which = places.filter((place) => place !== null);
  return which.length > 1 && which.length === places.length ? { kind: 'compare-shown', which } : null;
}

/** "Save" asks for the list whatever follows; "keep", "add" and the like only with a place in a list or the list itself. */
function saveIn(text: FoldedText): PlanRequest | null {
  const match = SAVE.exec(text.folded);
  if (!match) return null;
  const what = (match[2] ?? '').replace(/ please$/, '');
  const bare = what.replace(ON_LIST, '');
  const listed = ON_LIST.test(what) || match[1] === 'save' || match[1] === 'bookmark' || match[1] === 'shortlist';
  const which = positionOf(bare);
  if (which !== null) return { kind: 'save', mention: null, which };
  if (THIS.test(bare)) return listed || bare !== '' ? { kind: 'save', mention: null, which: null } : null;
  if (!listed || NOT_SAVED.test(bare)) return null;
  return { kind: 'save', mention: quoted(text, bare), which: null };
}

function removeIn(text: FoldedText, lexicon: Lexicon): PlanRequest | null {
  const match = REMOVE.exec(text.folded);
  if (!match) return null;
  const what = (match[2] ?? '').replace(/ please$/, '');
  const bare = what.replace(ON_LIST, '');
  const listed = ON_LIST.test(what) || match[1] === 'remove' || match[1] === 'unsave';
  const which = positionOf(bare);
  if (which !== null) return { kind: 'unsave', mention: null, which };
  if (THIS.test(bare)) return bare === '' && !listed ? null : { kind: 'unsave', mention: null, which: null };
  // "Remove asbestos" tells a duty, "remove plumber" an occupation.
  const named = ON_LIST.test(what) || NOC_LIKE.test(bare) || lexicon.spot(bare).length > 0;
  return listed && named ? { kind: 'unsave', mention: quoted(text, bare), which: null } : null;
}

/** A part of the folded message as the person wrote it. */
function quoted(text: FoldedText, part: string): string {
  const start = text.folded.indexOf(part);
  return text.quote(start, start + part.length).replace(/^(?:the|an?) /i, '');
}

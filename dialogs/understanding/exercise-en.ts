import type { FoldedText } from './folded-text.ts';
import { understandInterestCodes } from './interest-codes-en.ts';
import type { ExerciseRequest } from './requests.ts';

const LEAD =
  '(?:(?:hi|hello|hey|ok|okay|yes|please|so|well|no|then|and|but|now|can you|could you|would you|can we|could we|can i|could i|may i|let s|lets|let me|i want to|i d like to|i would like to|i wanna|i need to|i ll|i will|i m ready to|how (?:do|can) (?:i|you|we)|where (?:do|can) i|help me|would like to|want to) )*';
const TAIL = '(?: (?:please|now|thanks|thank you|with me|with you|for me|here|today|first|instead|then|too|online))*';
/** What marks the exercise as the one about interests. */
const OF_INTERESTS =
  '(?:interests?|careers?|careerinsite|cwpi|canadian work preference|work preferences?|work interests?|personality|aptitude|vocational|job interests?|occupational)';
const SIZE = '(?:full|long|longer|whole|complete|entire|short|quick|little)';
const KIND = '(?:exercise|quiz|test|questionnaire|inventory|assessment|survey)';
const ARTICLE = '(?:(?:the|a|an|your|my|this|that|another) )?';
/** With a verb before it ("take the test") one word for it is enough. */
const EXERCISE = `${ARTICLE}(?:${SIZE} )?(?:${OF_INTERESTS} )*${KIND}`;
/** Alone it must name itself: "test" is what people type to see whether anybody is there. */
const EXERCISE_ALONE = `${ARTICLE}(?:(?:${SIZE} )?(?:${OF_INTERESTS} )+${KIND}|(?:${SIZE} )?(?:exercise|quiz)|${SIZE} (?:test|questionnaire))`;
const CODES = '(?:(?:own )?(?:cwpi |careerinsite )?(?:interest codes?|codes?|interests?))';
const LIST = '(?:(?:short ?)?list|saved (?:jobs|occupations|ones))';

function whole(...patterns: readonly string[]): RegExp {
  return new RegExp(`^${LEAD}(?:${patterns.join('|')})${TAIL}$`);
}

const AFRESH = whole(
  `(?:start|begin|do|take|restart|redo|repeat|retake|try|run)(?: with)? ${EXERCISE} (?:again|over|afresh|anew|once more|from (?:the )?(?:start|beginning|scratch|top)|over again)`,
  `(?:restart|redo|repeat|retake|reset) ${EXERCISE}`,
  `(?:start|begin|do)(?: over| again)(?: with)? ${EXERCISE}`,
  `(?:start |begin |do |take |try )?(?:a|another) (?:new|fresh|second) (?:${OF_INTERESTS} )*${KIND}`,
);

const EXERCISES = whole(
  EXERCISE_ALONE,
  `(?:take|do|start|begin|try|complete|run|fill (?:in|out)|go through|give me|show me|open|launch|have|continue|resume|go on with|carry on with|finish|return to|go back to|back to|pick up)(?: with| doing)? ${EXERCISE}(?: (?:where|from where) (?:i|we) (?:left off|stopped|were))?`,
  '(?:continue|resume|go on|carry on|pick up)(?: from)? where (?:i|we) (?:left off|stopped|were)',
  `(?:find(?: out)?|discover|identify|learn|know|see|test|explore|work out|figure out|get|measure|assess|identify or change) (?:what )?my (?:${CODES})(?: are)?`,
  'find out what (?:i like|i m interested in|i am interested in|interests me|i enjoy)',
  '(?:show |do |take |answer |go through |give me )?all(?: of)?(?: the| your| sixty)? (?:statements|questions)(?: of the exercise)?',
  `(?:show |do |take )?(?:the )?(?:full|long|longer|whole) (?:form|version)(?: of ${EXERCISE})?`,
);
/** Words that mean the exercise only where one was left in the middle. */
const LEFT: readonly (readonly ['resume' | 'stop', RegExp])[] = [
  ['resume', whole('(?:continue|resume|carry on)(?: it| with it)?')],
  ['stop', whole('(?:stop|end|finish) (?:it )?here')],
];
const FULL = /\b(?:full|long|longer|whole|entire|all)\b|\b(?:the|a) complete\b/;

const SUITS_ME = whole(
  '(?:what|which)(?: kind of| sort of| type of)? (?:job|work|career|occupation|profession|career path)(?: would| might| could| will| may| does)?(?: best| really)? (?:suits?|fits?|is (?:best |right |good |suitable )?for|be (?:right|good|best|suitable) for|matches?) me(?: (?:best|most|the best))?',
  'what (?:is|s|would be) (?:the )?(?:right|best|ideal|perfect|good) (?:job|work|career|occupation|profession) for me',
  '(?:the )?(?:right|best|ideal|perfect) (?:job|career|occupation|profession) for me',
  'what should i (?:be|become|do with my life|do for a living|do for work)(?: when i grow up)?',
  '(?:what|which) (?:job|career|occupation|profession|career path|kind of (?:job|work)) should i (?:do|choose|pick|get|have|look for|go for|go into|pursue|take up)',
  'what (?:am i|would i be|could i be) (?:good at|suited (?:for|to))',
  'i (?:do not|don t|dont|have no idea|m not sure|am not sure|do not really|don t really)(?: know)? what (?:(?:job|career|kind of (?:job|work)) )?(?:i want|i should|to|i d like)(?: to)?(?: (?:do|be|become|choose|do with my life|work as))?(?: when i grow up| for a living| for work)?',
  '(?:choose|pick|decide on) (?:a|my|the right) (?:career|job|occupation|profession)',
  'find (?:me )?(?:the |a |my )?(?:right |suitable |good |ideal )?(?:career|occupation|profession)(?: for me| that (?:suits|fits) me)?',
);

const ABOUT = whole(
  `what(?: is| s|s)? ${EXERCISE}(?: about| for)?`,
  `(?:tell me|explain)(?: more)?(?: about)? ${EXERCISE}`,
  `how (?:long|much time) (?:does|will|is|would) ${EXERCISE}(?: take| need)?(?: me)?`,
  `how (?:many (?:statements|questions) (?:does|are in|has)|does|is) ${EXERCISE}(?: have| work| done| scored)?`,
  `is ${EXERCISE} (?:free|long|hard|difficult|the cwpi|the real (?:one|thing)|official|private|saved)`,
  `why (?:should i|would i|do i have to) (?:take|do) ${EXERCISE}`,
);

const CODES_SHOWN = whole(
  `(?:what|which)(?: are| is| were| was| s| re)? my ${CODES}(?: again)?`,
  'what(?: is| s| was)? my (?:interest |exercise |test )?(?:results?|score|profile)(?: again)?',
  `(?:show|tell|give|repeat|read)(?: me)?(?: again)? my (?:${CODES}|(?:interest |exercise |test )?(?:results?|score|profile))(?: again)?`,
  `my (?:${CODES}|(?:interest |exercise |test )?results?)`,
  `(?:what|which) ${CODES} do i have`,
  `do you (?:know|have|remember) my ${CODES}`,
  '(?:show|see|what is|what s) the results?(?: of (?:the|my) (?:exercise|quiz|test))?(?: again)?',
);

const CODES_HOW = whole(
  `(?:change|edit|correct|set|enter|adjust|update|fix|give you|tell you|type in) my ${CODES}`,
  `my ${CODES} (?:are|is) (?:wrong|not right|incorrect|different)`,
  `i (?:already )?(?:know|have) (?:my|some|them already|the) ?(?:${CODES})?(?: already)?(?: from (?:careerinsite|alis|the cwpi))?`,
);

const ERASE = '(?:forget|delete|erase|remove|clear|wipe|drop|discard)';
/** "Remove everything" may mean the list alone, so that these three verbs only erase all that is known. */
const FORGET = '(?:forget|delete|erase)';
const FORGET_ME = whole(
  `${FORGET}(?: about)? (?:me|myself)`,
  `${FORGET} (?:it all|everything|all)`,
  `${ERASE} (?:it all|everything|all)(?: (?:about me|of me|you know(?: about me)?|you have(?: about me| on me)?|i (?:told|have told) you|i said|you saved|you (?:have )?stored))`,
  `${ERASE} (?:all )?(?:of )?(?:my|the|your) (?:personal )?(?:data|information|info|details|profile|records?|answers|history|memory)(?: (?:about|on|of) me)?`,
  `${ERASE} (?:what|all|everything|anything)(?: that)? you (?:know|have|saved|stored|remember|keep|kept)(?: (?:about|on|of) me)?`,
  `${ERASE} (?:all )?my ${CODES} and (?:my |the )?${LIST}`,
  `${ERASE} (?:all )?my ${LIST} and (?:my |the )?${CODES}`,
);
const FORGET_CODES = whole(`${ERASE} (?:all )?(?:of )?my (?:${CODES}|(?:interest |exercise |test )?results?|exercise)`);

/** Something to try on an interest that is not understood; "social worker" and its like are titles. */
const UNREAD_WHAT_IF =
  /^\W*(?:(?:and|so|but|well|ok|okay)\W+)*what if\b.*\b(?:directive|innovative|methodical|objective|social)(?= *(?:$|[?.!,])| (?:one|interest|code|and|or|were|was|is|are|came|comes|went|goes|had|has|got|became|did|first|second|third|last|more|less|mattered|matters|instead|stronger|weaker|stayed|changed|a|as|at|to|too|than|with|higher|lower)\b)/i;

/** All but those that erase: what is to be erased must be spelt out. */
export const EXERCISE_PATTERNS: readonly RegExp[] = [AFRESH, EXERCISES, SUITS_ME, ABOUT, CODES_SHOWN, CODES_HOW];

/** What a message asks about the person's own interests; whole messages only, so that no question about an occupation is taken. */
export function exerciseRequestIn(text: FoldedText): ExerciseRequest | null {
  const { folded } = text;
  if (FORGET_ME.test(folded)) return { kind: 'forget-me' };
  if (FORGET_CODES.test(folded)) return { kind: 'forget-codes' };
  if (AFRESH.test(folded)) return { kind: 'exercise-afresh' };
  if (EXERCISES.test(folded)) return { kind: 'exercise', full: FULL.test(folded) };
  const left = LEFT.find(([, pattern]) => pattern.test(folded));
  if (left) return { kind: 'exercise-left', wish: left[0] };
  if (ABOUT.test(folded)) return { kind: 'exercise-about' };
  if (SUITS_ME.test(folded)) return { kind: 'suits-me' };
  if (CODES_SHOWN.test(folded)) return { kind: 'codes-shown' };
  if (CODES_HOW.test(folded)) return { kind: 'codes-how' };
  return codesSaidIn(text.original);
}

function codesSaidIn(message: string): ExerciseRequest | null {
  const talk = understandInterestCodes(message);
  switch (talk?.kind) {
    case undefined:
      return UNREAD_WHAT_IF.test(message) ? { kind: 'codes-faulty', why: 'what-if' } : null;
    case 'faulty':
      return { kind: 'codes-faulty', why: talk.why };
    case 'changes':
      return { kind: talk.whatIf ? 'what-if' : 'codes-changed', changes: talk.changes };
    case 'codes':
      return { kind: 'codes-told', codes: talk.codes, strengthsKnown: talk.strengthsKnown };
  }
}

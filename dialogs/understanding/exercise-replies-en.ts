import { commandIn } from './commands.ts';
import { exerciseRequestIn } from './exercise-en.ts';
import { FoldedText } from './folded-text.ts';
import { readLiking } from './liking-en.ts';

/** What a person can say to a statement of the exercise: an answer, or a wish about the exercise itself. */
export type ExerciseReply =
  | ReturnType<typeof readLiking>
  | 'back'
  | 'pause'
  | 'stop'
  | 'full'
  | 'afresh'
  | 'repeat'
  | 'progress'
  | 'why';

const LEAD =
  '(?:(?:ok|okay|please|no|yes|well|oh|sorry|can we|can i|could we|could i|i want to|i d like to|let s|lets|let me|i need to|i have to|i ll) )*';
const TAIL = '(?: (?:please|now|thanks|thank you|for now|here|then))*';

function whole(...patterns: readonly string[]): RegExp {
  return new RegExp(`^${LEAD}(?:${patterns.join('|')})${TAIL}$`);
}

const EXERCISE = '(?:the |this )?(?:exercise|quiz|test)';
/** Tried in this order: what ends with a result before what ends without. */
const WISHES: readonly (readonly [Exclude<ExerciseReply, number | null>, RegExp])[] = [
  [
    'skip',
    whole('skip(?: it| this| that| one)?(?: one| statement| question)?', 'next(?: one| statement| question)?', 'pass'),
  ],
  [
    'stop',
    whole(
      '(?:stop|end|finish) (?:here|it here|now)',
      `(?:end|finish) ${EXERCISE}`,
      '(?:that s|that is|this is) (?:enough|it|all|plenty)',
      'enough(?: of this| statements| questions)?',
      'no more(?: statements| questions)?',
      '(?:i m|i am|we re|we are) (?:done|finished)(?: with (?:this|it|the exercise))?',
      'done|finish|finished|end|stop early|early result',
      '(?:show|see|tell|give)(?: me)?(?: the| my)? results?(?: so far)?',
      '(?:the |my )?results?(?: so far)?',
      'what is the result(?: so far)?|what s the result(?: so far)?|what have you got(?: so far)?',
    ),
  ],
  [
    'pause',
    whole(
      `(?:pause|stop|cancel|quit|leave|exit|interrupt)(?: ${EXERCISE})?`,
      'i give up|i quit|i (?:do not|don t) want to (?:do this|continue|go on) any ?more',
      'later|maybe later|another time|some other time|not now|not today|tomorrow',
      '(?:take |have )?a break|take a (?:short |little )?break',
      '(?:do|finish|continue|go on with|carry on with|save)(?: it| this| that| the rest)?(?: for)? (?:later|tomorrow|another time|some other time)',
      '(?:i )?(?:have to|need to|must|gotta|got to) (?:go|leave|run)|brb|be right back',
    ),
  ],
  [
    'back',
    whole(
      '(?:go )?back(?: one| to the (?:last|previous)(?: one| statement)?)?|go back a step',
      '(?:the )?previous(?: one| statement| question)?|undo(?: that| it)?|oops',
      '(?:change|correct|take back|undo|redo|fix) (?:my |the )?(?:last|previous) (?:answer|one)',
      'take (?:that|it) back|wrong (?:answer|button|one)|i made a mistake|that was wrong',
    ),
  ],
  [
    'repeat',
    whole(
      '(?:repeat|say)(?: that| it| the statement| the question)?(?: again)?',
      '(?:read|show)(?: me)?(?: that| it| the statement)(?: again)?|again|once more|come again',
      'what(?: was (?:that|it|the statement|the question))?|pardon|pardon me|sorry',
      `(?:continue|resume|go on|carry on)(?: with)?(?: ${EXERCISE})?|where were we`,
    ),
  ],
  [
    'why',
    whole(
      'why(?: do you (?:ask|want to know)(?: me)?(?: that| this)?| this| that)?',
      'what(?: is| s) (?:this|it|that)(?: all)?(?: for| about| good for)?',
      'what does (?:that|this|it) (?:mean|have to do with(?: me| jobs| work)?)',
    ),
  ],
  [
    'progress',
    whole(
      'how (?:many|much)(?: more| are there| statements| questions| to go| are left| left| longer| is left| do i have(?: left)?| still)*',
      'how (?:long|far)(?: is (?:it|this)| am i| are we| does (?:it|this) take| will (?:it|this) take| still| to go| left)*',
      '(?:are we|am i) (?:nearly |almost )?(?:done|there|finished)(?: yet)?|progress|nearly done|almost done',
    ),
  ],
];

/** Reads a message sent in answer to a statement; null for anything else: a question, another request, or nonsense. */
export function exerciseReplyIn(message: string): ExerciseReply {
  const text = new FoldedText(message);
  const { folded } = text;
  const wish = WISHES.find(([, pattern]) => pattern.test(folded))?.[0];
  if (wish) return wish;
  const liking = readLiking(message);
  if (liking !== null) return liking;
  switch (commandIn(folded)) {
    case 'cancel':
      return 'pause';
    case 'start-over':
      return 'afresh';
    default:
  }
  const request = exerciseRequestIn(text);
  if (request?.kind === 'exercise-afresh') return 'afresh';
  if (request?.kind === 'exercise-about') return 'why';
  if (request?.kind === 'exercise') return request.full ? 'full' : 'repeat';
  return null;
}

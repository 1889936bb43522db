import { expect } from 'chai';
import { type ExerciseReply, exerciseReplyIn } from '../../dialogs/understanding/exercise-replies-en.ts';

const CASES: readonly (readonly [ExerciseReply, readonly string[]])[] = [
  [5, ['Strongly like', '5', 'love it', 'absolutely', 'five']],
  [4, ['Like', '4', 'yes', 'not bad']],
  [3, ['Neutral', '3', 'so so', "I don't mind", 'ok']],
  [2, ['Dislike', '2', 'no', 'not really', 'boring']],
  [1, ['Strongly dislike', '1', 'hate it', 'no way', 'not at all']],
  ['skip', ['Skip', 'skip it', 'skip this one', 'next', 'pass', "don't know", 'next question please', 'n/a']],
  [
    'back',
    ['back', 'go back', 'previous', 'undo', 'oops', 'change my last answer', 'go back one please', 'wrong button'],
  ],
  [
    'pause',
    [
      'pause',
      'Pause please',
      'later',
      'stop',
      'cancel',
      'quit',
      'not now',
      'I have to go',
      "let's continue this later",
      'can we stop',
      'take a break',
      'finish it tomorrow',
      'never mind',
      'I give up',
      'stop the exercise',
    ],
  ],
  [
    'stop',
    [
      'stop here',
      "that's enough",
      'that is enough thanks',
      'enough',
      "I'm done",
      'finish',
      'no more questions',
      'show me the result',
      'my result so far',
      'what is the result?',
      'end the exercise',
    ],
  ],
  ['full', ['show all statements', 'full exercise', 'the long version']],
  ['afresh', ['start over', 'restart', 'start the exercise again', 'begin again', 'restart the quiz']],
  [
    'repeat',
    ['repeat', 'say that again', 'what?', 'pardon', 'continue', 'continue the exercise', 'interests exercise'],
  ],
  [
    'progress',
    ['how many more?', 'how long is this', 'how many questions are left', 'are we done yet?', 'how far am I'],
  ],
  ['why', ['why?', 'why do you ask?', 'what is this for?', 'what does that mean', 'what is this exercise']],
  [
    null,
    [
      'what does a plumber earn?',
      'finish carpenter',
      'back pain',
      'stop sign painter',
      'I stopped smoking 2 years ago',
      'show my list',
      'my codes are M i d',
      'later shifts pay more?',
      'glorb',
      '7',
      'help',
      'a person please',
      'forget me',
      '',
    ],
  ],
];

describe('replies to a statement of the exercise', () => {
  for (const [meaning, replies] of CASES) {
    for (const reply of replies) {
      it(`takes "${reply}" for ${meaning ?? 'no reply to it'}`, () => {
        expect(exerciseReplyIn(reply)).to.equal(meaning);
      });
    }
  }
});

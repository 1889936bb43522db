import { expect } from 'chai';
import { formatCodes } from '../../../dialogs/interests/codes.ts';
import type { Request } from '../../../dialogs/understanding/requests.ts';
import { type Lexicon, understand } from '../../../dialogs/understanding/understand.ts';
import { shippedLexicon } from '../helpers.ts';

type Asked =
  | 'exercise'
  | 'full'
  | 'afresh'
  | 'exercise-about'
  | 'suits-me'
  | 'shown'
  | 'how'
  | 'forget-me'
  | 'forget-codes'
  | 'changed'
  | 'what-if'
  | 'faulty'
  | 'told'
  | 'exercise-left';

const CASES: Readonly<Record<Asked, readonly string[]>> = {
  exercise: [
    'interests exercise',
    'Interest exercise please',
    'the interests exercise',
    'Start the interests exercise',
    'take the quiz',
    'I want to take the test',
    'can I do the career test?',
    'How do I take the CWPI test?',
    'complete the Interests Exercise',
    'find out my interests',
    'Help me find out what my interests are',
    'discover my interests',
    'How do I find my interest codes?',
    'identify or change my interest codes',
    'quiz',
    'exercise',
    'career quiz',
    "let's do the exercise",
    'continue the exercise',
    'resume the exercise',
    'go on with the exercise please',
    'continue where I left off',
    'finish the test',
    'find out what I like',
  ],
  full: [
    'full exercise',
    'the full exercise please',
    'start the full interests exercise',
    'show all statements',
    'all the statements',
    'the long version of the exercise',
    'take the whole test',
    'do the complete exercise',
    'full form',
  ],
  afresh: [
    'start the exercise again',
    'restart the exercise',
    'redo the quiz',
    'I want to retake the test',
    'start over the exercise',
    'take the interests exercise again please',
    'do the exercise from the beginning',
    'a new exercise',
  ],
  'exercise-about': [
    'what is the interests exercise?',
    'how long does the exercise take?',
    'is the exercise free',
    'tell me about the quiz',
    'how does the interests exercise work?',
    'is the test the CWPI?',
  ],
  'suits-me': [
    'what job suits me?',
    'what should I be?',
    'what should I be when I grow up',
    'what career is right for me',
    'Which career is right for me?',
    'what job would be best for me',
    "what's the best job for me",
    'what should I do with my life',
    "I don't know what I want to do",
    'help me choose a career',
    'what am I good at',
  ],
  shown: [
    'what are my codes',
    "what's my result?",
    'show my result',
    'show me my interest codes',
    'what are my interests?',
    'my codes',
    'what codes do I have',
    'do you remember my codes?',
    'show the result again',
  ],
  how: [
    'Change my codes',
    'I want to change my interest codes',
    'my codes are wrong',
    'I already know my codes',
    'I know my codes',
  ],
  'exercise-left': ['resume', 'continue', 'continue please', 'stop here'],
  'forget-me': [
    'forget me',
    'please forget me',
    'delete my data',
    'delete all my data',
    'erase everything you know about me',
    'forget my codes and list',
    'forget everything',
    'delete everything',
    'erase everything',
    'remove everything you know about me',
    'remove my personal information',
    'clear my history',
  ],
  'forget-codes': ['forget my codes', 'delete my interest codes', 'delete my result'],
  changed: ['make Social weaker', 'put Innovative first', 'drop Directive', 'add objective'],
  'what-if': [
    'what if I liked routine less?',
    'what if I liked working with people more?',
    'what if I drop methodical',
  ],
  faulty: [
    'my codes are D I M O',
    'my codes are M i M',
    'my codes are R I A',
    'my codes are m=3 i=3 d=3',
    'what if directive',
    'what if Social had a holiday',
  ],
  told: [
    'my codes are M i d',
    'METHODICAL innovative',
    'My interest codes are METHODICAL innovative directive',
    'S I O',
  ],
};

/** Questions about occupations, and what only sounds alike. */
const NOT: readonly string[] = [
  'what interests does a nurse have',
  'What interests does it suit?',
  'What do the interest codes mean?',
  'what are the interest codes',
  'interest codes of a plumber',
  'exercise therapist wage',
  'what does an exercise physiologist earn',
  'I am social',
  'is accounting methodical?',
  'change the region to Ontario',
  'test',
  'what does a test pilot earn',
  'software tester',
  'what test does an electrician have to take?',
  'should I become a nurse?',
  'is nursing right for me?',
  'what does it take to start a career in welding',
  'career counsellor',
  'what is the best paid job in Alberta',
  'how do I continue my education',
  'who gives the survey results',
  'delete',
  'start over',
  'back',
  'help me',
  'find a job',
  'what does a social worker do',
  'objective measures of pay',
  'show my list',
  'resume writer',
  'what if I became a social worker?',
  'remove everything',
  'clear my list',
];

function nameOf(request: Request): string {
  switch (request.kind) {
    case 'exercise':
      return request.full ? 'full' : 'exercise';
    case 'exercise-afresh':
      return 'afresh';
    default:
      return request.kind.replace('codes-', '');
  }
}

describe('what people ask about their own interests', () => {
  let lexicon: Lexicon;
  before(async () => {
    lexicon = await shippedLexicon();
  });

  for (const [asked, messages] of Object.entries(CASES)) {
    for (const message of messages) {
      it(`takes "${message}" for ${asked}`, () => {
        const understood = understand(message, lexicon);
        expect(understood.kind === 'request' ? nameOf(understood.request) : understood.kind).to.equal(asked);
      });
    }
  }

  const EXERCISE_KINDS = Object.keys(CASES);
  for (const message of NOT) {
    it(`leaves "${message}" to others`, () => {
      const understood = understand(message, lexicon);
      if (understood.kind === 'request') expect(EXERCISE_KINDS).to.not.include(nameOf(understood.request));
    });
  }

  it('reads order and strength of told codes', () => {
    const understood = understand('my codes are M i d', lexicon);
    expect(understood).to.have.nested.property('request.kind', 'codes-told');
    if (understood.kind === 'request' && understood.request.kind === 'codes-told')
      expect(formatCodes(understood.request.codes)).to.equal('M i d');
  });
});

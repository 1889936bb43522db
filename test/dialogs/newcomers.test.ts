import { expect } from 'chai';
import { startConversation } from './helpers.ts';

interface Case {
  /** What the answer must do for a person who writes as people write. */
  readonly protects: string;
  /** The last line is the one whose answer is looked at. */
  readonly lines: readonly string[];
  readonly has?: readonly RegExp[];
  readonly hasNot?: readonly RegExp[];
}

const CASES: readonly Case[] = [
  {
    protects: 'a list from outliving the question that it was for',
    lines: ['data analyst', 'how much money nurse aide'],
    has: [/Nurse aides/, /\$/],
    hasNot: [/Back to my question/, /Data scientists/],
  },
  {
    protects: 'the place that was asked for from being left without a word',
    lines: ['compare welders and plumbers in Alberta'],
    has: [/^I have no figure for Plumbers in Alberta, so this compares figures for Canada\./, /\bBoth usually/],
    hasNot: [/highest|lowest|All of them/],
  },
  {
    protects: 'a comparison where the place has all the figures from a remark on it',
    lines: ['compare nurse aides and carpenters in Ontario'],
    has: [/^The median pay in Ontario is higher for Carpenters/],
    hasNot: [/I have no figure/],
  },
  {
    protects: 'the words for three and more',
    lines: ['compare welders, plumbers and electricians in Alberta'],
    has: [/highest for/, /All of them/],
  },
  {
    protects: 'a code beside words from being asked about',
    lines: ['nurse 31301 in northern alberta'],
    has: [/NOC 2021 31301/],
    hasNot: [/could mean|one of these/],
  },
  {
    protects: 'the title from a number beside it that is no code',
    lines: ['what does a plumber 99999 earn'],
    has: [/Plumbers/],
    hasNot: [/No edition/],
  },
  {
    protects: 'a sentence from being quoted as a title',
    lines: ['people come to me with data and i look at it for trends'],
    hasNot: [/"people come/],
  },
  {
    protects: 'a person who has lost their work from a list of job titles',
    lines: ['i got laid off from the oil patch, 22 years on rigs. what now'],
    has: [/sorry to hear/, /exercise/, /similar work/, /1-877-644-9992/],
    hasNot: [/could mean|one of these|22 years/],
  },
  {
    protects: 'what is promised there: the job that is gone leads to similar work',
    lines: ['I lost my job', 'plumber'],
    has: [/Groups close to Plumbers/],
  },
  {
    protects: 'a question from the kind words',
    lines: ['I got laid off. what does a plumber earn?'],
    has: [/pay in the group Plumbers/],
    hasNot: [/sorry to hear/],
  },
  {
    protects: 'the title that is named beside the loss',
    lines: ['I lost my job as a carpenter'],
    has: [/the group NOC 2021 \d+, Carpenters/],
    hasNot: [/sorry to hear|could mean|one of these/],
  },
  ...['you are a dumb piece of junk', 'fuck you', 'what a shit job'].map((line) => ({
    protects: 'people from their own insults',
    lines: [line],
    hasNot: [/junk|fuck|shit/],
  })),
  ...[
    'what mean median',
    'what does median mean',
    'what is the median',
    'what does the 90th percentile mean',
    'difference between median and average',
  ].map((line) => ({
    protects: 'the words that every wage is told with',
    lines: [line],
    has: [/half of the people earn more/, /added up and divided/, /one person in ten/],
    hasNot: [/Which occupation/],
  })),
  {
    protects: 'the figure from its explanation',
    lines: ['what is the median wage of a plumber'],
    has: [/at the median/],
    hasNot: [/half of the people/],
  },
  {
    protects: 'what is known of a licence from standing behind what is not',
    lines: ['does a registered nurse need a licence?'],
    has: [/^The official text for this group mentions a licence or registration, so you most likely need one\./],
    hasNot: [/not available/],
  },
  {
    protects: 'from a licence that the official text does not mention',
    lines: ['does a plumber need a licence?'],
    has: [/is not mentioned/],
    hasNot: [/most likely/],
  },
  {
    protects: 'a shortage with more seekers than openings from looking like a slip',
    lines: ['outlook for plumbers'],
    has: [/rating weighs other things/],
  },
  {
    protects: 'ratings that go with their numbers from that remark',
    lines: ['outlook for carpenters'],
    has: [/shortage/],
    hasNot: [/rating weighs/],
  },
  {
    protects: 'French from being read as a job title',
    lines: ['Combien gagne une infirmière en Alberta?'],
    has: [/English only/],
    hasNot: [/recognize/],
  },
  {
    protects: 'the exercise from answers that nobody gave, and from being left for more suggestions',
    lines: ['start the interests exercise', 'more'],
    has: [/could not read that/],
    hasNot: [/set the exercise aside/],
  },
  {
    protects: 'a result that says nothing from being a dead end',
    lines: ['start the interests exercise', ...Array.from({ length: 12 }, () => '3'), 'show me occupations'],
    has: [/more statements, begin again, or tell me your codes/],
    hasNot: [/did not understand/],
  },
];

describe('newcomers', () => {
  for (const { protects, lines, has = [], hasNot = [] } of CASES) {
    it(`protects ${protects}: ${lines.at(-1)}`, async () => {
      const conversation = await startConversation();
      let text = '';
      for (const line of lines) text = await conversation.ask(line);
      for (const wanted of has) expect(text).to.match(wanted);
      for (const unwanted of hasNot) expect(text).to.not.match(unwanted);
    });
  }
});

import { expect } from 'chai';
import { FoldedText } from '../../../dialogs/understanding/folded-text.ts';
import { planRequestIn } from '../../../dialogs/understanding/plans-en.ts';
import type { PlanRequest } from '../../../dialogs/understanding/requests.ts';
import { type Lexicon, understand } from '../../../dialogs/understanding/understand.ts';
import { shippedKnowledge, shippedLexicon } from '../helpers.ts';

type Kind = PlanRequest['kind'];

/** What is a request about plans, by its kind. */
const REQUESTS: Readonly<Record<Kind, readonly string[]>> = {
  suggest: [
    'suggest jobs',
    'suggest some occupations',
    'can you suggest something',
    'recommend a career',
    'What fits my interests?',
    'what fits me',
    'which occupations fit me?',
    'what jobs match my codes',
    'jobs that fit my interests',
    'show me some suggestions',
    'jobs for me',
    'jobs with no university over $30 an hour in Alberta',
    'something outdoors',
    'Something outdoors',
    'jobs without a degree',
    'a job outside',
    'work with my hands',
    'i want a job with no university',
    'anything in health care',
    'jobs in health care with no university',
    'jobs that pay over $40 an hour',
    'something not in an office',
    'I am looking for work outdoors in Alberta',
    'like this but less school',
    'something like this but better pay',
    'similar but less school',
    'suggest jobs with computers',
    'jobs in the trades',
    'are there jobs with an apprenticeship?',
    'occupations with a good outlook',
    'something with flibbertigibbets outdoors',
    'I want to work outdoors',
    'outdoor jobs',
    'I do not want to sit all day',
    'what can I do without university?',
    'which jobs are in demand',
    'what jobs can I get with high school',
    'suggestions in bc',
    'no degree',
    'no university',
  ],
  more: [
    'more',
    'more please',
    'show more',
    'More suggestions',
    'show me more jobs',
    'next five',
    'any others?',
    'five more',
  ],
  why: [
    'why?',
    'why this one?',
    'why that one',
    'why the second?',
    'why the second one',
    'why number 2?',
    'and why the first?',
    'why did you suggest the third?',
    'why does it fit me?',
    'why the last one',
  ],
  save: [
    'save this one',
    'save it',
    'save the second',
    'save number 3',
    'save plumber',
    'save 72300',
    'please save electricians',
    'add plumber to my list',
    'put it on my list',
    'keep this one',
    'shortlist welders',
    'bookmark this',
    'add this to my list',
  ],
  unsave: [
    'remove the second',
    'remove plumber from my list',
    'remove plumber',
    'remove it',
    'take the first off my list',
    'delete 72300 from my list',
  ],
  list: ['show my list', 'my list', 'my shortlist', 'what is on my list?', 'what have I saved', 'Show my list'],
  'clear-list': [
    'remove everything',
    'clear everything',
    'clear my list',
    'empty my list',
    'remove everything from my list',
  ],
  'compare-shown': [
    'compare 1 and 2',
    'compare 1, 2, 3 and 4',
    'compare the first and the third',
    'compare the first two',
    'compare number 1 with the last one',
  ],
  'compare-list': ['compare my list', 'Compare my list', 'compare my shortlist', 'compare what I saved'],
  send: [
    'send it to me',
    'Send me my list',
    'print my list',
    'email me my list',
    'export my list',
    'give me my list code',
    'what is my resume code?',
  ],
  resume: [
    'my code is K3A4-9QFN-36CT-HSZ8-F',
    'my code is KABC-DEFG',
    'K3A4-9QFN-36CT-HSZ8-F',
    'resume code: k3a4-9qfn',
    'My list code is banana',
    'continue with code K12-34',
  ],
};

/** What stays a question, a command or anything else. */
const NO_REQUESTS: readonly string[] = [
  'what does a plumber earn in Alberta over 30 an hour?',
  'do plumbers make over $30 an hour?',
  'plumber',
  'outdoor guide',
  'outdoor sport and recreational guides',
  'does a nurse need university?',
  'what jobs are similar to a welder',
  'anything else like that?',
  'jobs like this',
  'what is similar?',
  'jobs near me',
  'find a job as a welder',
  'where are job postings?',
  'what schooling do I need?',
  'is it outdoors?',
  'is there a lot of sitting',
  'do welders work outdoors',
  'what does the job pay',
  'which pays more?',
  'which of them pays more?',
  'what is the work like',
  'what jobs are in 12111',
  'office manager',
  'jobs in 12111',
  'a job as a plumber in Alberta',
  'a plumber with no university',
  'how much do jobs in health care pay',
  'why do plumbers earn so much',
  'why is there a shortage of nurses',
  'why not',
  'save money',
  'keep records for a bank',
  'I keep the books of a small company',
  'add numbers all day',
  'put out fires',
  'remove asbestos',
  'take blood samples',
  'delete',
  'the list of NOC codes',
  'compare plumbers and welders',
  'compare it with plumbers',
  'more than plumbers',
  'what is the NOC code',
  'my code is 12111',
  'my code is 1252',
  'NOC code 72300',
  'outlook 2024-2033 for plumbers',
  'send',
  'what is the code for a plumber',
  'wage of 72106 and 72300',
  'what interests does it suit?',
  'help',
  'back',
  'the second one',
  '2',
  'what about Ontario?',
  'university professor',
  'career counsellor',
  'occupational therapist',
  'job developer',
  'good outlook?',
  'I want to work as a welder outdoors',
  'I want to know more',
  'what else could I do?',
  'similar jobs',
  'I would like to hear about nurses',
  'health care aide',
  'office work',
  'outdoors',
  'tell me about jobs',
  'I do not want to lift things as a nurse',
  'printer',
  'mail sorter',
  'list the duties',
  'WORK EXPERIENCE MANAGER',
  'show me the wage',
  'more details on wages',
  'no thanks',
  'no, a nurse',
  'no degree?',
  'no plumber',
  'compare 72106 and 72300',
  'compare a welder and one plumber',
];

describe('requests about plans', () => {
  let lexicon: Lexicon;
  before(async () => {
    lexicon = await shippedLexicon();
  });

  for (const [kind, messages] of Object.entries(REQUESTS)) {
    for (const message of messages) {
      it(`${kind}: ${message}`, () => {
        const understood = understand(message, lexicon);
        expect(understood.kind === 'request' && understood.request.kind).to.equal(kind);
      });
    }
  }

  // Protects ordinary questions from being swallowed by wishes and list words.
  for (const message of NO_REQUESTS) {
    it(`none: ${message}`, () => {
      const understood = understand(message, lexicon);
      expect(understood.kind === 'request' ? understood.request : null).to.equal(null);
    });
  }

  // Protects job titles: none that the store knows is taken for a request.
  it('none: every title of the store', async () => {
    const { store } = await shippedKnowledge();
    const titles = (await store.titles()).map(({ title }) => title);
    const taken = titles.filter((title) => planRequestIn(new FoldedText(title), lexicon));
    expect(titles.length).to.be.greaterThan(2000);
    expect(taken).to.deep.equal([]);
  }).timeout(120_000);
});

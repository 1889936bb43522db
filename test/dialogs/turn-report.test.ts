import { MemoryStorage } from 'botbuilder';
import { expect } from 'chai';
import type { Knowledge } from '../../dialogs/advisor.ts';
import type { TurnReport } from '../../dialogs/turn-report.ts';
import { shippedKnowledge, startConversation } from './helpers.ts';

/** What one turn is to report; what is left out is to be empty. */
type Expected = Partial<Pick<TurnReport, 'decisions' | 'topics' | 'gaps' | 'forget'>>;

/** Turns of one conversation, each with what it reports. */
type Script = readonly (readonly [said: string, Expected])[];

const title = (text: string) => ({ kind: 'title', text }) as const;
const message = (text: string) => ({ kind: 'message', text }) as const;

const SCRIPTS: Readonly<Record<string, Script>> = {
  'a title that is clear': [
    ['What does a plumber earn?', { decisions: ['match'], topics: ['wage'] }],
    ['and the schooling?', { topics: ['education'] }],
  ],
  'several topics and occupations': [
    ['wage and duties of plumbers', { decisions: ['match'], topics: ['wage', 'duties'] }],
    ['wage of plumbers and of welders', { decisions: ['match', 'match'], topics: ['wage'] }],
  ],
  'a comparison': [
    ['compare plumbers and welders', { decisions: ['match', 'match'], topics: ['overview'] }],
    ['which of them pays more?', { topics: ['wage'] }],
  ],
  'a topic that is about no occupation': [['what is TEER?', { topics: ['teer-meaning'] }]],
  'a title that leads to none': [
    ['What does a flibbertigibbet earn?', { decisions: ['none'], gaps: [title('flibbertigibbet')] }],
    ['plumber', { decisions: ['match'], topics: ['wage'] }],
  ],
  'a code that leads to none': [['what is 99999', { decisions: ['none'], gaps: [title('99999')] }]],
  'a title that means several things': [
    ['What does a manager earn?', { decisions: ['ask'] }],
    ['1', { topics: ['wage'] }],
  ],
  'a list that nothing is picked from': [
    ['What does a manager earn?', { decisions: ['ask'] }],
    ['hmm dunno', { gaps: [message('hmm dunno')] }],
    ['1', { topics: ['wage'] }],
  ],
  'a topic that is said at the list': [
    ['manager', { decisions: ['ask'] }],
    ['the wage', {}],
    ['1', { topics: ['wage'] }],
  ],
  'a question in the middle of a choice': [
    ['manager', { decisions: ['ask'] }],
    ['What does a plumber earn?', { decisions: ['match'], topics: ['wage'] }],
  ],
  // The duties are a person's own words about their work: they are in no report.
  'a title whose readings are all refused': [
    ['What does a manager earn?', { decisions: ['ask'] }],
    ['none of these', {}],
    ['zzzz qqqq xxxx', {}],
    ['wwww vvvv kkkk', { gaps: [title('manager')] }],
  ],
  'a message that is not understood': [
    ['and is it so', { gaps: [message('and is it so')] }],
    ['what does it pay', {}],
  ],
  'a section that is not stored': [
    ['plumber', { decisions: ['match'], topics: ['overview'] }],
    ['how can I advance?', { gaps: [{ kind: 'section', topic: 'advancement', code: '72300' }] }],
    ['where are job postings?', { topics: ['postings'] }],
    [
      'which schools, and what does it pay?',
      { topics: ['wage'], gaps: [{ kind: 'section', topic: 'schools', code: '72300' }] },
    ],
  ],
  'a title for the shortlist': [
    ['save plumber', { decisions: ['match'] }],
    ['save flibbertigibbet', { decisions: ['none'], gaps: [title('flibbertigibbet')] }],
  ],
  'an answer that the exercise does not take': [
    ['start the exercise', {}],
    ['4', {}],
    ['purple', { gaps: [message('purple')] }],
    ['What does a plumber earn?', { decisions: ['match'], topics: ['wage'] }],
  ],
  'a wish that is not understood': [
    ['my codes are M i d', {}],
    ['I want something outdoors, well paid and glittering', { gaps: [message('glittering')] }],
  ],
  'what is declined': [['how do I immigrate as a welder?', {}]],
  'courtesies, commands and nothing': [
    ['hello', {}],
    ['help', {}],
    ['', {}],
    ['back', {}],
    ['thank you', {}],
  ],
  'being forgotten': [
    ['my codes are M i d', {}],
    ['forget me', { forget: true }],
    ['forget my codes', {}],
    ['start over', {}],
  ],
};

describe('the report of a turn', () => {
  // Protects what an operator counts and an editor reads: each decision once, each topic that was told, each thing that could not be.
  for (const [name, script] of Object.entries(SCRIPTS)) {
    it(`tells of ${name}`, async () => {
      const reports: TurnReport[] = [];
      const { ask } = await startConversation(shippedKnowledge(), new MemoryStorage(), (report) =>
        reports.push(report),
      );
      for (const [said, { decisions = [], topics = [], gaps = [], forget = false }] of script) {
        const told = await ask(said);
        const report = reports.at(-1);
        expect(report, `${said} -> ${told}`).to.deep.equal({ decisions, topics, gaps, forget, fault: null });
      }
      expect(reports).to.have.length(script.length);
    });
  }

  it('tells of a fault that the person was told of', async () => {
    const fault = new Error('broken');
    const { store } = await shippedKnowledge();
    const broken: Knowledge = {
      store,
      get lookup(): never {
        throw fault;
      },
    };
    const reports: TurnReport[] = [];
    const { ask } = await startConversation(Promise.resolve(broken), new MemoryStorage(), (report) =>
      reports.push(report),
    );
    await ask('plumber');
    expect(reports[0]?.fault).to.have.property('error', fault);
  });

  it('never holds personal data that was taken out of the message', async () => {
    const reports: TurnReport[] = [];
    const { ask } = await startConversation(shippedKnowledge(), new MemoryStorage(), (report) => reports.push(report));
    await ask('flibbertigibbet someone@example.com 780 555 0100');
    expect(reports[0]?.gaps).to.have.length(1);
    expect(JSON.stringify(reports)).not.to.match(/someone|555/);
  });
});

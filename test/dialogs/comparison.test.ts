import { expect } from 'chai';
import { answerSpoken } from '../../dialogs/answers/answer.ts';
import { COMPARED_TOPICS, comparisonAnswer } from '../../dialogs/answers/comparison.ts';
import type { AnswerContext, Details } from '../../dialogs/answers/context.ts';
import { parseCodes } from '../../dialogs/interests/codes.ts';
import { titlesIn } from '../../dialogs/side-by-side.ts';
import { en } from '../../dialogs/wording/index.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import { faultsOf } from './answers/number-faults.ts';
import { shippedKnowledge, shippedLexicon, startConversation, TODAY } from './helpers.ts';
import { importedKnowledge } from './imported-knowledge.ts';

const PLUMBERS = '72300';
const WELDERS = '72106';
const HEALTH_INFORMATION = '12111';
const DOCTORS = '31102';

interface Sides {
  readonly lines: readonly string[];
  readonly has: readonly RegExp[];
  readonly hasNot: readonly RegExp[];
}

/** Which occupations the last line sets side by side. */
const SIDES: readonly Sides[] = [
  {
    lines: ['RN', 'compare electrician in Ontario and Alberta'],
    has: [/In Ontario, pay in the group Electricians[\s\S]*In Alberta, pay in the group Electricians/],
    hasNot: [/nurses/i],
  },
  { lines: ['RN', 'compare plumber'], has: [/To compare Plumbers, I need a second/], hasNot: [/nurses/i] },
  { lines: ['RN', 'compare plumber', 'welder'], has: [/Plumbers[\s\S]*Welders/], hasNot: [/nurses/i] },
  { lines: ['RN', 'and compare plumbers and welders'], has: [/Plumbers[\s\S]*Welders/], hasNot: [/nurses/i] },
  { lines: ['RN', 'compare that with a plumber'], has: [/nurses[\s\S]*Plumbers/], hasNot: [] },
  { lines: ['RN', 'compare it with plumbers in Ontario'], has: [/in Ontario[\s\S]*nurses/], hasNot: [] },
  { lines: ['RN', 'compare with plumbers'], has: [/nurses[\s\S]*Plumbers/], hasNot: [] },
  { lines: ['RN', 'and compared to plumbers?'], has: [/nurses[\s\S]*Plumbers/], hasNot: [] },
  { lines: ['RN', 'is the pay better than for plumbers?'], has: [/nurses[\s\S]*Plumbers/], hasNot: [] },
  {
    lines: ['RN', 'electrician pay in Ontario compared to Alberta'],
    has: [/In Ontario[\s\S]*In Alberta/],
    hasNot: [/nurses/i],
  },
  {
    lines: ['electrician vs plumber pay in northern alberta'],
    has: [/In Alberta[\s\S]*In Canada[\s\S]*cannot be compared as they stand/],
    hasNot: [],
  },
];

describe('occupations side by side', () => {
  let store: KnowledgeStore;
  const context = (details: Details = {}, codes = ''): AnswerContext => ({
    store,
    wording: en,
    details,
    homeRegion: 'AB',
    codes: parseCodes(codes),
    today: TODAY,
  });
  const refs = (...codes: string[]) => codes.map((code) => ({ code, occupation: '' }));

  before(async () => {
    ({ store } = await shippedKnowledge());
  });

  describe('in a conversation', () => {
    // Protects the table: columns are the occupations, rows the topics, each figure a fact.
    it('tells pay, schooling, outlook, interests and duties in one answer', async () => {
      const conversation = await startConversation();
      const [reply, ...others] = await conversation.say('compare plumbers, welders and paramedics');
      expect(others).to.deep.equal([]);
      expect(reply?.parts?.table?.columns.join()).to.match(/Plumbers \(72300\).*Welders.*Paramedical/);
      expect(reply?.parts?.table?.rows.map(({ label }) => label)).to.have.length(5);
      for (const id of ['education.teer', 'outlook.openings', 'interests.estimate', 'duties.gist'])
        expect(reply?.facts.map((fact) => fact.id)).to.include(id);
      expect(reply?.facts.some((fact) => fact.id.endsWith('.median'))).to.equal(true);
      expect(reply?.text).to.include('estimated from OaSIS');
    });

    it('tells which of them pays more, and goes on with a place', async () => {
      const conversation = await startConversation();
      await conversation.say('compare plumbers and welders');
      const [more] = await conversation.say('which of them pays more?');
      expect(more?.parts?.table?.rows).to.have.length(1);
      expect(more?.text).to.match(/higher for Plumbers/);
      const ontario = await conversation.ask('what about Ontario?');
      expect(ontario).to.include('in Ontario').and.to.include('Usual schooling');
      expect(await conversation.ask('which has the better outlook?')).to.include('Projected for Canada');
    });

    it('compares the occupation in focus, and adds to a comparison', async () => {
      const conversation = await startConversation();
      await conversation.say('tell me about plumbers');
      expect(await conversation.ask('compare it with welders')).to.match(/Plumbers \(72300\)[\s\S]*Welders/);
      const [reply] = await conversation.say('compare them with electricians');
      expect(reply?.parts?.table?.columns).to.have.length(3);
    });

    // Protects from a comparison with the occupation of before that nobody asked for.
    for (const { lines, has, hasNot } of SIDES) {
      it(`takes the right sides: ${lines.join(' / ')}`, async () => {
        const conversation = await startConversation();
        let text = '';
        for (const line of lines) text = await conversation.ask(line);
        for (const words of has) expect(text).to.match(words);
        for (const words of hasNot) expect(text).to.not.match(words);
      });
    }

    it('takes four at most, and says what it left out', async () => {
      const conversation = await startConversation();
      const [reply] = await conversation.say('compare plumbers, welders, electricians, carpenters and roofers');
      expect(reply?.parts?.table?.columns).to.have.length(4);
      expect(reply?.text).to.include('left out roofers');
    });

    it('asks which one is meant, and then compares', async () => {
      const conversation = await startConversation();
      expect(await conversation.ask('compare nurses and plumbers')).to.include('Which one do you mean');
      const text = await conversation.ask('2');
      expect(text).to.include('Licensed practical nurses (32101)').and.to.include('Plumbers (72300)');
    });

    it('keeps what is known when one title is not, and goes on with the next', async () => {
      const conversation = await startConversation();
      expect(await conversation.ask('compare plumbers, flibbertigibbets and welders')).to.include('do not recognize');
      const [reply] = await conversation.say('electricians');
      expect(reply?.parts?.table?.columns.join()).to.match(/Plumbers.*Electricians.*Welders/);
    });

    it('asks for a second one, and for both', async () => {
      const conversation = await startConversation();
      expect(await conversation.ask('compare')).to.include('Tell me the occupations');
      expect(await conversation.ask('compare plumbers')).to.include('I need a second occupation');
      expect(await conversation.ask('welders')).to.match(/Plumbers[\s\S]*Welders/);
    });

    it('shows the fit where codes are known', async () => {
      const conversation = await startConversation();
      await conversation.say('my codes are M i d');
      const [reply] = await conversation.say('compare 12111 and plumbers');
      const row = reply?.parts?.table?.rows.find(({ label }) => label === 'Fit with your interests');
      expect(row?.cells[0]).to.equal('a strong fit');
      expect(row?.cells[1]).to.include('weak');
    });
  });

  // Protects from a made-up ranking: figures of different sources or years are never ranked.
  it('says so where no source has all of them, and ranks nothing', async () => {
    const { store: imported } = await importedKnowledge();
    const told = await comparisonAnswer(
      { ...context(), store: imported },
      refs(HEALTH_INFORMATION, WELDERS, DOCTORS),
      [],
    );
    expect(told && answerSpoken(told)).to.match(/different sources|in Canada is high(?:er|est)/);
    const survey = await comparisonAnswer(context({ level: 'starting' }), refs(HEALTH_INFORMATION, PLUMBERS), ['wage']);
    expect(survey && answerSpoken(survey)).to.not.match(/high(?:er|est) for/);
  });

  it('is told in two sentences where it is heard, behind one on the place where that is left', async () => {
    const told = await comparisonAnswer(context(), refs(PLUMBERS, WELDERS), []);
    expect(told?.lead).to.have.length(3);
    expect(told && answerSpoken(told)).to.match(/^I have no figure for Plumbers in Alberta, so .* for Canada\./);
    expect(told?.notes.filter(({ aloud }) => aloud)).to.deep.equal([]);
  });

  // Protects from an outdated reference: a group that a later store lacks is named, and the others are told.
  it('leaves out a group that the store no longer has, and needs two that it has', async () => {
    const told = await comparisonAnswer(context(), refs(PLUMBERS, '99999', WELDERS), []);
    expect(told?.table?.columns).to.have.length(2);
    expect(told && answerSpoken(told)).to.include('no longer has 99999');
    expect(await comparisonAnswer(context(), refs(PLUMBERS, '99999'), [])).to.equal(null);
  });

  // Protects people from made-up figures in any comparison.
  it('says only facts and typed parameters, whatever is compared', async () => {
    const { store: imported } = await importedKnowledge();
    const codes = (await store.groups()).map((group) => group.code);
    const faults: string[] = [];
    const narrowings: Details[] = [{}, { level: 'starting' }, { measure: 'high' }, { measure: 'low', per: 'year' }];
    for (let first = 0; first + 3 < codes.length; first += 7) {
      const four = refs(...codes.slice(first, first + 4));
      const details = narrowings[first % narrowings.length] ?? {};
      const told = await comparisonAnswer(context(details, first % 2 ? 'M i d' : ''), four, []);
      if (told) faults.push(...faultsOf(told));
    }
    for (const region of imported.regions) {
      const four = refs(HEALTH_INFORMATION, WELDERS, '31301', '73300');
      for (const topics of [[], ...COMPARED_TOPICS.map((topic) => [topic])]) {
        const told = await comparisonAnswer({ ...context({ region }, 'O i m'), store: imported }, four, topics);
        if (told) faults.push(...faultsOf(told));
      }
    }
    expect(faults).to.deep.equal([]);
  });

  // Protects titles that hold an "and" from being cut.
  it('cuts a list of titles where one ends', async () => {
    const { spot } = await shippedLexicon();
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['compare nurses, paramedics and midwives', ['nurses', 'paramedics', 'midwives']],
      ['plumbers vs. welders', ['plumbers', 'welders']],
      ['food and beverage servers and cooks', ['food and beverage servers', 'cooks']],
      ['plumber', ['plumber']],
      ['compare , and', ['and']],
    ];
    for (const [text, titles] of cases) expect(titlesIn(text, spot), text).to.deep.equal(titles);
  });
});

import { expect } from 'chai';
import type { Knowledge } from '../../../../dialogs/advisor.ts';
import { type Answer, answerFacts, answerParameters } from '../../../../dialogs/answers/answer.ts';
import type { AnswerContext } from '../../../../dialogs/answers/context.ts';
import { textOf } from '../../../../dialogs/answers/sentence.ts';
import { answer } from '../../../../dialogs/answers/topic-answers.ts';
import { en } from '../../../../dialogs/wording/index.ts';
import { faultsOf } from '../../../dialogs/answers/number-faults.ts';
import { shippedKnowledge, TODAY } from '../../../dialogs/helpers.ts';
import { importedKnowledge } from '../../../dialogs/imported-knowledge.ts';
import { cardFaults, shownIn, stringsOf } from '../../rendering/card-check.ts';
import { startLookup } from './helpers.ts';

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;
const TOPICS = ['overview', 'wage', 'education', 'outlook'] as const;
const MOST_BYTES = 20_000;

describe('cards of the search in Teams', () => {
  let knowledge: Knowledge;

  before(async () => {
    knowledge = await shippedKnowledge();
  });

  async function answersOf({ store }: Knowledge, code: string): Promise<Answer[]> {
    const region = store.regions.find(({ id }) => id === 'AB');
    const context: AnswerContext = {
      store,
      wording: en,
      details: region ? { region } : {},
      homeRegion: 'AB',
      codes: null,
      today: TODAY,
    };
    const told = await Promise.all(TOPICS.map((topic) => answer(context, topic, { code, occupation: '' })));
    return told.flatMap((each) => each ?? []);
  }

  // Protects a client who reads the card without anybody beside them: each number on it is a stored fact, or typed by the wording.
  it('tell stored facts alone, with their sources, for sixty groups', async () => {
    const lookup = startLookup(knowledge);
    const groups = (await knowledge.store.groups()).filter(({ code }, at) => at % 9 === 0 || code === '12111');
    expect(groups.length).to.be.at.least(58);
    for (const { code, title } of groups) {
      const [card] = (await lookup.select(code)).attachments;
      const shown = shownIn(card?.content);
      const answers = await answersOf(knowledge, code);
      expect(answers.flatMap(faultsOf), code).to.deep.equal([]);
      const told = answers.flatMap((each) => [...answerFacts(each), ...answerParameters(each)]);
      const known = new Set(told.flatMap(({ text }) => text.match(NUMBER) ?? []));
      const stray = (shown.match(NUMBER) ?? []).filter((number) => !known.has(number));
      expect(stray, code).to.deep.equal([]);
      expect(shown, code).to.contain(title);
      for (const { citations, notes } of answers) {
        for (const { source } of citations) expect(shown, code).to.contain(source.title);
        for (const { sentence } of notes) expect(shown, code).to.contain(textOf(sentence));
      }
    }
  });

  // Protects from a figure that was put together: every amount of money is one that stands in the group's wage rows, or is marked.
  it('tell amounts that the store has, or mark them as derived', async () => {
    const lookup = startLookup(knowledge);
    let amounts = 0;
    for (const { code } of (await knowledge.store.groups()).filter((_, at) => at % 9 === 4)) {
      const [card] = (await lookup.select(code)).attachments;
      const rows = await knowledge.store.wages(code);
      const stored = new Set(
        rows.flatMap(({ low, median, average, high, salary }) => [low, median, average, high, salary]),
      );
      const shown = shownIn(card?.content);
      const wage = (await answersOf(knowledge, code)).find(({ topic }) => topic === 'wage');
      const derived = wage ? answerFacts(wage).filter((fact) => fact.derived !== '') : [];
      for (const [, amount = ''] of shown.matchAll(/\$(\d[\d,]*(?:\.\d+)?)/g)) {
        const value = Number(amount.replaceAll(',', ''));
        amounts += 1;
        const marked = derived.some((fact) => fact.value === value) && shown.includes('derived');
        expect(stored.has(value) || marked, `${code} $${amount}`).to.equal(true);
      }
    }
    expect(amounts).to.be.greaterThan(100);
  });

  it('are cards that Teams takes, under their size, for every group', async () => {
    const lookup = startLookup(knowledge);
    for (const { code } of await knowledge.store.groups()) {
      const [card] = (await lookup.select(code)).attachments;
      expect(Buffer.byteLength(JSON.stringify(card?.content)), code).to.be.lessThan(MOST_BYTES);
      expect(cardFaults(card?.content), code).to.deep.equal([]);
      for (const url of stringsOf(card?.content, ['url'])) expect(url).to.match(/^https?:\/\//);
    }
  });

  it('stay under their size with an operator’s own files', async () => {
    const imported = await importedKnowledge();
    const lookup = startLookup(imported);
    for (const { code } of await imported.store.groups()) {
      const [card] = (await lookup.select(code)).attachments;
      expect(Buffer.byteLength(JSON.stringify(card?.content)), code).to.be.lessThan(MOST_BYTES);
    }
  });

  // Protects from a card that says half of it: what does not fit is left out from the end, never cut in the middle.
  // Protects the chat that a card is dropped into from a screenful of single words.
  it('tell a list of words in one paragraph, and a list of sentences line by line', async () => {
    const lookup = startLookup(knowledge);
    const linesOf = async (code: string): Promise<string[]> => {
      const [card] = (await lookup.select(code)).attachments;
      return shownIn(card?.content)
        .split('\n')
        .filter((line) => line.startsWith('• '));
    };
    expect(await linesOf('12111')).to.deep.equal([]);
    const [card] = (await lookup.select('12111')).attachments;
    expect(shownIn(card?.content)).to.include('; epidemiology; information science and technology; ');
    expect((await linesOf('72300')).length).to.be.greaterThan(1);
  });

  it('leave out lists and then sections that would make a card too large', async () => {
    const long = 'This group does a great many things. '.repeat(440);
    const store = new Proxy(knowledge.store, {
      get: (target, key) => {
        if (key === 'group')
          return async (code: string) => {
            const group = await target.group(code);
            return group && { ...group, title: 'Long group', whereTheyWork: long };
          };
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const [card] = (await startLookup({ ...knowledge, store }).select('72300')).attachments;
    const shown = shownIn(card?.content);
    expect(shown).to.contain(long.trim());
    expect(shown).not.to.contain('2024-2033');
    expect(shown).to.contain('Source: ');
  });
});

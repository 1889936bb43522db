import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { cardReply } from '../../../adapters/rendering/card-reply.ts';
import type { AdaptiveCard } from '../../../adapters/rendering/card-schema.ts';
import { clickedWords } from '../../../adapters/rendering/click.ts';
import type { Answer } from '../../../dialogs/answers/answer.ts';
import { comparisonAnswer } from '../../../dialogs/answers/comparison.ts';
import type { AnswerContext, Details } from '../../../dialogs/answers/context.ts';
import { interestResult } from '../../../dialogs/answers/interest-result.ts';
import { answer } from '../../../dialogs/answers/topic-answers.ts';
import { answerReply, plainReply, type Reply, replyActivity } from '../../../dialogs/replies.ts';
import { TOPICS } from '../../../dialogs/understanding/topics.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { CWPI_INTERESTS } from '../../../knowledge/model.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { TODAY } from '../../dialogs/helpers.ts';
import { importedKnowledge } from '../../dialogs/imported-knowledge.ts';
import { builtStore } from '../../knowledge/helpers.ts';
import { cardFaults, cardOf, shownIn, stringsOf, typesOf } from './card-check.ts';

const OPTIONS = { publicUrl: 'https://advisor.example.org' };
/** Larger ones are slow on a phone's line; Teams takes 80 kB and a little for the rest of a message. */
const TYPICAL_BYTES = 20_000;
/** What both Web Chat and Teams show. */
const KNOWN_TYPES = [
  'AdaptiveCard',
  'RichTextBlock',
  'TextRun',
  'Container',
  'Table',
  'TableRow',
  'TableCell',
  'Image',
  'Action.OpenUrl',
  'Action.ShowCard',
  'Action.Submit',
];

function contextOf(store: KnowledgeStore, details: Details = {}): AnswerContext {
  return { store, wording: en, details, homeRegion: 'AB', codes: null, today: TODAY };
}

/** Holds a message to tell the whole reply; gives its card, or null where text says it all. */
function expectWhole(reply: Reply, label: string): unknown {
  const activity = replyActivity(reply);
  const sent = cardReply(activity, OPTIONS);
  expect(sent.speak, label).to.equal(reply.spoken);
  expect(sent.suggestedActions, label).to.deep.equal(activity.suggestedActions);
  expect(JSON.stringify(sent), label).not.to.contain('vnd.career-advisor');
  if (!sent.attachments) {
    expect(sent.text, label).to.equal(reply.text);
    return null;
  }
  expect(sent.text, label).to.equal(reply.parts?.lead.join(' '));
  const card = cardOf(sent);
  expect(cardFaults(card), label).to.deep.equal([]);
  expect(
    [...typesOf(card)].filter((type) => !KNOWN_TYPES.includes(type)),
    label,
  ).to.deep.equal([]);
  expect(stringsOf(card, ['fallbackText']), label).to.deep.equal([reply.text]);
  const shown = [sent.text, shownIn(card)].join('\n');
  // How many more there are in writing is for the ear alone.
  const seen = reply.parameters.filter(({ parameter }) => parameter !== 'link' && parameter !== 'count');
  const untold = [...reply.facts, ...seen].filter(({ text }) => !shown.includes(text));
  expect(untold, label).to.deep.equal([]);
  // The address of a source stands under its title; of anything else, in the text.
  const links = reply.parameters.filter(({ parameter, text }) => parameter === 'link' && text.startsWith('http'));
  expect(
    links.filter(({ text }) => !stringsOf(card, ['url']).includes(text)),
    label,
  ).to.deep.equal([]);
  expect(Buffer.byteLength(JSON.stringify(card)), label).to.be.lessThan(TYPICAL_BYTES);
  return card;
}

describe('answers as cards', () => {
  let store: KnowledgeStore;

  before(async () => {
    ({ store } = await builtStore());
  });

  // Protects people on the web from an answer that loses a figure, a note or a source on its way into a card.
  it('tell all that the answer tells, in elements that the library takes, for every topic', async () => {
    const { store: imported } = await importedKnowledge();
    const [profile] = await store.occupationsOf('12111');
    const subjects = [
      { store, code: '12111', occupation: profile?.id ?? '' },
      { store, code: '31301', occupation: '' },
      { store, code: '00010', occupation: '' },
      { store, code: '73300', occupation: '' },
      { store: imported, code: '72106', occupation: '' },
      { store: imported, code: '14100', occupation: '' },
    ];
    let cards = 0;
    for (const { store: from, ...subject } of subjects) {
      for (const topic of TOPICS) {
        const told = await answer(contextOf(from), topic, subject);
        if (told && expectWhole(answerReply(told), `${subject.code} ${topic}`)) cards += 1;
      }
    }
    expect(cards).to.be.greaterThan(subjects.length * 12);
  });

  it('tell pay in every region, of areas, and of each province', async () => {
    const { store: imported } = await importedKnowledge();
    for (const [from, code] of [
      [store, '12111'],
      [store, '00010'],
      [imported, '72106'],
    ] as const) {
      const all: Details[] = [{ everyRegion: true }, ...from.regions.slice(0, 40).map((region) => ({ region }))];
      for (const details of all) {
        const told = await answer(contextOf(from, details), 'wage', { code, occupation: '' });
        if (told) expectWhole(answerReply(told), `${code} ${JSON.stringify(details)}`);
      }
    }
  });

  it('tell occupations side by side, two to four', async () => {
    const codes = ['72106', '31301', '14100', '00010'];
    for (const most of [2, 3, 4]) {
      const subjects = codes.slice(0, most).map((code) => ({ code, occupation: '' }));
      const told = await comparisonAnswer(contextOf(store), subjects, []);
      expect(told && expectWhole(answerReply(told), `${most} groups`)).to.be.an('object');
    }
  });

  it('tell the result of the exercise with its bars', () => {
    const told = interestResult(en, {
      kind: 'found',
      certainty: 0.9,
      codes: [{ interest: 'Methodical', strong: true }],
      sureness: 'sure',
      estimates: CWPI_INTERESTS.map((interest, at) => ({
        interest,
        mean: 0.5 - at / 4,
        variance: 0.1,
        answers: 3,
        average: null,
      })),
    });
    const shown = shownIn(expectWhole(answerReply(told), 'the result'));
    expect(shown).to.match(/█+░+ 63/);
  });

  it('show the picture of pay with its words', async () => {
    const told = await answer(contextOf(store), 'wage', { code: '12111', occupation: '' });
    const card = cardOf(cardReply(replyActivity(answerReply(toldOf(told))), OPTIONS));
    const [address] = stringsOf(card, ['url']);
    expect(address).to.match(/^https:\/\/advisor\.example\.org\/charts\/wages\.svg\?code=12111&region=AB&/);
    expect(stringsOf(card, ['altText'])).to.deep.equal([answerReply(toldOf(told)).parts?.picture?.alt]);
    const without = cardReply(replyActivity(answerReply(toldOf(told))), { ...OPTIONS, pictures: 'none' });
    expect(typesOf(cardOf(without)).has('Image')).to.equal(false);
  });

  // Protects the licences' condition, and the reader's room: it is there, folded away with the sources.
  it('tell what the licences ask for among the sources, once', async () => {
    const told = await answer(contextOf(store), 'wage', { code: '72300', occupation: '' });
    const reply = answerReply(toldOf(told));
    const attributions = [...new Set(reply.sources.flatMap(({ attribution }) => attribution || []))];
    expect(attributions.length).to.be.greaterThan(0);
    const { body, actions } = cardOf(cardReply(replyActivity(reply), OPTIONS)) as AdaptiveCard;
    for (const attribution of attributions) {
      expect(JSON.stringify(body)).not.to.contain(attribution);
      expect(JSON.stringify(actions).split(attribution)).to.have.lengthOf(2);
    }
  });

  it('number a list to pick from as the person may answer', async () => {
    const told = await answer(contextOf(store), 'similar', { code: '31301', occupation: '' });
    const reply = answerReply(toldOf(told));
    expect(reply.choices.length).to.be.greaterThan(2);
    const shown = shownIn(cardOf(cardReply(replyActivity(reply), OPTIONS)));
    reply.parts?.items.forEach((item, at) => {
      expect(shown).to.contain(`${at + 1}. ${item}`);
    });
  });

  it('put the suggestions that a channel has no room for on the card, as clicks that say them', async () => {
    const told = await answer(contextOf(store), 'similar', { code: '31301', occupation: '' });
    const reply = answerReply(toldOf(told));
    const sent = cardReply(replyActivity(reply), { ...OPTIONS, mostSuggested: 2 });
    const beside = sent.suggestedActions?.actions.map(({ value }) => value) ?? [];
    const clicked = submitsIn(cardOf(sent)).map(clickedWords);
    expect(beside).to.have.lengthOf(2);
    expect([...beside, ...clicked]).to.deep.equal(reply.suggestions);
    expect(cardFaults(cardOf(sent))).to.deep.equal([]);
  });

  it('leave what is no answer as text, with its list', () => {
    const reply = plainReply([en.conversation.personal], ['one', 'two'], [en.wage.missingCell, en.wage.excluded]);
    const sent = cardReply(replyActivity(reply), OPTIONS);
    expect(sent.text).to.equal(reply.text);
    expect(sent.attachments).to.equal(undefined);
    expect(sent.textFormat).to.equal('plain');
    expect(sent.suggestedActions?.actions).to.have.lengthOf(2);
  });

  it('leave other activities as they are', () => {
    const typing: Partial<Activity> = { type: 'typing' };
    expect(cardReply(typing, OPTIONS)).to.equal(typing);
  });
});

function toldOf(told: Answer | null): Answer {
  if (!told) throw new Error('there is no answer');
  return told;
}

function submitsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(submitsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'Action.Submit' && 'data' in value) return [value.data];
  return Object.values(value).flatMap(submitsIn);
}

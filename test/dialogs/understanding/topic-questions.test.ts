import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { TOPICS } from '../../../dialogs/understanding/topics.ts';
import { type Lexicon, understand } from '../../../dialogs/understanding/understand.ts';
import { shippedLexicon } from '../helpers.ts';

interface Row {
  readonly question: string;
  readonly topics: string;
  readonly kind: 'subject' | 'followup' | 'general';
}

/** How people who read "median" or "percentile" beside a wage ask what that is. */
const MEASURES: readonly Row[] = [
  'What does median mean?',
  'what mean median',
  'what is the median',
  "what's a percentile",
  'what does the 90th percentile mean?',
  'what is a 10th percentile',
  'difference between median and average',
  'what do you mean by median',
  'median meaning',
  'how is the median calculated?',
  'explain percentile',
  'what does the average salary mean',
].map((question) => ({ question, topics: 'measure-meaning', kind: 'general' }));

const rows = [
  ...(parse(readFileSync(join(import.meta.dirname, '../../data/topic-questions.csv')), { columns: true }) as Row[]),
  ...MEASURES,
];

/** Questions that are still misread: named here so that the rest is held to the letter, and so that nobody is told otherwise. */
const MISREAD = new Set([
  // "becoming" is taken for a question about schooling, which is heard before "describe".
  'I have a client who is interested in becoming a land surveyor, can you describe the occupation for me?',
  // "by training" is taken for a question about schooling.
  'My client is a chemist by training. Who typically employs chemists?',
]);

describe('topics in many words', () => {
  let lexicon: Lexicon;

  before(async () => {
    lexicon = await shippedLexicon();
  });

  // Protects the promise that each topic is understood however people ask: at least ten ways of asking each.
  it('has at least ten ways of asking for each topic', () => {
    const counts = new Map<string, number>();
    for (const { topics } of rows)
      for (const topic of topics.split(';')) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    expect(TOPICS.filter((topic) => (counts.get(topic) ?? 0) < 10)).to.deep.equal([]);
  });

  for (const topic of TOPICS) {
    it(`understands questions about ${topic}`, () => {
      const misread = rows
        .filter((row) => row.topics.split(';')[0] === topic && !MISREAD.has(row.question))
        .map((row) => ({ row, found: topicsOf(row.question) }))
        .filter(({ row, found }) => found !== row.topics)
        .map(({ row, found }) => `${row.question}: wanted ${row.topics}, got ${found}`);
      expect(misread).to.deep.equal([]);
    });
  }

  // Protects questions about fit from the title "FIT" (a forester in training), and from traits.
  for (const [question, mention] of [
    ['does this fit me', ''],
    ['is it a good fit', ''],
    ['would I like it?', ''],
    ['does a plumber fit me', 'plumber'],
    ['is plumber a good fit for me', 'plumber'],
    ['plumber fit with my interests', 'plumber'],
    ['would I like being a plumber', 'plumber'],
    ['does welding suit me', 'welding'],
    ['how well does accountant suit me', 'accountant'],
    ['is a nurse suited to me?', 'nurse'],
  ] as const) {
    it(`takes "${question}" for the interests`, () => {
      expect(topicsOf(question)).to.equal('interests');
      expect(mentionsOf(question).join()).to.equal(mention);
    });
  }

  // Protects follow-ups: a question that names no occupation must not be taken to name one.
  it('finds no occupation where none is named, and one where one is', () => {
    const wrong = rows
      .filter((row) => row.kind !== 'general' && !MISREAD.has(row.question))
      .map((row) => ({ row, mentions: mentionsOf(row.question) }))
      .filter(({ row, mentions }) => (row.kind === 'followup') !== (mentions.length === 0))
      .map(({ row, mentions }) => `${row.kind}: ${row.question}: ${mentions.join(' / ') || 'none'}`);
    expect(wrong).to.deep.equal([]);
  });

  function topicsOf(question: string): string {
    const understood = understand(question, lexicon);
    return understood.kind === 'questions'
      ? [...new Set(understood.questions.flatMap((one) => one.topics))].join(';')
      : understood.kind;
  }

  function mentionsOf(question: string): string[] {
    const understood = understand(question, lexicon);
    return understood.kind === 'questions' ? understood.questions.flatMap((one) => one.mentions) : [];
  }
});

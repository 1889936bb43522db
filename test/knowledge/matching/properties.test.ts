import { expect } from 'chai';
import fc from 'fast-check';
import { FUNCTION_WORDS } from '../../../knowledge/matching/lexicon.ts';
import { packInput, seeded } from '../../bench/data.ts';
import { packMatcher } from './helpers.ts';

const words = packInput().titles.map((each) => each.title);
const anyTitle = fc.constantFrom(...words);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
  anyTitle,
  fc.tuple(anyTitle, fc.string()).map((two) => two.join(' ')),
);

describe('TitleMatcher, for any text', () => {
  it('answers in the contract: no throw, unique groups, scores from 1 down to 0, offsets that hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { query, decision, candidates } = packMatcher().match(text);
        expect(query).to.equal(text);
        expect(new Set(candidates.map((each) => each.code)).size).to.equal(candidates.length);
        expect(candidates.length === 0).to.equal(decision === 'none');
        let last = 1;
        for (const { score, matchedTitle } of candidates) {
          expect(score).to.be.within(0, last);
          expect(matchedTitle).not.to.equal('');
          last = score;
        }
        let end = 0;
        for (const span of packMatcher().spot(text)) {
          expect(span.start).to.be.at.least(end);
          expect(text.slice(span.start, span.end)).to.equal(span.phrase);
          end = span.end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the same text has the same answer', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(packMatcher().match(text)).to.deep.equal(packMatcher().match(text));
      }),
      { numRuns: 100 },
    );
  });

  it('space around and between words does not matter', () => {
    fc.assert(
      fc.property(anyTitle, (text) => {
        const codes = (each: string): string[] =>
          packMatcher()
            .match(each)
            .candidates.map((found) => found.code);
        expect(codes(`  ${text.replaceAll(' ', '   ')}\t`)).to.deep.equal(codes(text));
      }),
      { numRuns: 150 },
    );
  });

  it('case and accents do not matter to what comes first', () => {
    fc.assert(
      fc.property(anyTitle, (text) => {
        // "DO", "HIS", "AT" are titles in capitals only; in small letters they are words of every sentence.
        const abbreviations = text.match(/\b\p{Lu}+\b/gu) ?? [];
        fc.pre(!abbreviations.some((each) => FUNCTION_WORDS.has(each.toLowerCase())));
        const one = (each: string): string | undefined => packMatcher().match(each).candidates[0]?.code;
        expect(one(text.toUpperCase())).to.equal(one(text.toLowerCase()));
        expect(one(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())).to.equal(one(text.toLowerCase()));
      }),
      { numRuns: 200 },
    );
  });
});

describe('every stored title', () => {
  const owners = new Map<string, Set<string>>();
  const fold = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  for (const { title, code } of packInput().titles)
    owners.set(fold(title), (owners.get(fold(title)) ?? new Set()).add(code));

  it('finds its own group among the first, and first where no other group has it', () => {
    const random = seeded(5);
    const wrong: string[] = [];
    // A third of them, drawn anew only when the pack changes: all would take a minute.
    for (const { title } of packInput().titles) {
      if (random() > 0.33) continue;
      const codes = owners.get(fold(title)) ?? new Set<string>();
      const found = packMatcher()
        .match(title)
        .candidates.map((each) => each.code);
      if (!codes.has(found[0] ?? '')) wrong.push(`${title}: ${found[0]} instead of ${[...codes].join(', ')}`);
    }
    expect(wrong).to.deep.equal([]);
  }).timeout(120_000);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { PACK_DIR } from '../helpers.ts';
import { hasReference, packRows, REFERENCE_DIR, SEED_FILE, withReference } from './tables.ts';

const RUN = 8;
const MOST_GROUPS = 3;
const OPENING = 4;

/** Words that hold a sentence together; what is left of it without the others is its frame. */
const FUNCTION_WORDS = new Set(
  `a an the and or but nor so yet as at by for from in into of off on onto out over to under up with within without about above
  across after against along among around before behind below beneath beside besides between beyond despite down during except inside
  like near outside past per since than through throughout till toward towards until upon via i you he she it we they me him her us them
  my your his its our their mine yours hers ours theirs this that these those who whom whose which what where when why how whether if
  because while although though unless once is are was were be been being am do does did doing done have has had having can could may
  might must shall should will would not no all any both each either every few many more most much neither none one other others
  another some such same own only also too very just even still often usually always sometimes then there here again ever never rather
  else`.split(/\s+/),
);

const words = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .match(/[a-z0-9]+(?:['-][a-z0-9]+)*/g) ?? [];

/** The same words however they are hyphenated: for finding text that is shared. */
const plainWords = (text: string): string[] => words(text.replaceAll('-', ' '));

const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence !== '');

function frameOf(sentence: string): string {
  const frame: string[] = [];
  for (const word of words(sentence)) {
    if (FUNCTION_WORDS.has(word)) frame.push(word);
    else if (frame.at(-1) !== '_') frame.push('_');
  }
  return frame.join(' ');
}

/** Every text of a profile, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const descriptions = packRows('descriptions.csv');
const told = descriptions.map((row) => ({
  code: row.code ?? '',
  sentences: [...sentences(row.what_they_do ?? ''), ...sentences(row.where_they_work ?? '')],
}));

/** What more than `MOST_GROUPS` groups have in common. */
function shared(keyOf: (sentence: string) => string): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { code, sentences: own } of told) {
    for (const sentence of own) groups.set(keyOf(sentence), (groups.get(keyOf(sentence)) ?? new Set()).add(code));
  }
  return [...groups]
    .filter(([, codes]) => codes.size > MOST_GROUPS)
    .map(([key, codes]) => `${key}: ${[...codes].join(' ')}`);
}

describe('the words of the pack', () => {
  it('collapse to the frame they stand in', () => {
    expect(frameOf('They sort incoming files, scan paper, and help staff find a record.')).to.equal('they _ and _ a _');
    expect(frameOf('Many work for hospitals and clinics.')).to.equal(frameOf('Many serve for mines and mills.'));
  });

  it(`say no sentence in one frame for more than ${MOST_GROUPS} groups`, () => {
    expect(shared(frameOf)).to.deep.equal([]);
  });

  it(`open no sentence with the same ${OPENING} words in more than ${MOST_GROUPS} groups`, () => {
    expect(shared((sentence) => words(sentence).slice(0, OPENING).join(' '))).to.deep.equal([]);
  });

  it('tell each group in two to five sentences, and in a gist of a few words that no other group has', () => {
    const gists = new Map<string, string>();
    for (const row of descriptions) {
      const { code = '', gist = '' } = row;
      expect(gists.get(gist), `${code} has the gist of another group`).to.equal(undefined);
      gists.set(gist, code);
      expect(words(gist).length, `${code}: ${gist}`).to.be.within(2, 12);
      expect(gist, code).to.match(/^[^A-Z].*[^.]$/);
    }
    for (const { code, sentences: own } of told) {
      expect(own.length, code).to.be.within(2, 5);
      for (const sentence of own) expect(sentence, code).to.match(/[.!?]$/);
    }
  });

  it('say no number: figures come from the tables, with their source', () => {
    const withDigits = descriptions.filter((row) => /\d/.test(`${row.gist}${row.what_they_do}${row.where_they_work}`));
    expect(withDigits.map((row) => row.code)).to.deep.equal([]);
  });

  describe(withReference(`share no run of ${RUN} words with what others wrote`), function () {
    this.timeout(120_000);
    /** Runs of words of the pack, and where each stands. */
    const runs = new Map<string, string>();

    before(function () {
      if (!hasReference()) this.skip();
      const add = (where: string, text: string): void => {
        for (const run of runsOf(text)) runs.set(run, where);
      };
      for (const row of descriptions) {
        for (const column of ['gist', 'what_they_do', 'where_they_work'])
          add(`${row.code} ${column}`, row[column] ?? '');
      }
      for (const file of readdirSync(join(PACK_DIR, 'profiles'))) {
        for (const text of textsIn(parse(readFileSync(join(PACK_DIR, 'profiles', file), 'utf8')))) add(file, text);
      }
    });

    function runsOf(text: string): string[] {
      const all = plainWords(text);
      return all.slice(0, Math.max(0, all.length - RUN + 1)).map((_, index) => all.slice(index, index + RUN).join(' '));
    }

    const sharedWith = (file: string): string[] =>
      runsOf(readFileSync(file, 'utf8').replaceAll('\\n', ' ')).flatMap((run) =>
        runs.has(run) ? [`${runs.get(run)}: ${run}`] : [],
      );

    it('would find one that is shared', () => {
      const [run = ''] = runs.keys();
      expect(runsOf(`Somebody else wrote: ${run.toUpperCase()}!`)).to.include(run);
      expect(runs.size).to.be.greaterThan(15_000);
    });

    const files = hasReference()
      ? readdirSync(REFERENCE_DIR, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [];
    for (const file of existsSync(SEED_FILE) ? [...files, SEED_FILE] : files) {
      it(`in ${basename(file)}`, () => {
        expect(sharedWith(file)).to.deep.equal([]);
      });
    }
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { type CountableGap, type GapCounter, GapKeeper, keepable, SEALED } from '../../bot/gaps.ts';
import type { Gap } from '../../dialogs/turn-report.ts';

const title = (text: string): Gap => ({ kind: 'title', text });
const SECTION: Gap = { kind: 'section', topic: 'advancement', code: '72300' };

/** What is kept of a text; null where nothing is. */
function kept(text: string): string | null {
  const gap = keepable({ kind: 'message', text });
  return gap === null || gap.kind === 'section' ? null : gap.text;
}

describe('what is kept of what could not be answered', () => {
  for (const [said, text] of [
    ['  Flibbertigibbet  ', 'flibbertigibbet'],
    ['SENIOR\tWidget\u0000\u200b Polisher?!', 'senior widget polisher'],
    ['C# developer', 'c# developer'],
    ['sales/marketing rep', 'sales/marketing rep'],
    ['“chief happiness officer”', 'chief happiness officer'],
    ['créateur de contenu', 'créateur de contenu'],
    ['level 3 technician', 'level 3 technician'],
    ['e-mail marketing and public speaking coach', 'e-mail marketing and public speaking coach'],
  ] as const) {
    it(`${JSON.stringify(said)} is kept folded`, () => expect(kept(said)).to.equal(text));
  }

  // Protects people: what may tell of somebody goes whole, as what stood around it would still tell of them.
  for (const said of [
    '',
    ' \u0000 ?! ',
    'my name is Night Owl',
    'my last name is Owl',
    'I am Night Owl',
    "I'm Night Owl",
    'I’m Owl',
    'im owl',
    'call me Owl',
    'Night Owl speaking',
    'this is Owl',
    'Mrs. Owl',
    'regards, Night Owl',
    'owl@example',
    'night.owl',
    'owl dot owl at mail dot com',
    'www example com',
    'https://example',
    '12 Main Street',
    '12b old mill rd',
    'welder T5K 2J1',
    'welder t5k2j1',
    'badge 1234',
    'badge 12-34',
    'I live in the old house',
    'born in may',
    'my home phone number',
    'one two three four five six seven eight nine',
    'a'.repeat(61),
  ]) {
    it(`${JSON.stringify(said)} is not kept`, () => expect(kept(said)).to.equal(null));
  }

  const words = fc.string({ unit: 'grapheme', maxLength: 30 });
  const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
  const name = fc.stringMatching(/^[a-z]{2,8}$/);
  const personal = fc.oneof(
    fc.tuple(name, name).map(([user, host]) => `${user}@${host}.com`),
    fc.tuple(name, name).map(([user, host]) => `${user} at ${host} dot ca`),
    fc.tuple(digits(10), fc.constantFrom('', ' ', '-', '.', '\u200b')).map(([all, gap]) => {
      const number = all.join('');
      return [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(gap);
    }),
    fc.tuple(digits(9), fc.constantFrom('', ' ', '-', 'x')).map(([all, gap]) => {
      const number = all.join('');
      return [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(gap);
    }),
  );

  it('never an e-mail address, a phone number or a SIN, wherever it stands', () => {
    fc.assert(
      fc.property(words, personal, words, (before, secret, after) => {
        expect(kept(`${before} ${secret} ${after}`)).to.equal(null);
      }),
      { numRuns: 1000 },
    );
  });

  it('whatever was typed: short, on one line, and the same when it is folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (said) => {
        const text = kept(said);
        if (text === null) return;
        expect(text.length).to.be.within(1, 60);
        expect(text.split(' ').length).to.be.at.most(8);
        expect(text).not.to.match(/\p{C}|\p{N}{4}|@| {2}/u);
        expect(text.startsWith(SEALED)).to.equal(false);
        expect(kept(text)).to.equal(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('counting what could not be answered', () => {
  /** Counts in memory, as the one on SQLite does. */
  class Counter implements GapCounter {
    readonly counts = new Map<string, number>();

    async count(gaps: readonly CountableGap[]): Promise<readonly number[]> {
      return gaps.map(({ kind, subject }) => {
        const next = (this.counts.get(`${kind} ${subject}`) ?? 0) + 1;
        this.counts.set(`${kind} ${subject}`, next);
        return next;
      });
    }

    get readable(): Record<string, number> {
      return Object.fromEntries([...this.counts].filter(([key]) => !key.includes(SEALED)));
    }
  }

  let counter: Counter;
  let keeper: GapKeeper;
  beforeEach(() => {
    counter = new Counter();
    keeper = new GapKeeper(counter, new Uint8Array(32).fill(7));
  });

  // Protects who typed a name alone: it looks like a title, and nobody is to read it.
  it('keeps no words that one conversation alone has said, however often', async () => {
    for (let times = 0; times < 5; times += 1) await keeper.note([title('Night Owl'), title('night  owl')], 'one');
    expect([...counter.counts]).to.have.length(1);
    expect(JSON.stringify([...counter.counts])).not.to.match(/night|owl/i);
    expect([...counter.counts.values()]).to.deep.equal([1]);
  });

  it('keeps the words from the second conversation on', async () => {
    await keeper.note([title('Widget polisher')], 'one');
    expect(counter.readable).to.deep.equal({});
    await keeper.note([title('widget polisher!')], 'two');
    await keeper.note([title('widget polisher')], 'three');
    expect(counter.readable).to.deep.equal({ 'title widget polisher': 2 });
  });

  it('keeps apart what was taken for a title and what was not understood', async () => {
    await keeper.note([title('widget polisher')], 'one');
    await keeper.note([{ kind: 'message', text: 'widget polisher' }], 'two');
    expect(counter.readable).to.deep.equal({});
  });

  it('counts a section at once, once a conversation', async () => {
    await keeper.note([SECTION, SECTION], 'one');
    await keeper.note([SECTION], 'one');
    expect(counter.readable).to.deep.equal({ 'section advancement 72300': 1 });
    await keeper.note([SECTION], 'two');
    expect(counter.readable).to.deep.equal({ 'section advancement 72300': 2 });
  });

  it('stands with a hash that another key does not make', async () => {
    await keeper.note([title('night owl')], 'one');
    await new GapKeeper(counter, new Uint8Array(32).fill(8)).note([title('night owl')], 'two');
    expect([...counter.counts]).to.have.length(2);
    expect(counter.readable).to.deep.equal({});
  });

  it('writes nothing where nothing may be kept', async () => {
    await keeper.note([title('my name is Night Owl'), title('someone@example.com')], 'one');
    expect([...counter.counts]).to.deep.equal([]);
  });
});

import type { Storage, StoreItems } from 'botbuilder';
import { expect } from 'chai';
import fc from 'fast-check';
import { TurnStorage } from '../../../bot/state/turn-storage.ts';
import { errorOf } from '../../knowledge/helpers.ts';
import { newFile, usingStorage } from './helpers.ts';

/** Runs `work` on a turn's storage over a file's. */
function using<T>(work: (turns: TurnStorage, stored: Storage) => Promise<T>): Promise<T> {
  return usingStorage(newFile(), (stored) => work(new TurnStorage(stored), stored));
}

describe("a turn's storage", () => {
  // Protects the one transaction of a turn: nothing of it may be kept before the replies are.
  it('keeps writes and deletes back, and reads them as they will be', () =>
    using(async (turns, stored) => {
      await stored.write({ a: { n: 1 }, b: { n: 1 } });
      const { value, buffer } = await turns.during(async () => {
        await turns.write({ a: { n: 2 }, c: { n: 2 } });
        await turns.delete(['b']);
        return turns.read(['a', 'b', 'c']);
      });
      expect(value.a.n).to.equal(2);
      expect(value.c.n).to.equal(2);
      expect(value).to.not.have.property('b');
      expect(buffer.changes.map(({ key }) => key)).to.have.members(['a', 'b', 'c']);
      const { a, b, c } = await stored.read(['a', 'b', 'c']);
      expect([a.n, b.n, c]).to.deep.equal([1, 1, undefined]);
    }));

  it('passes through outside a turn, and does not mix up two turns', () =>
    using(async (turns, stored) => {
      await turns.write({ a: { n: 1 } });
      expect((await stored.read(['a'])).a.n).to.equal(1);
      const both = await Promise.all(
        [2, 3].map((n) =>
          turns.during(async () => {
            await turns.write({ a: { n } });
            return (await turns.read(['a'])).a.n;
          }),
        ),
      );
      expect(both.map(({ value }) => value)).to.deep.equal([2, 3]);
      await turns.delete(['a']);
      expect(await stored.read(['a'])).to.deep.equal({});
    }));

  // Protects from the SDK's "*": the last writer would win.
  it('expects what the turn has read first, whatever eTag the SDK writes', () =>
    using(async (turns, stored) => {
      await stored.write({ a: { n: 1 } });
      const { a } = await stored.read(['a']);
      const { buffer } = await turns.during(async () => {
        await turns.read(['a', 'absent']);
        await stored.write({ a: { n: 2 } });
        await turns.read(['a']);
        await turns.write({ a: { n: 3, eTag: '*' }, absent: { n: 3, eTag: '*' }, unread: { n: 3, eTag: '*' } });
        await turns.write({ a: { n: 4, eTag: '*' } });
        await turns.delete(['absent']);
      });
      const expected = Object.fromEntries(buffer.changes.map((change) => [change.key, change.expected]));
      expect(expected).to.deep.equal({ a: a.eTag, absent: null, unread: undefined });
    }));

  it('refuses an eTag that is not the one that the turn knows', () =>
    using(async (turns, stored) => {
      await stored.write({ a: { n: 1 } });
      for (const wrong of [
        { a: { eTag: 'another' } },
        { absent: { eTag: 'another' } },
        { new: {}, a: { eTag: 'another' } },
      ]) {
        const { buffer } = await turns.during(async () => {
          await turns.read(['a', 'absent']);
          expect((await errorOf(turns.write(wrong))).code).to.equal('STATE_CONFLICT');
        });
        expect(buffer.changes).to.deep.equal([]);
      }
      await turns.during(async () => {
        const first = await turns.read(['a']);
        await turns.write(first);
        expect((await errorOf(turns.write(first))).code).to.equal('STATE_CONFLICT');
        await turns.write(await turns.read(['a']));
      });
    }));

  // Protects from replies that were sent while what they promise was lost.
  it('refuses what is written after the turn has ended', () =>
    using(async (turns) => {
      let late: (() => Promise<void>) | undefined;
      let ended: (() => void) | undefined;
      const over = new Promise<void>((resolve) => {
        ended = resolve;
      });
      const after = turns.during(async () => {
        const write = over.then(() => turns.write({ a: {} }));
        late = () => write;
      });
      await after;
      ended?.();
      const fault = await late?.().catch((error: unknown) => error);
      expect(String(fault)).to.include('this turn is over');
    }));

  // Protects the SDK's contract inside a turn: it is a storage like the one below.
  it('reads as the storage would that it stands on', () =>
    using(async (turns, stored) => {
      const key = fc.constantFrom('a', 'b', 'c');
      const step = fc.oneof(
        fc.record({ write: fc.dictionary(key, fc.record({ n: fc.integer() })) }),
        fc.record({ delete: fc.array(key) }),
      );
      const bare = (items: StoreItems): unknown =>
        Object.fromEntries(Object.entries(items).map(([name, { n }]: [string, { n: number }]) => [name, n]));
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          await turns.during(async () => {
            await turns.delete(['a', 'b', 'c']);
            await stored.delete(['a', 'b', 'c']);
            for (const change of steps) {
              for (const storage of [turns, stored]) {
                if ('write' in change) await storage.write(structuredClone(change.write));
                else await storage.delete(change.delete);
              }
              expect(bare(await turns.read(['a', 'b', 'c']))).to.deep.equal(bare(await stored.read(['a', 'b', 'c'])));
            }
          });
        }),
        { numRuns: 30 },
      );
    }));
});

import type { StoreItems } from 'botbuilder';
import { expect } from 'chai';
import fc from 'fast-check';
import { errorOf } from '../../knowledge/helpers.ts';
import { newFile, usingStorage as using } from './helpers.ts';

/** What is stored, without the eTags. */
function valuesOf(items: StoreItems): StoreItems {
  return Object.fromEntries(
    Object.entries(items).map(([key, { eTag: _, ...value }]: [string, { eTag: string }]) => [key, value]),
  );
}

describe("the state's storage", () => {
  // Protects the SDK's contract: an unknown key is left out, several come at once, each with its eTag.
  it('reads what was written, and nothing for other keys', () =>
    using(newFile(), async (storage) => {
      expect(await storage.read(['a'])).to.deep.equal({});
      await storage.write({ a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
      const items = await storage.read(['b', 'a', 'missing']);
      expect(valuesOf(items)).to.deep.equal({ a: { n: 1 }, b: { n: 2 } });
      expect(items.a.eTag).to.be.a('string').and.to.not.equal(items.b.eTag);
      expect(await storage.read([])).to.deep.equal({});
    }));

  it('deletes those named, known or not, and no other', () =>
    using(newFile(), async (storage) => {
      await storage.write({ a: { n: 1 }, b: { n: 2 } });
      await storage.delete(['a', 'missing']);
      expect(valuesOf(await storage.read(['a', 'b']))).to.deep.equal({ b: { n: 2 } });
    }));

  // Protects what another turn wrote meanwhile; half a turn's state would be worse than none.
  it('refuses a write whose eTag is not the stored one, with all that came with it', () =>
    using(newFile(), async (storage) => {
      await storage.write({ a: { n: 1 }, b: { n: 1 } });
      const { a, b } = await storage.read(['a', 'b']);
      await storage.write({ b: { n: 2 } });
      for (const write of [
        { new: { n: 9 }, a: { ...a, n: 9 }, b: { ...b, n: 9 } },
        { b: { n: 9, eTag: 7 }, a: { n: 9 } },
      ]) {
        expect((await errorOf(storage.write(write))).code).to.equal('STATE_CONFLICT');
      }
      expect(valuesOf(await storage.read(['a', 'b', 'new']))).to.deep.equal({ a: { n: 1 }, b: { n: 2 } });
      await storage.write({ a: { ...a, n: 3 } });
      expect((await errorOf(storage.write({ a: { ...a, n: 4 } }))).code).to.equal('STATE_CONFLICT');
      expect((await storage.read(['a'])).a.n).to.equal(3);
    }));

  // Protects "forget me": a turn that began before it must not bring the person back.
  it('refuses a write over what was deleted meanwhile', () =>
    using(newFile(), async (storage) => {
      await storage.write({ a: { n: 1 } });
      const { a } = await storage.read(['a']);
      await storage.delete(['a']);
      expect((await errorOf(storage.write({ a }))).code).to.equal('STATE_CONFLICT');
      expect(await storage.read(['a'])).to.deep.equal({});
    }));

  // Protects BotState, which always writes "*".
  it('overwrites on "*", an empty eTag or none, and gives a new eTag each time', () =>
    using(newFile(), async (storage) => {
      const seen = new Set<unknown>();
      for (const [n, eTag] of ['*', '', undefined, null, '*'].entries()) {
        await storage.write({ a: { n, eTag } });
        const { a } = await storage.read(['a']);
        expect(a.n).to.equal(n);
        seen.add(a.eTag);
      }
      expect(seen.size).to.equal(5);
    }));

  it('stores what an item was when it was handed over', () =>
    using(newFile(), async (storage) => {
      const item = { list: [1] };
      const writing = storage.write({ a: item });
      item.list.push(2);
      await writing;
      expect((await storage.read(['a'])).a.list).to.deep.equal([1]);
    }));

  it('refuses what is no object, and stores nothing of that call', () =>
    using(newFile(), async (storage) => {
      for (const wrong of [null, undefined, 'text', 7, ['list']]) {
        const fault: unknown = await storage.write({ a: { n: 1 }, b: wrong }).catch((error: unknown) => error);
        expect(fault).to.be.instanceOf(TypeError);
      }
      expect(await storage.read(['a', 'b'])).to.deep.equal({});
    }));

  // Protects every character that a person may type: keys and values come back as they were.
  it('gives back any JSON under any key', () =>
    using(newFile(), async (storage) => {
      const item = fc.dictionary(
        fc.string({ unit: 'binary' }).filter((name) => name !== 'eTag'),
        fc.jsonValue({ stringUnit: 'binary' }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.string({ unit: 'binary' }), item), { maxLength: 4 }), async (entries) => {
          const changes = Object.fromEntries(entries);
          await storage.write(changes);
          const items = await storage.read(Object.keys(changes));
          expect(JSON.parse(JSON.stringify(valuesOf(items)))).to.deep.equal(JSON.parse(JSON.stringify(changes)));
        }),
        { numRuns: 100 },
      );
    }));
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = join(fileURLToPath(import.meta.url), '..', '..');
/** From the ground up: a folder may import itself and those before it. */
const FLOORS = ['knowledge', 'dialogs', 'adapters', 'bot'];
/** Parts of the dialogs that must not know the bot SDK. */
const PURE = ['knowledge', 'dialogs/understanding', 'dialogs/answers', 'dialogs/interests', 'dialogs/wording'];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('the house', () => {
  // Protects the one-way arrows: what is known never depends on what is said, nor that on the channels.
  for (const [height, floor] of FLOORS.entries()) {
    it(`${floor} imports nothing from above`, () => {
      const upward = sources(floor).flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .map((name) => relative(root, resolve(root, dirname(file), name)).split('/')[0] ?? '')
          .filter((target) => FLOORS.indexOf(target) > height || target === 'test')
          .map((target) => `${file} imports ${target}`),
      );
      expect(upward).to.deep.equal([]);
    });
  }

  // Protects the logic that every channel shares from the SDK's end of life.
  it('keeps the bot SDK out of the pure parts', () => {
    const offenders = PURE.flatMap(sources).filter((file) =>
      importsOf(file).some((name) => /^(botbuilder|botframework)/.test(name)),
    );
    expect(offenders).to.deep.equal([]);
  });

  // Protects the one place where the driver may be replaced.
  it('imports sqlite3 in one file', () => {
    const users = FLOORS.flatMap(sources).filter((file) => importsOf(file).includes('sqlite3'));
    expect(users).to.deep.equal(['knowledge/store/sqlite.ts']);
  });

  // Protects start-up from the root of `natural`, which loads databases and prints adverts.
  it('imports natural by sub-paths only', () => {
    const offenders = [...FLOORS, 'test'].flatMap(sources).filter((file) => importsOf(file).includes('natural'));
    expect(offenders).to.deep.equal([]);
  });

  it('has no file over 400 lines', () => {
    const long = [...FLOORS, 'test']
      .flatMap(sources)
      .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 400);
    expect(long).to.deep.equal([]);
  });
});

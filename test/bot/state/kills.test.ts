import { join } from 'node:path';
import { expect } from 'chai';
import type { KeptState } from '../../../bot/state/kept-state.ts';
import { tempFolder } from '../../knowledge/helpers.ts';
import { endPrograms, type Program, start } from '../../programs.ts';
import { usingState } from './helpers.ts';

const ROUNDS = 15;
/** Each of the two programs has one of its own, and both have one in common. */
const CONVERSATIONS = ['one', 'both', 'two'] as const;

/** What the programs said was done: `received` and `answered`, each with conversation and position. */
function acknowledged({ out }: Program): readonly string[] {
  return out().split('\n').slice(0, -1);
}

/** What stands in the file: `received` and `answered` as the programs would say it. Fails where it is not whole. */
async function standing({ log, storage }: KeptState): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const conversation of CONVERSATIONS) {
    const logged = await log.since(conversation, 0, 100_000);
    expect(logged.map(({ position }) => position)).to.deep.equal(logged.map((_, index) => index + 1));
    expect(await log.last(conversation)).to.equal(logged.length);
    const said = logged.map(({ activity }) => activity.text ?? '');
    for (const [index, text] of said.entries()) {
      if (text.startsWith('ask')) found.add(`received ${conversation} ${index + 1}`);
      const [, position] = /^1 to (\d+)$/.exec(text) ?? [];
      if (position === undefined) continue;
      expect(said[index + 1], 'the second reply').to.equal(`2 to ${position}`);
      expect(found.has(`answered ${conversation} ${position}`), 'answered twice').to.equal(false);
      found.add(`answered ${conversation} ${position}`);
    }
    const key = `answered in ${conversation}`;
    const { count = 0 } = (await storage.read([key]))[key] ?? {};
    expect(count, 'turns in the state').to.equal(said.filter((text) => text.startsWith('1 to')).length);
  }
  return found;
}

describe('processes that are killed', () => {
  after(endPrograms);

  // Protects what a person was told: nothing acknowledged is lost, nothing is half there, nothing is said twice.
  it(`${2 * ROUNDS} times leave every acknowledged message, every turn whole, and no reply twice`, async function () {
    this.timeout(300_000);
    const folder = tempFolder();
    const told = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const programs = ['one both', 'both two'].map((conversations) =>
        start([join('test', 'bot', 'state', 'killed-writer.ts')], {
          STATE_FOLDER: folder,
          CONVERSATIONS: conversations,
        }),
      );
      // Another number of lines each time, so that they die at other points.
      await Promise.all(
        programs.map(async (program, index) => {
          await program.says(new RegExp(`(\\w+ \\w+ \\d+\\n){${1 + ((round * 7 + index * 3) % 25)}}`));
          program.child.kill('SIGKILL');
          expect(await program.ended).to.equal('SIGKILL');
        }),
      );
      for (const line of programs.flatMap(acknowledged)) told.add(line);
      await usingState(
        async (state) => {
          const found = await standing(state);
          expect([...told].filter((line) => !found.has(line))).to.deep.equal([]);
        },
        { folder },
      );
    }
    // What was left is answered, once.
    await usingState(
      async (state) => {
        for (const { conversation, position } of await state.log.unanswered()) {
          await state.turns.run({
            conversation: conversation.id,
            received: position,
            perform: async () => {
              const key = `answered in ${conversation.id}`;
              const { count = 0 } = (await state.storage.read([key]))[key] ?? {};
              await state.storage.write({ [key]: { count: count + 1, eTag: '*' } });
              return { replies: [1, 2].map((n) => ({ text: `${n} to ${position}` })), forget: false };
            },
          });
        }
        expect(await state.log.unanswered()).to.deep.equal([]);
        await standing(state);
      },
      { folder },
    );
  });
});

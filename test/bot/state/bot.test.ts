import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ConsoleAdapter } from '../../../adapters/console/console-adapter.ts';
import { CareerBot } from '../../../bot/career-bot.ts';
import { createLogger } from '../../../bot/log.ts';
import { Advisor } from '../../../dialogs/advisor.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { shippedKnowledge, TODAY } from '../../dialogs/helpers.ts';
import { newFile, usingStorage } from './helpers.ts';

describe('the bot on lasting state', () => {
  /** One conversation with the bot on a file, from opening to closing. */
  async function talk(path: string, ...lines: readonly string[]): Promise<readonly string[]> {
    const knowledge = await shippedKnowledge();
    return usingStorage(path, async (storage) => {
      const bot = new CareerBot(
        () => new Advisor(knowledge, en, { homeRegion: 'AB', today: () => TODAY }),
        storage,
        createLogger('silent'),
      );
      const adapter = new ConsoleAdapter((context) => bot.run(context));
      const said: string[] = [];
      for (const line of lines) said.push((await adapter.say(line)).map((reply) => reply.text).join('\n'));
      return said;
    });
  }

  it('knows codes, shortlist and a paused exercise in the next conversation', async () => {
    const path = newFile();
    await talk(path, 'my codes are M i d', 'plumber', 'save this one');
    const [codes, list] = await talk(path, 'what are my codes', 'show my list');
    expect(codes).to.include('METHODICAL');
    expect(list).to.include('Plumbers');
    await talk(path, 'start the exercise', '5', '4', '2', 'pause');
    expect((await talk(path, 'continue the exercise'))[0]).to.include('3 done so far');
  });

  // Protects the promise of "forget me": not in the next conversation, and not in the bytes of the file.
  it('has nothing of the person after "forget me"', async () => {
    const path = newFile();
    await talk(path, 'my codes are M i d', 'plumber', 'save this one', 'forget me');
    const bytes = readdirSync(join(path, '..')).map((name) => readFileSync(join(path, '..', name), 'latin1'));
    expect(bytes.join('')).to.not.match(/methodical|72300/i);
    const [codes, list] = await talk(path, 'what are my codes', 'show my list');
    expect(codes).to.not.include('METHODICAL');
    expect(list).to.not.include('Plumbers');
  });
});

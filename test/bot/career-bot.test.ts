import { MemoryStorage } from 'botbuilder';
import { expect } from 'chai';
import { ConsoleAdapter } from '../../adapters/console/console-adapter.ts';
import { CareerBot } from '../../bot/career-bot.ts';
import { createLogger } from '../../bot/log.ts';
import { Advisor } from '../../dialogs/advisor.ts';
import { en } from '../../dialogs/wording/index.ts';
import { shippedKnowledge, TODAY } from '../dialogs/helpers.ts';

describe('the bot', () => {
  // Protects the conversation from a fault of ours: it is said, nothing of it shows, and the next question is answered.
  it('says that something went wrong and goes on', async () => {
    const knowledge = await shippedKnowledge();
    let broken = true;
    class Breaking extends Advisor {
      override understand(message: string): ReturnType<Advisor['understand']> {
        if (broken) throw new Error('secret detail');
        return super.understand(message);
      }
    }
    const bot = new CareerBot(
      () => new Breaking(knowledge, en, { homeRegion: 'AB', today: () => TODAY }),
      new MemoryStorage(),
      createLogger('silent'),
    );
    const adapter = new ConsoleAdapter((context) => bot.run(context));
    const [fault] = await adapter.say('plumber');
    expect(fault?.text).to.include('went wrong').and.to.not.include('secret');
    broken = false;
    const [answer] = await adapter.say('plumber');
    expect(answer?.text).to.include('Plumbers');
  });
});

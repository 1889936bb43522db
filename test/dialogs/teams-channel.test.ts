import { type Activity, MemoryStorage, TestAdapter } from 'botbuilder';
import { expect } from 'chai';
import { CareerBot } from '../../bot/career-bot.ts';
import { createLogger } from '../../bot/log.ts';
import { Advisor } from '../../dialogs/advisor.ts';
import { en } from '../../dialogs/wording/index.ts';
import { shippedKnowledge, TODAY } from './helpers.ts';

/** What a person says, and what the answer has to tell. */
type Line = readonly [said: string, told: RegExp];

const TALKS: Readonly<Record<string, readonly Line[]>> = {
  'a title that means several things': [
    ['data analyst', /could mean several groups.*1\. .*6\. None of these/s],
    ['Data scientists', /Data scientists/],
    ['and the pay?', /Data scientists.*\$/s],
  ],
  'follow-ups': [
    ['What does a plumber earn?', /Plumbers/],
    ['what about Ontario?', /Ontario.*\$34\.20/s],
    ['how does that compare with electricians?', /Plumbers.*Electricians/s],
  ],
  'the exercise, left in the middle and gone on with': [
    ['What job suits me?', /find out your interests/],
    ['Start the interests exercise', /1 of 12 to 30: /],
    ['like', /2 of 12 to 30: /],
    ['what does a welder earn?', /Welders.*\$.*Back to my question.*2 of 12 to 30: /s],
    ['cancel', /paused the exercise, with 1 done/],
    ['continue the exercise', /2 of 12 to 30: /],
  ],
  'a person': [['I want to talk to a person', /1-877-644-9992/]],
  nonsense: [['blorpt frindle', /not|know|recogni[sz]e/i]],
};

/** Protects the dialogs from the channel: with activities as Teams sends them they go on as everywhere. */
describe('dialogs on the channel msteams', () => {
  for (const conversationType of ['personal', 'groupChat'] as const) {
    for (const [name, lines] of Object.entries(TALKS)) {
      it(`${name} (${conversationType})`, async () => {
        const say = await talk(conversationType);
        for (const [said, told] of lines) expect(await say(said), said).to.match(told);
      });
    }
  }

  it('keep what two members of a group talk of apart', async () => {
    const say = await talk('groupChat');
    expect(await say('What does a plumber earn?', 'one')).to.match(/Plumbers/);
    expect(await say('What does a welder earn?', 'other')).to.match(/Welders/);
    expect(await say('and the schooling?', 'one'))
      .to.match(/Plumbers/)
      .and.to.not.match(/Welders/);
    expect(await say('and the schooling?', 'third')).to.not.match(/Plumbers|Welders/);
  });
});

type Say = (text: string, member?: string) => Promise<string>;

async function talk(conversationType: 'personal' | 'groupChat'): Promise<Say> {
  const knowledge = await shippedKnowledge();
  const bot = new CareerBot(
    () => new Advisor(knowledge, en, { homeRegion: 'AB', today: () => TODAY }),
    new MemoryStorage(),
    createLogger('silent'),
  );
  const adapter = new TestAdapter((context) => bot.run(context));
  return async (text, member = 'a member') => {
    await adapter.processActivity({
      type: 'message',
      text,
      channelId: 'msteams',
      from: { id: `29:${member}`, name: '' },
      recipient: { id: '28:the bot', name: '' },
      conversation: {
        id: `a ${conversationType}`,
        isGroup: conversationType !== 'personal',
        conversationType,
        name: '',
        tenantId: 'the tenant',
      },
      channelData: { tenant: { id: 'the tenant' } },
    });
    const told: string[] = [];
    for (let reply = adapter.getNextReply(); reply !== undefined; reply = adapter.getNextReply())
      told.push(textOf(reply));
    return told.join('\n');
  };
}

function textOf({ type, text = '' }: Partial<Activity>): string {
  return type === 'message' ? text : '';
}

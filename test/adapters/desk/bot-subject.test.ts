import { expect } from 'chai';
import { messageOf } from '../../../adapters/desk/browser/bot/activities.ts';
import { cardReply } from '../../../adapters/rendering/card-reply.ts';
import { Advisor } from '../../../dialogs/advisor.ts';
import { plainReply, type Reply, replyActivity } from '../../../dialogs/replies.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { shippedKnowledge, TODAY } from '../../dialogs/helpers.ts';

const ids = { id: '1', from: { role: 'bot' } } as const;

/** What the desk's page gets of a reply over the wire. */
function arrived(reply: Reply): ReturnType<typeof messageOf> {
  const sent = cardReply(replyActivity(reply), { publicUrl: 'https://advisor.example.org' });
  return messageOf(JSON.parse(JSON.stringify({ ...sent, ...ids })));
}

describe('what a reply is about', () => {
  // Protects the sheet beside the talk: it goes by what was answered, and not by a code that happens to stand in the words.
  it('reaches the page with its topic and the region that was asked about', async () => {
    const knowledge = await shippedKnowledge();
    const advisor = new Advisor(knowledge, en, { homeRegion: 'AB', today: () => TODAY });
    const region = knowledge.store.regions.find(({ id }) => id === 'BC');
    const subject = { code: '72300', occupation: '' };
    const ask = (details: object): Promise<Reply[]> =>
      advisor.answer(
        { topics: ['wage', 'education'], details, mentions: [], subjects: [], compare: false, refersBack: false },
        [subject],
      );
    const about = (await ask({ region })).map((reply) => arrived(reply)?.about);
    expect(about).to.deep.equal([
      { ...subject, topic: 'wage', region: 'BC' },
      { ...subject, topic: 'education', region: 'BC' },
    ]);
    expect((await ask({})).map((reply) => arrived(reply)?.about?.region)).to.deep.equal([null, null]);
  });

  it('is nothing for what is said around the answers', () => {
    expect(arrived(plainReply([en.conversation.fault]))?.about).to.equal(null);
  });
});

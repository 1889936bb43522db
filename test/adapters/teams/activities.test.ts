import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import {
  activityFrom,
  BOT_ID,
  BOT_MENTION,
  message,
  newId,
  offered,
  startTeams,
  type TeamsHarness,
  told,
} from './teams-harness.ts';

describe('what Teams sends', () => {
  let teams: TeamsHarness;
  before(async () => {
    teams = await startTeams();
  });
  after(() => teams.close());

  const from = (): string => newId('29:person');
  const post = (parts: Partial<Activity>, base = activityFrom(teams.connector)): ReturnType<TeamsHarness['post']> =>
    teams.post({ ...base, ...parts });

  describe('in a personal chat', () => {
    it('is answered there, as a reply to what was said', async () => {
      const { status, text, sent } = await teams.say('what does a plumber earn?', { id: 'the-question' });
      expect(status).to.equal(200);
      expect(text).to.equal('');
      expect(told(sent)).to.include('Plumbers').and.match(/\$\d/);
      expect(sent.map(({ conversation, replyTo }) => [conversation, replyTo])).to.deep.equal([
        ['a:personal-chat', 'the-question'],
      ]);
      expect(sent[0]?.authorization).to.equal('Bearer of-the-bot');
      expect(sent[0]?.activity).to.include({ textFormat: 'plain', channelId: 'msteams' });
      expect(sent[0]?.activity.from?.id).to.equal(BOT_ID);
    });

    it('is understood from what was said before', async () => {
      const person = { from: from(), conversation: newId('a:chat') };
      await teams.say('what does a plumber earn?', person);
      expect(told((await teams.say('and in Ontario?', person)).sent))
        .to.include('Plumbers')
        .and.include('Ontario');
    });

    // Protects people who type what should not be kept: it is taken out before anything is, and they are told.
    it('has personal data taken out', async () => {
      const { sent } = await teams.say('my phone is 780-555-0134, what does a plumber earn?');
      expect(told(sent)).to.include('leave out personal details').and.include('Plumbers');
      expect(JSON.stringify(sent)).to.not.include('555-0134');
    });

    it('that is longer than can be read is answered with a word about it', async () => {
      const { status, sent } = await teams.say('plumber '.repeat(10_000));
      expect(status).to.equal(200);
      expect(told(sent)).to.include('more text than I can work with');
    });

    it('that is empty is answered too', async () => {
      expect(told((await teams.say('   ', { from: from(), conversation: newId('a:chat') })).sent)).to.include(
        'empty message',
      );
    });

    it('is taken from the test chat of Azure too', async () => {
      const { status, sent } = await teams.say('plumber', { channelId: 'webchat', conversation: newId('webchat') });
      expect(status).to.equal(200);
      expect(told(sent)).to.include('Plumbers');
    });
  });

  describe('where several talk', () => {
    for (const scope of ['groupChat', 'channel'] as const) {
      it(`is answered there, without the mention (${scope})`, async () => {
        const { sent } = await teams.say('what does a plumber earn?', { scope, id: `asked-in-${scope}` });
        expect(told(sent)).to.include('Plumbers').and.match(/\$\d/);
        expect(sent[0]?.replyTo).to.equal(`asked-in-${scope}`);
        // The thread is part of the conversation's id in a channel.
        if (scope === 'channel') expect(sent[0]?.conversation).to.include(';messageid=');
        // Suggested actions are not shown there: they are clicks of the card.
        expect(sent[0]?.activity.suggestedActions).to.equal(undefined);
        expect(offered(sent)).to.not.deep.equal([]);
      });
    }

    // Protects each member from answers to somebody else's question.
    it('keeps what each member asked about apart', async () => {
      const where = { scope: 'groupChat', conversation: newId('19:group') } as const;
      await teams.say('what does a plumber earn?', { ...where, from: '29:first' });
      await teams.say('what does a dental hygienist earn?', { ...where, from: '29:second' });
      expect(told((await teams.say('and the schooling?', { ...where, from: '29:first' })).sent)).to.include('Plumbers');
      expect(told((await teams.say('and the schooling?', { ...where, from: '29:second' })).sent)).to.match(
        /dental hygienist/i,
      );
    });

    it('with the bot mentioned and nothing else is answered with help', async () => {
      for (const text of ['', '&nbsp;', BOT_MENTION, ` ${BOT_MENTION} <at>A Person</at>`]) {
        const { sent } = await teams.say(text, { scope: 'channel', from: from() });
        expect(told(sent), text).to.include('You can ask me about any occupation');
      }
    });
  });

  describe('when the bot is installed', () => {
    const added = { type: 'conversationUpdate', membersAdded: [{ id: BOT_ID, name: 'Career Advisor' }] };
    const installed = { type: 'installationUpdate', action: 'add' };

    for (const [scope, words] of [
      ['personal', 'Hello. I am an automated career advisor'],
      ['groupChat', 'Hello, all.'],
      ['channel', 'Hello, team.'],
    ] as const) {
      // Protects people from two welcomes: Teams tells of an installation twice, in any order and at once.
      it(`is welcomed once (${scope})`, async () => {
        const conversation = newId(scope);
        const base = (): Partial<Activity> & { id: string } => activityFrom(teams.connector, { scope, conversation });
        const both = await Promise.all([post(installed, base()), post(added, base())]);
        both.push(await post(added, base()), await post(installed, base()));
        expect(both.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200]);
        const sent = teams.connector.delivered.filter((each) => each.conversation === conversation);
        expect(sent).to.have.length(1);
        expect(told(sent)).to.include(words);
        expect(offered(sent)).to.include('What job suits me?');
      });
    }

    it('greets nobody who joins later', async () => {
      const base = activityFrom(teams.connector, { scope: 'channel', conversation: newId('19:team') });
      const { status, sent } = await post(
        { type: 'conversationUpdate', membersAdded: [{ id: '29:newcomer', name: '' }] },
        base,
      );
      expect(status).to.equal(200);
      expect(sent).to.deep.equal([]);
    });

    // Protects the promise of removing the app: nothing of the person stays, and a new start is one.
    it('and removed again, forgets the person and can begin anew', async () => {
      const person = { from: from(), conversation: newId('a:chat') };
      const base = (): Partial<Activity> & { id: string } => activityFrom(teams.connector, person);
      await post(installed, base());
      await teams.say('my codes are M i d', person);
      expect((await post({ type: 'installationUpdate', action: 'remove' }, base())).sent).to.deep.equal([]);
      expect(told((await post(installed, base())).sent)).to.include('Hello');
      expect(told((await teams.say('what are my codes', person)).sent)).to.not.include('METHODICAL');
    });
  });

  describe('that is no message', () => {
    for (const activity of [
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
      { type: 'typing' },
      { type: 'event', name: 'application/vnd.microsoft.meetingStart' },
      { type: 'trace', name: 'anything' },
      { type: 'endOfConversation' },
      { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } },
      { type: 'conversationUpdate', membersRemoved: [{ id: BOT_ID }] },
      { type: 'installationUpdate', action: 'add-upgrade' },
      { type: 'something that is yet to be invented', text: 'plumber' },
    ]) {
      it(`is taken and not answered: ${JSON.stringify(activity)}`, async () => {
        const { status, sent } = await teams.post({ ...activityFrom(teams.connector), ...activity });
        expect(status).to.equal(200);
        expect(sent).to.deep.equal([]);
      });
    }

    it('is an invoke that nobody here knows: 501', async () => {
      const { status, sent } = await teams.post({
        ...activityFrom(teams.connector),
        type: 'invoke',
        name: 'unheard/of',
        value: {},
      });
      expect(status).to.equal(501);
      expect(sent).to.deep.equal([]);
    });

    it('is from a channel that is not Teams: 403', async () => {
      for (const channelId of ['directline', 'facebook', 'emulator', 'msteams ']) {
        const { status, json } = await teams.say('plumber', { channelId });
        expect(status, channelId).to.equal(403);
        expect(json.error.code).to.equal('TEAMS_CHANNEL_REFUSED');
      }
    });
  });

  describe('as a file', () => {
    for (const contentType of ['application/vnd.microsoft.teams.file.download.info', 'image/png', 'image/*']) {
      it(`is answered by saying that it is not read (${contentType})`, async () => {
        const attachments = [{ contentType, name: 'resume.docx', contentUrl: 'https://files.example/secret' }];
        const { status, sent } = await post({ text: '', attachments });
        expect(status).to.equal(200);
        expect(told(sent)).to.include('cannot read files');
      });
    }

    it('with a question beside it, is passed over', async () => {
      const attachments = [{ contentType: 'image/png', contentUrl: 'https://files.example/secret' }];
      expect(told((await post({ text: 'what does a plumber earn', attachments })).sent)).to.include('Plumbers');
    });
  });

  describe('as an edit', () => {
    it('is answered where the text is another, and only then', async () => {
      const where = { id: newId('edited'), from: from(), conversation: newId('a:chat') };
      const edit = (text: string): Partial<Activity> => ({
        ...message(teams.connector, text, where),
        type: 'messageUpdate',
        channelData: { eventType: 'editMessage' },
      });
      await teams.say('what does a plumer earn', where);
      expect((await teams.post(edit('what does a plumer earn'))).sent).to.deep.equal([]);
      expect(told((await teams.post(edit('what does a welder earn'))).sent)).to.include('Welders');
      expect((await teams.post(edit('what does a welder earn'))).sent).to.deep.equal([]);
      expect((await teams.post(edit(' '))).sent).to.deep.equal([]);
    });
  });
});

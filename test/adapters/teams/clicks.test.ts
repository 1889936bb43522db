import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { cardFaults } from '../rendering/card-check.ts';
import type { Delivered } from './connector.ts';
import {
  activityFrom,
  cardIn,
  newId,
  offered,
  type Scope,
  startTeams,
  type TeamsHarness,
  told,
  type Where,
} from './teams-harness.ts';

/** Bytes that a message may have. */
const MOST_BYTES = 80_000;

describe('in Teams, by clicks alone', () => {
  let teams: TeamsHarness;
  before(async () => {
    teams = await startTeams();
  });
  after(() => {
    for (const { bytes, activity } of teams.connector.delivered) {
      expect(bytes).to.be.at.most(MOST_BYTES);
      const card = cardIn(activity);
      if (card !== undefined) expect(cardFaults(card)).to.deep.equal([]);
    }
    return teams.close();
  });

  const somebody = (scope: Scope): Where => ({ scope, from: newId('29:person'), conversation: newId(scope) });

  for (const scope of ['personal', 'groupChat', 'channel'] as const) {
    // Protects people who never type: from the first click to the result and the occupations that go with it.
    it(`the interests exercise is done from beginning to end (${scope})`, async () => {
      const where = somebody(scope);
      let { sent } = await teams.say('What job suits me?', where);
      const start = offered(sent).find((title) => /start|exercise/i.test(title)) ?? '';
      ({ sent } = await teams.click(sent, start, where));
      const answers = ['Like', 'Strongly like', 'Dislike', 'Neutral'];
      let asked = 0;
      while (offered(sent).includes('Strongly like')) {
        expect(offered(sent)).to.include.members([...answers, 'Strongly dislike', 'Skip']);
        ({ sent } = await teams.click(sent, answers[asked % answers.length] ?? '', where));
        asked += 1;
        expect(asked).to.be.at.most(40);
      }
      expect(asked).to.be.within(12, 30);
      expect(told(sent)).to.match(/METHODICAL|OBJECTIVE|SOCIAL|DIRECTIVE|INNOVATIVE/i);
      expect(offered(sent)).to.not.deep.equal([]);
    });

    it(`a title that means several things is cleared up (${scope})`, async () => {
      const where = somebody(scope);
      const asked = await teams.say('what does a data analyst earn', where);
      expect(offered(asked.sent)).to.include.members(['Data scientists', 'None of these']);
      const picked = await teams.click(asked.sent, 'Data scientists', where);
      expect(told(picked.sent)).to.include('Data scientists').and.match(/\$\d/);
    });

    it(`two occupations are compared, and one of them asked on (${scope})`, async () => {
      const where = somebody(scope);
      const compared = await teams.say('compare plumbers and welders', where);
      expect(told(compared.sent)).to.include('Plumbers').and.include('Welders');
      const next = offered(compared.sent).find((title) => title.includes('pays more')) ?? '';
      expect(told((await teams.click(compared.sent, next, where)).sent))
        .to.include('Plumbers')
        .and.match(/\$\d/);
    });
  }

  // Protects the reader of the chat: what somebody clicked is seen as if they had said it, and is understood once.
  it('a click is shown in the chat, and its words are read once', async () => {
    const where = somebody('channel');
    const { sent } = await teams.say('plumber', where);
    const [title = ''] = offered(sent);
    expect(JSON.stringify(cardIn(sent[0]?.activity ?? {}))).to.include(
      JSON.stringify({
        say: title,
        msteams: { type: 'messageBack', displayText: title, text: title, value: { say: title } },
      }),
    );
    expect((await teams.click(sent, title, where)).sent.length).to.equal(1);
  });

  // Clients that show suggestions below a text do not all show them below a card.
  it('what can be picked stands together: below a text up to three, else on the card', async () => {
    const where = somebody('personal');
    const few = (await teams.say('what job suits me?', where)).sent;
    expect(few.at(-1)?.activity.suggestedActions?.actions.map(({ title }) => title)).to.deep.equal(offered(few));
    const compared = (await teams.say('compare plumbers and welders', where)).sent;
    expect(compared.at(-1)?.activity.suggestedActions).to.equal(undefined);
    expect(offered(compared).some((title) => title.includes('pays more'))).to.equal(true);
    const many = (await teams.say('data analyst', where)).sent;
    expect(many.at(-1)?.activity.suggestedActions).to.equal(undefined);
    expect(offered(many).length).to.be.greaterThan(3);
  });

  describe('data that is not ours', () => {
    const post = async (parts: Partial<Activity>): Promise<{ status: number; sent: readonly Delivered[] }> =>
      teams.post({ ...activityFrom(teams.connector, somebody('personal')), ...parts });

    for (const value of [
      {},
      [],
      7,
      true,
      'plumber',
      { say: '' },
      { say: ' \n ' },
      { say: 7 },
      { say: { say: 'plumber' } },
      { say: ['plumber'] },
      { say: 'plumber '.repeat(100) },
      { msteams: { text: 'plumber' } },
      JSON.parse('{"__proto__":{"say":"plumber"}}'),
      { say: { ...Array.from({ length: 200 }, (_, n) => n) } },
    ]) {
      // Protects the bot from cards that somebody has changed: they are answered as what cannot be understood.
      it(`is not understood: ${JSON.stringify(value).slice(0, 60)}`, async () => {
        const { status, sent } = await post({ value });
        expect(status).to.equal(200);
        expect(told(sent)).to.include('I did not understand that');
      });
    }

    it('beside a text is passed over', async () => {
      expect(told((await post({ text: 'plumber', value: { say: 'welder' } })).sent)).to.include('Plumbers');
      expect(told((await post({ text: 'plumber', value: { harm: 1 } })).sent)).to.include('Plumbers');
    });

    it('with words in it that no card has ever offered is read like typed ones', async () => {
      const { sent } = await post({ value: { say: '<b>plumber</b> my e-mail is a@b.example' } });
      expect(JSON.stringify(sent)).to.not.include('a@b.example');
      expect(told(sent)).to.include('leave out personal details');
    });
  });
});

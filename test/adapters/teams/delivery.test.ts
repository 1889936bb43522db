import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { tempFolder } from '../../knowledge/helpers.ts';
import { type Connector, startConnector } from './connector.ts';
import { message, newId, startTeams, type TeamsHarness, told } from './teams-harness.ts';
import { startTokenService, type TokenService } from './token-service.ts';

const QUESTION = 'what does a plumber earn?';

describe('delivering answers in Teams', () => {
  let teams: TeamsHarness;
  before(async () => {
    teams = await startTeams();
  });
  after(() => teams.close());
  const alone = (): { conversation: string } => ({ conversation: newId('a:chat') });

  for (const trouble of [429, 500, 502, 503, 'drop', { status: 429, retryAfter: '1' }] as const) {
    // Protects answers from the bad moments of the service: they are sent again, and arrive once.
    it(`goes on after ${JSON.stringify(trouble)}`, async () => {
      teams.connector.troubles.push(trouble);
      const { status, sent } = await teams.say(QUESTION, alone());
      expect(status).to.equal(200);
      expect(teams.connector.troubles).to.deep.equal([]);
      expect(sent).to.have.length(1);
      expect(told(sent)).to.include('Plumbers');
    });
  }

  it('keeps the order of several replies, through trouble', async () => {
    const where = alone();
    teams.connector.troubles.push(503);
    const { sent } = await teams.say('start the exercise', where);
    expect(sent.length).to.be.greaterThan(1);
    expect(told(sent.slice(0, 1))).to.include('This is the interests exercise');
    expect(told(sent.slice(-1))).to.match(/of 12 to 30/);
  });

  for (const gone of [403, 404, 400]) {
    // Protects the queue from people who have removed or blocked the bot: nothing waits for them for ever.
    it(`gives up quietly where it is told ${gone}`, async () => {
      const where = alone();
      teams.connector.troubles.push(gone);
      const asked = teams.connector.asked;
      const { status, sent } = await teams.say(QUESTION, where);
      expect(status).to.equal(200);
      expect(sent).to.deep.equal([]);
      expect(teams.connector.asked).to.equal(asked + 1);
      expect((await teams.say('help', where)).sent).to.have.length(1);
    });
  }

  // Protects people from two answers: Teams sends an activity again when it has not heard of it in time.
  it('answers the same activity once, at once or later', async () => {
    const activity = message(teams.connector, QUESTION, alone());
    const answers = await Promise.all(Array.from({ length: 5 }, () => teams.post(activity)));
    answers.push(await teams.post(activity));
    expect(answers.map(({ status }) => status)).to.deep.equal(Array.from({ length: 6 }, () => 200));
    expect(teams.connector.delivered.filter(({ replyTo }) => replyTo === activity.id)).to.have.length(1);
  });

  it('answers many at once, each where it was asked', async () => {
    const asked = Array.from({ length: 20 }, (_, n) =>
      message(teams.connector, QUESTION, { conversation: newId(`a:chat-${n}`), from: `29:${n}` }),
    );
    const answers = await Promise.all(asked.map((each) => teams.post(each)));
    expect(answers.every(({ status }) => status === 200)).to.equal(true);
    for (const { id, conversation } of asked) {
      const sent = teams.connector.delivered.filter(({ replyTo }) => replyTo === id);
      expect(sent.map((each) => each.conversation)).to.deep.equal([conversation?.id]);
    }
  });

  // Protects the people of a tenant: Teams keeps the conversation, so that nothing of it has to stay here.
  it('leaves no word of what was delivered in the files, or in the log', async () => {
    const { connector, tokens } = teams;
    const own = await startTeams({ connector, tokens });
    const { status } = await own.say('what does a lighthouse keeper earn', { ...alone(), from: '29:somebody' });
    await own.close();
    expect(status).to.equal(200);
    const files = readdirSync(own.dataDir).filter((name) => name.startsWith('state.sqlite'));
    const bytes = files.map((name) => readFileSync(join(own.dataDir, name), 'latin1')).join('');
    expect(bytes)
      .to.include('29:somebody')
      .and.not.match(/lighthouse/i);
    expect(own.logged.join('')).to.not.match(/lighthouse|29:somebody|a:chat/i);
  });

  it('forgets a person in every chat of theirs, and nobody else', async () => {
    const [one, other] = [newId('29:one'), newId('29:other')];
    const group = { scope: 'groupChat', conversation: newId('19:group') } as const;
    await teams.say('my codes are M i d', { from: one, ...alone() });
    await teams.say('my codes are S o d', { from: other, ...group });
    await teams.say(QUESTION, { from: one, ...group });
    const { sent } = await teams.say('forget me', { from: one, ...group });
    expect(told(sent)).to.match(/erased|forgotten|forgot/i);
    expect(told((await teams.say('what are my codes', { from: one, ...alone() })).sent)).to.not.include('METHODICAL');
    expect(told((await teams.say('and in Ontario?', { from: one, ...group })).sent)).to.not.include('Plumbers');
    expect(told((await teams.say('what are my codes', { from: other, ...group })).sent)).to.include('SOCIAL');
  });
});

describe('what could not be delivered', () => {
  let connector: Connector;
  let tokens: TokenService;
  before(async () => {
    [connector, tokens] = await Promise.all([startConnector(), startTokenService()]);
  });
  after(() => Promise.all([connector.close(), tokens.close()]));

  /** A service whose connector is down while `work` runs, for as long as it likes. */
  async function whileDown<T>(work: (teams: TeamsHarness) => Promise<T>, dataDir: string): Promise<T> {
    const teams = await startTeams({ connector, tokens, dataDir, services: { deliveryMs: 300 } });
    try {
      connector.trouble = 'drop';
      return await work(teams);
    } finally {
      connector.trouble = null;
      await teams.close();
    }
  }

  // Protects an answer that was made and kept when the line was down: it is told as not delivered, and comes with the next try.
  it('is delivered when Teams sends the activity again', async () => {
    const teams = await startTeams({ connector, tokens, services: { deliveryMs: 300 } });
    const activity = message(connector, QUESTION, { conversation: newId('a:chat') });
    try {
      connector.trouble = 'drop';
      const first = await teams.post(activity);
      expect(first.status).to.equal(502);
      expect(first.json.error.code).to.equal('TEAMS_DELIVERY_FAILED');
      connector.trouble = null;
      expect((await teams.post(activity)).status).to.equal(200);
      expect((await teams.post(activity)).status).to.equal(200);
      expect(connector.delivered.filter(({ replyTo }) => replyTo === activity.id)).to.have.length(1);
    } finally {
      connector.trouble = null;
      await teams.close();
    }
  });

  // Protects an answer from a server that ends between keeping and sending it.
  it('is delivered once by the next server on the same data', async () => {
    const dataDir = tempFolder();
    const activity = message(connector, QUESTION, { conversation: newId('a:chat') });
    expect(await whileDown(async (teams) => (await teams.post(activity)).status, dataDir)).to.equal(502);
    const before = connector.delivered.length;
    const next = await startTeams({ connector, tokens, dataDir });
    try {
      await connector.has(before + 1);
      expect((await next.post(activity)).status).to.equal(200);
    } finally {
      await next.close();
    }
    const again = await startTeams({ connector, tokens, dataDir });
    await again.close();
    const sent = connector.delivered.filter(({ replyTo }) => replyTo === activity.id);
    expect(sent).to.have.length(1);
    expect(told(sent)).to.include('Plumbers');
  });

  it('comes before what is said next, in order', async () => {
    const teams = await startTeams({ connector, tokens, services: { deliveryMs: 300 } });
    const where = { conversation: newId('a:chat') };
    try {
      connector.trouble = 'drop';
      await teams.say(QUESTION, { ...where, id: 'first-of-two' });
      connector.trouble = null;
      const { sent } = await teams.say('what does a welder earn?', { ...where, id: 'second-of-two' });
      expect(sent.map(({ replyTo }) => replyTo)).to.deep.equal(['first-of-two', 'second-of-two']);
    } finally {
      connector.trouble = null;
      await teams.close();
    }
  });

  // Protects the last people before a restart: what is being answered is answered, and what comes later is told to come again.
  it('while the server closes, is waited for', async () => {
    const teams = await startTeams({ connector, tokens });
    connector.troubles.push({ status: 503, retryAfter: '1' });
    const troubled = connector.troubled();
    const asked = teams.say(QUESTION, { conversation: newId('a:chat') });
    await troubled;
    await teams.close();
    const { status, sent } = await asked;
    expect(status).to.equal(200);
    expect(told(sent)).to.include('Plumbers');
  });

  // Protects the token of the bot where an address was allowed when a reply was kept, and is no longer when it is sent.
  it('is not sent to an address that is allowed no longer', async () => {
    const dataDir = tempFolder();
    const activity = message(connector, QUESTION, { conversation: newId('a:chat') });
    await whileDown((teams) => teams.post(activity), dataDir);
    const asked = connector.asked;
    const next = await startTeams({ connector, tokens, dataDir, services: { allowsLoopback: false } });
    await next.close();
    expect(connector.asked).to.equal(asked);
  });

  // Protects what people say while the server starts: they are told to come again, and are answered even if they do not.
  it('because the knowledge is still loading, is answered when it is there', async () => {
    const teams = await startTeams({ connector, tokens, early: true });
    try {
      const before = connector.delivered.length;
      const { status, json, headers } = await teams.say(QUESTION, { conversation: newId('a:chat') });
      expect(status).to.equal(503);
      expect(json.error.code).to.equal('KNOWLEDGE_LOADING');
      expect(Number(headers.get('retry-after'))).to.be.greaterThan(0);
      await teams.service.ready;
      await connector.has(before + 1);
      expect(told(connector.delivered.slice(before))).to.include('Plumbers');
    } finally {
      await teams.close();
    }
  });
});

import { expect } from 'chai';
import { activityFrom, message, newId, startTeams, type TeamsHarness } from './teams-harness.ts';

describe('/api/messages', () => {
  let teams: TeamsHarness;
  before(async () => {
    teams = await startTeams();
  });
  after(() => teams.close());

  const ask = (init: RequestInit): Promise<Response> => fetch(`${teams.service.origin}/api/messages`, init);

  it('takes POST alone', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await ask({ method });
      expect(answer.status, method).to.equal(405);
      expect(answer.headers.get('allow')).to.equal('POST');
    }
    expect((await fetch(`${teams.service.origin}/api/messages/more`, { method: 'POST' })).status).to.equal(404);
  });

  it('takes 256 kB, and no more', async () => {
    const { connector } = teams;
    const padded = (bytes: number): object => ({ ...message(connector, 'help'), padding: 'x'.repeat(bytes) });
    expect((await teams.post(padded(240_000))).status).to.equal(200);
    const { status, json } = await teams.post(padded(270_000));
    expect(status).to.equal(413);
    expect(json.error.code).to.equal('TEAMS_TOO_LARGE');
    expect(json.error.message).to.include('256 kB');
  });

  it('takes JSON alone', async () => {
    const token = await teams.tokens.token(teams.connector.serviceUrl);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await ask({
        method: 'POST',
        headers: { 'Content-Type': type, Authorization: `Bearer ${token}` },
        body: '{}',
      });
      expect(answer.status, type).to.equal(415);
    }
  });

  for (const body of ['', '{', 'null', '7', '"text"', '[]', '{}', '{"type":7}', '[{"type":"message"}]']) {
    it(`tells what is wrong with ${JSON.stringify(body)}`, async () => {
      const { status, json } = await teams.post(body);
      expect(status).to.equal(400);
      expect(json.error.code).to.be.oneOf(['REQUEST_INVALID', 'ACTIVITY_REFUSED']);
      expect(json.error.message)
        .to.be.a('string')
        .and.not.match(/\bat \b|node_modules/);
    });
  }

  for (const [name, parts] of Object.entries({
    'no sender': { from: undefined },
    'a sender without an id': { from: {} },
    'no conversation': { conversation: undefined },
    'an id that is as long as a book': { conversation: { id: 'x'.repeat(100_000) } },
    'a text that is none': { text: { html: 'plumber' } },
    'no recipient': { recipient: null },
    'no serviceUrl': { serviceUrl: undefined },
    'a channel that is none': { channelId: ['msteams'] },
  })) {
    it(`refuses an activity with ${name}, without saying it back`, async () => {
      const sent = { ...message(teams.connector, 'a secret'), ...parts };
      const { status, text } = await teams.post(sent);
      expect(status).to.equal(400);
      expect(text).to.not.include('secret').and.not.include('xxxx').and.not.include('plumber');
    });
  }

  // Protects the server from strangers: who has no token is told so before what they sent is looked through.
  it('looks at who sends before it looks at what is sent', async () => {
    const odd = { ...message(teams.connector, 'help'), from: 7, conversation: null };
    const { status, json } = await teams.post(odd, 'no.real.token');
    expect([status, json.error.code]).to.deep.equal([401, 'TOKEN_REFUSED']);
    expect((await teams.post(odd)).json.error.code).to.equal('ACTIVITY_REFUSED');
  });

  // Protects against activities that are odd in what is not needed: they are read without it.
  it('passes over what is odd in parts that it can do without', async () => {
    for (const parts of [
      { entities: [null, 7, { type: 'mention' }, { type: 'clientInfo', locale: '../../etc' }] },
      { entities: 'none' },
      { locale: '"><script>' },
      { locale: 7 },
      { attachments: 'none' },
      { attachments: [null] },
      { channelData: 'none' },
      { channelData: { eventType: 7 } },
      { id: null },
      { membersAdded: 'nobody' },
      { timestamp: 'yesterday' },
    ]) {
      const where = { conversation: newId('a:chat') };
      const { status, sent } = await teams.post({ ...activityFrom(teams.connector, where), text: 'plumber', ...parts });
      expect(status, JSON.stringify(parts)).to.equal(200);
      expect(sent, JSON.stringify(parts)).to.have.length(1);
    }
  });
});

describe('/api/messages without an app', () => {
  it('says that Teams is off, whoever asks', async () => {
    const environment = { MicrosoftAppId: '', MicrosoftAppTenantId: '', MicrosoftAppPassword: '' };
    const teams = await startTeams({ environment });
    try {
      for (const token of [null, await teams.tokens.token(teams.connector.serviceUrl)]) {
        const { status, json } = await teams.post(message(teams.connector, 'help'), token);
        expect(status).to.equal(404);
        expect(json.error.code).to.equal('TEAMS_OFF');
        expect(json.error.message).to.include('MicrosoftAppId');
      }
      expect(teams.connector.asked).to.equal(0);
    } finally {
      await teams.close();
    }
  });

  // Protects a try on one's own machine, and says loudly what it is: nobody is asked who they are.
  it('takes what programs on this machine send, where that was asked for', async () => {
    const environment = {
      MicrosoftAppId: '',
      MicrosoftAppTenantId: '',
      MicrosoftAppPassword: '',
      TEAMS_UNAUTHENTICATED: 'on',
    };
    const teams = await startTeams({ environment, services: { allowsLoopback: false } });
    try {
      const warning = teams.logged.map((line) => JSON.parse(line)).find(({ level }) => level >= 40);
      expect(warning?.setting).to.equal('TEAMS_UNAUTHENTICATED');
      for (const channelId of ['msteams', 'emulator']) {
        const activity = message(teams.connector, 'plumber', { channelId, conversation: newId('a:chat') });
        const { status, sent } = await teams.post(activity, null);
        expect(status, channelId).to.equal(200);
        expect(sent, channelId).to.have.length(1);
      }
      // A page in a browser of the same machine, and one whose name was pointed at it.
      for (const headers of [{ Origin: 'https://evil.example' }, { 'X-Forwarded-For': '203.0.113.7' }]) {
        const answer = await fetch(`${teams.service.origin}/api/messages`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify(message(teams.connector, 'plumber')),
        });
        expect(answer.status, JSON.stringify(headers)).to.equal(403);
        expect(await answer.text()).to.include('TEAMS_ELSEWHERE');
      }
      const elsewhere = { ...message(teams.connector, 'plumber'), serviceUrl: 'http://elsewhere.example/' };
      expect((await teams.post(elsewhere, null)).status).to.equal(403);
      expect(teams.tokens.asked).to.deep.equal([]);
    } finally {
      await teams.close();
    }
  });

  // Protects an office: what many people say comes from few addresses. Whoever guesses at tokens is limited.
  it('counts of an address what it is refused, and nothing else', async () => {
    const few = await startTeams({ environment: { REQUESTS_PER_MINUTE: '5' } });
    try {
      for (let n = 0; n < 12; n += 1) expect((await few.say('help')).status).to.equal(200);
      const statuses: number[] = [];
      for (let n = 0; n < 7; n += 1) statuses.push((await few.post(activityFrom(few.connector), 'a.b.c')).status);
      expect(statuses).to.deep.equal([401, 401, 401, 401, 401, 429, 429]);
    } finally {
      await few.close();
    }
  });
});

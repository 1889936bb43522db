import { expect } from 'chai';
import { SignJWT } from 'jose';
import { message, newId, startTeams, type TeamsHarness } from './teams-harness.ts';
import { APP_ID, ISSUER, startTokenService } from './token-service.ts';

describe('who may speak as Teams', () => {
  let teams: TeamsHarness;
  let serviceUrl: string;
  before(async () => {
    teams = await startTeams();
    serviceUrl = teams.connector.serviceUrl;
    // The keys are known from here on, as they are on a server that runs.
    expect((await teams.say('help')).status).to.equal(200);
  });
  after(() => teams.close());

  const now = (): number => Math.floor(Date.now() / 1000);
  const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = (): object => ({
    iss: ISSUER,
    aud: APP_ID,
    exp: now() + 3_600,
    nbf: now() - 60,
    serviceurl: serviceUrl,
  });

  const tokens: Readonly<Record<string, () => Promise<string | null>>> = {
    'no token': async () => null,
    'an empty token': async () => '',
    'a word': async () => 'password',
    'three words': async () => 'a b c',
    'dots alone': async () => '..',
    'a token signed with a key of somebody else': () => teams.tokens.token(serviceUrl, { forged: true }),
    'a token of a key that nobody knows': () => teams.tokens.token(serviceUrl, { kid: 'unheard-of' }),
    'a token that is over': () => teams.tokens.token(serviceUrl, { expires: -600 }),
    'a token that is yet to begin': () => teams.tokens.token(serviceUrl, { notBefore: 3_000 }),
    'a token for another bot': () =>
      teams.tokens.token(serviceUrl, { audience: '99999999-2222-3333-4444-555555555555' }),
    'a token for several bots': () => teams.tokens.token(serviceUrl, { audience: [APP_ID, 'another'] }),
    'a token of another issuer': () => teams.tokens.token(serviceUrl, { issuer: 'https://sts.windows.net/somebody/' }),
    'a token for another serviceUrl': () =>
      teams.tokens.token(serviceUrl, { claims: { serviceurl: 'https://smba.trafficmanager.net/ca/' } }),
    'a token without a serviceUrl': () => teams.tokens.token(serviceUrl, { claims: { serviceurl: undefined } }),
    "a token signed with another channel's key": () => teams.tokens.token(serviceUrl, { ofOtherChannel: true }),
    'a token without a signature': async () => `${encoded({ alg: 'none', kid: 'of-teams' })}.${encoded(claims())}.`,
    'a token signed with the public key as a secret': async () =>
      new SignJWT({ ...claims() })
        .setProtectedHeader({ alg: 'HS256', kid: 'of-teams' })
        .sign(new TextEncoder().encode(await teams.tokens.publicKey())),
    'a token whose claims were changed': async () => {
      const [header, , signature] = (await teams.tokens.token(serviceUrl, { expires: -600 })).split('.');
      return `${header}.${encoded(claims())}.${signature}`;
    },
  };
  for (const [name, token] of Object.entries(tokens)) {
    // Protects the bot from whoever is not Teams: nothing is answered, and nothing is sent anywhere.
    it(`is not whoever has ${name}`, async () => {
      const asked = teams.connector.asked;
      const answer = await teams.post(message(teams.connector, 'what does a plumber earn'), await token());
      expect(answer.status).to.equal(401);
      expect(answer.headers.get('www-authenticate')).to.equal('Bearer');
      expect(answer.json.error.code).to.be.oneOf(['TOKEN_MISSING', 'TOKEN_REFUSED']);
      expect(answer.text).to.not.match(/jose|signature|claim|\bat \b/i);
      expect(teams.connector.asked).to.equal(asked);
    });
  }

  // Protects the operator's log and screen: whoever forges tokens must not be able to fill or break them.
  it('leaves no token and no word in the log', () => {
    const log = teams.logged.join('');
    expect(log).to.not.include('eyJ').and.not.include('plumber').and.not.include(serviceUrl);
  });

  it('is Teams, with clocks that differ by some minutes', async () => {
    const late = await teams.tokens.token(serviceUrl, { expires: -60 });
    expect((await teams.post(message(teams.connector, 'help'), late)).status).to.equal(200);
  });
});

describe("Teams' keys", () => {
  // Protects the Bot Framework and us: a token that says itself that it is not for this bot costs no look-up.
  it('are looked up for tokens for this bot alone, and once', async () => {
    const teams = await startTeams();
    const { connector, tokens } = teams;
    try {
      const foreign = await tokens.token(connector.serviceUrl, { audience: 'another' });
      await teams.post(message(connector, 'help'), foreign);
      await teams.post({ ...message(connector, 'help'), serviceUrl: 'https://elsewhere.example/' });
      expect(tokens.asked).to.deep.equal([]);
      await Promise.all([teams.say('help', { from: 'one' }), teams.say('help', { from: 'two' })]);
      await teams.say('help');
      expect(tokens.asked).to.deep.equal(['/openidconfiguration', '/keys']);
    } finally {
      await teams.close();
    }
  });

  // Protects Teams from the keys of other channels: a token that names no key is held against whichever there is.
  it('of another channel do not speak for it, named or not', async () => {
    const tokens = await startTokenService();
    tokens.otherAlone = true;
    const teams = await startTeams({ tokens });
    try {
      for (const kid of [undefined, null]) {
        const wishes = { ofOtherChannel: true, ...(kid === null && { kid }) };
        const token = await tokens.token(teams.connector.serviceUrl, wishes);
        const { status, json } = await teams.post(message(teams.connector, 'help'), token);
        expect(status, String(kid)).to.equal(401);
        expect(json.error.code).to.equal('TOKEN_REFUSED');
      }
    } finally {
      await teams.close();
      await tokens.close();
    }
  });

  // Protects the token service from whoever forges tokens for this bot: a key that nobody knows is not looked up each time.
  it('are not looked up for each token of a key that nobody knows', async () => {
    const teams = await startTeams();
    const { connector, tokens } = teams;
    try {
      await teams.say('help');
      const before = tokens.asked.length;
      const unknown = await tokens.token(connector.serviceUrl, { kid: 'unheard-of' });
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => teams.post(message(connector, 'help'), unknown)),
      );
      expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([401]));
      expect(tokens.asked.length - before).to.be.at.most(1);
    } finally {
      await teams.close();
    }
  });

  // Protects messages from a bad minute of the token service: they are told to come again, and then are taken.
  it('that cannot be loaded are looked up again the next time', async () => {
    const tokens = await startTokenService();
    const teams = await startTeams({ tokens });
    try {
      for (const failing of [500, 'drop'] as const) {
        tokens.failing = failing;
        const answer = await teams.say('help');
        expect(answer.status).to.equal(503);
        expect(answer.json.error.code).to.equal('TEAMS_KEYS_UNUSABLE');
        expect(Number(answer.headers.get('retry-after'))).to.be.greaterThan(0);
        expect(answer.sent).to.deep.equal([]);
      }
      tokens.failing = null;
      expect((await teams.say('help')).status).to.equal(200);
    } finally {
      await teams.close();
      await tokens.close();
    }
  });
});

describe('where answers may be sent', () => {
  let teams: TeamsHarness;
  before(async () => {
    teams = await startTeams();
  });
  after(() => teams.close());

  for (const serviceUrl of [
    'https://elsewhere.example/',
    'https://smba.trafficmanager.net.evil.example/ca/',
    'https://smba.trafficmanager.net@evil.example/ca/',
    'https://user:password@smba.trafficmanager.net/ca/',
    'https://notsmba.trafficmanager.net/ca/',
    'http://smba.trafficmanager.net/ca/',
    'https://smba.trafficmanager.net:8443/ca/',
    'file:///etc/passwd',
    'https://',
    'not an address',
  ]) {
    // Protects the bot's own token: it is sent with every answer, so that nobody may choose where to.
    it(`is not ${serviceUrl}`, async () => {
      const before = teams.tokens.asked.length;
      const answer = await teams.post({ ...message(teams.connector, 'help'), id: newId(), serviceUrl });
      expect(answer.status).to.equal(403);
      expect(answer.json.error.code).to.equal('TEAMS_SERVICE_REFUSED');
      expect(answer.json.error.message).to.include('TEAMS_SERVICE_HOSTS');
      expect(teams.tokens.asked.length).to.equal(before);
      expect(teams.connector.asked).to.equal(0);
    });
  }
});

import { expect } from 'chai';
import { ChannelKeys } from '../../../adapters/teams/channel-keys.ts';
import { ChannelTokens } from '../../../adapters/teams/token-check.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { APP_ID, startTokenService, type TokenService } from './token-service.ts';

const SERVICE = 'https://smba.trafficmanager.net/ca/';

describe('keys that have to be looked up again', () => {
  let tokens: TokenService;
  let check: ChannelTokens;
  beforeEach(async () => {
    tokens = await startTokenService();
    check = new ChannelTokens(APP_ID, new ChannelKeys(tokens.metadataUrl, 0));
    expect(await outcome()).to.equal('let in');
  });
  afterEach(() => tokens.close());

  /** What becomes of a token of the service. */
  async function outcome(wishes: Parameters<TokenService['token']>[1] = {}): Promise<string> {
    const vouched = { channelId: 'msteams', serviceUrl: SERVICE };
    try {
      await check.check(`Bearer ${await tokens.token(SERVICE, wishes)}`, vouched);
      return 'let in';
    } catch (error) {
      return error instanceof AdvisorError ? error.code : String(error);
    }
  }

  // Protects everybody in Teams from a bad hour of the token service: those who are known already are still known.
  for (const failing of [500, 'drop'] as const) {
    it(`are still used where they cannot be (${failing})`, async () => {
      tokens.failing = failing;
      expect(await outcome()).to.equal('let in');
      expect(await outcome({ forged: true })).to.equal('TOKEN_REFUSED');
      expect(await outcome({ ofOtherChannel: true })).to.equal('TOKEN_REFUSED');
      expect(await outcome({ kid: 'perhaps-new' })).to.equal('TEAMS_KEYS_UNUSABLE');
    });
  }

  // Protects against a key that was withdrawn: what is published now counts, not what was.
  it('are not used once they are published no more', async () => {
    tokens.otherAlone = true;
    expect(await outcome()).to.equal('TOKEN_REFUSED');
  });
});

import { expect } from 'chai';
import { readConfig } from '../../../bot/config.ts';
import type { TeamsConfig } from '../../../bot/teams-config.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';

const ID = '11111111-2222-3333-4444-555555555555';
const TENANT = '66666666-7777-8888-9999-000000000000';
const PASSWORD = 'a~password that nobody may read';
const WHOLE = { MicrosoftAppId: ID, MicrosoftAppTenantId: TENANT, MicrosoftAppPassword: PASSWORD };

const teamsOf = (variables: Readonly<Record<string, string>>): TeamsConfig => readConfig(variables, '/').teams;

function refused(variables: Readonly<Record<string, string>>): string {
  try {
    teamsOf(variables);
  } catch (error) {
    if (error instanceof AdvisorError && error.code === 'CONFIG_INVALID') return error.details.join('\n');
    throw error;
  }
  throw new Error('the configuration was taken');
}

describe("Teams' configuration", () => {
  it('is off by itself', () => {
    expect(teamsOf({})).to.deep.equal({ mode: { kind: 'off' }, serviceHosts: [] });
  });

  it('is of one tenant with a password, or of a managed identity without', () => {
    expect(teamsOf(WHOLE).mode).to.deep.equal({
      kind: 'app',
      app: { appId: ID, tenantId: TENANT, password: PASSWORD },
    });
    expect(
      teamsOf({ MicrosoftAppId: ID, MicrosoftAppTenantId: TENANT, MicrosoftAppType: 'UserAssignedMSI' }).mode,
    ).to.deep.equal({ kind: 'app', app: { appId: ID, tenantId: TENANT, password: null } });
  });

  it('takes hosts beside those of Microsoft', () => {
    expect(teamsOf({ TEAMS_SERVICE_HOSTS: 'relay.example.org, .partner.example' }).serviceHosts).to.deep.equal([
      'relay.example.org',
      '.partner.example',
    ]);
  });

  const faults: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ MicrosoftAppId: ID }, /MicrosoftAppTenantId: has to be set[\s\S]*MicrosoftAppPassword: has to be set/],
    [{ MicrosoftAppId: ID, MicrosoftAppTenantId: TENANT }, /^MicrosoftAppPassword: has to be set/],
    [{ MicrosoftAppPassword: PASSWORD }, /^MicrosoftAppId: has to be set where MicrosoftAppPassword is/],
    [{ MicrosoftAppTenantId: TENANT }, /^MicrosoftAppId: has to be set/],
    [{ ...WHOLE, MicrosoftAppType: 'UserAssignedMSI' }, /^MicrosoftAppPassword: cannot be set/],
    [{ ...WHOLE, MicrosoftAppType: 'MultiTenant' }, /MicrosoftAppType: cannot be MultiTenant.*SingleTenant/],
    [{ ...WHOLE, MicrosoftAppType: 'Anything' }, /MicrosoftAppType: has to be SingleTenant or UserAssignedMSI/],
    [{ ...WHOLE, MicrosoftAppId: 'my bot' }, /MicrosoftAppId: has to be an id/],
    [{ ...WHOLE, MicrosoftAppTenantId: 'contoso' }, /MicrosoftAppTenantId: has to be an id/],
    [{ TEAMS_SERVICE_HOSTS: 'https://relay.example.org/' }, /TEAMS_SERVICE_HOSTS: has to be names of hosts/],
    [{ TEAMS_SERVICE_HOSTS: '*' }, /TEAMS_SERVICE_HOSTS/],
    [{ TEAMS_SERVICE_HOSTS: '.net' }, /TEAMS_SERVICE_HOSTS/],
    [{ TEAMS_SERVICE_HOSTS: '10.0.0.1' }, /TEAMS_SERVICE_HOSTS/],
    [{ TEAMS_UNAUTHENTICATED: 'yes' }, /TEAMS_UNAUTHENTICATED/],
    [{ ...WHOLE, TEAMS_UNAUTHENTICATED: 'on' }, /TEAMS_UNAUTHENTICATED: cannot be on where MicrosoftAppId is set/],
    [{ TEAMS_UNAUTHENTICATED: 'on', HOST: '0.0.0.0', PUBLIC_URL: 'https://a.example' }, /others can reach the server/],
    [{ TEAMS_UNAUTHENTICATED: 'on', PUBLIC_URL: 'https://a.example' }, /others can reach the server/],
    [{ TEAMS_UNAUTHENTICATED: 'on', PROXY_HOPS: '1' }, /others can reach the server/],
  ];
  for (const [variables, words] of faults) {
    // Protects the operator from a bot that is half set up or open to all, and the password from the screen.
    it(`is refused with a reason: ${JSON.stringify(variables).replace(PASSWORD, '...')}`, () => {
      expect(refused(variables)).to.match(words).and.not.include(PASSWORD);
    });
  }
});

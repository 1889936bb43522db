import { expect } from 'chai';
import { type Config, readConfig } from '../../../bot/config.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';

const OIDC = {
  OIDC_ISSUER: 'https://id.example.org/realms/one',
  OIDC_CLIENT_ID: 'desk',
  OIDC_CLIENT_SECRET: 'not-to-be-repeated',
};
const PUBLIC = { HOST: '0.0.0.0', PUBLIC_URL: 'https://desk.example.org' };

function deskOf(variables: Readonly<Record<string, string>>): Config['desk'] {
  return readConfig(variables, '/').desk;
}

describe('who may use the desk, by the configuration', () => {
  const KINDS: readonly [string, Readonly<Record<string, string>>, object][] = [
    ['loopback', {}, { kind: 'this-machine' }],
    ['loopback by name', { HOST: 'localhost', DESK: 'on' }, { kind: 'this-machine' }],
    ['loopback with its own address', { PUBLIC_URL: 'http://[::1]:3978' }, { kind: 'this-machine' }],
    ['loopback, switched off', { DESK: 'off' }, { kind: 'off', because: 'switched-off' }],
    ['beyond loopback', PUBLIC, { kind: 'off', because: 'unprotected' }],
    ['beyond loopback, switched off', { ...PUBLIC, DESK: 'off' }, { kind: 'off', because: 'switched-off' }],
    // A proxy on the same machine brings everybody to a server that listens on loopback.
    ['loopback behind a proxy', { PUBLIC_URL: PUBLIC.PUBLIC_URL }, { kind: 'off', because: 'unprotected' }],
    ['loopback with hops', { PROXY_HOPS: '1' }, { kind: 'off', because: 'unprotected' }],
    ['sign-in, switched off', { ...PUBLIC, ...OIDC, DESK: 'off' }, { kind: 'off', because: 'switched-off' }],
  ];
  for (const [name, variables, desk] of KINDS) {
    it(name, () => expect(deskOf(variables)).to.deep.equal(desk));
  }

  it('sign-in, with and without settings of its own', () => {
    const provider = {
      issuer: OIDC.OIDC_ISSUER,
      clientId: 'desk',
      clientSecret: OIDC.OIDC_CLIENT_SECRET,
      scopes: 'openid profile',
      rolesClaim: 'roles',
      roleNames: { agent: 'agent', editor: 'editor' },
    };
    for (const where of [PUBLIC, {}, { ...PUBLIC, DESK: 'on' }]) {
      expect(deskOf({ ...where, ...OIDC })).to.deep.equal({ kind: 'sign-in', provider });
    }
    const own = {
      OIDC_ISSUER: 'http://127.0.0.1:8080',
      OIDC_SCOPES: 'openid groups',
      OIDC_ROLES_CLAIM: 'https://example.org/roles',
      OIDC_AGENT_ROLE: 'Contact centre',
      OIDC_EDITOR_ROLE: 'Editors',
    };
    expect(deskOf({ ...OIDC, ...own })).to.deep.equal({
      kind: 'sign-in',
      provider: {
        ...provider,
        issuer: 'http://127.0.0.1:8080',
        scopes: 'openid groups',
        rolesClaim: 'https://example.org/roles',
        roleNames: { agent: 'Contact centre', editor: 'Editors' },
      },
    });
  });

  // Protects callers' agents from a desk that is open by a slip of the operator.
  const WRONG: readonly [string, Readonly<Record<string, string>>, readonly string[]][] = [
    ['is on beyond loopback without sign-in', { ...PUBLIC, DESK: 'on' }, ['DESK:', 'OIDC_ISSUER']],
    ['is on behind a proxy without sign-in', { PUBLIC_URL: PUBLIC.PUBLIC_URL, DESK: 'on' }, ['DESK:']],
    ['is something else', { DESK: 'yes' }, ['DESK:', 'yes']],
    ['has half a provider', { OIDC_ISSUER: OIDC.OIDC_ISSUER }, ['OIDC_CLIENT_ID:', 'OIDC_CLIENT_SECRET:']],
    ['has a client without a provider', { ...PUBLIC, ...OIDC, OIDC_ISSUER: '' }, ['OIDC_ISSUER:']],
    [
      'has sign-in over http',
      { ...OIDC, HOST: '0.0.0.0', PUBLIC_URL: 'http://desk.example.org' },
      ['PUBLIC_URL:', 'https'],
    ],
    ['has a provider over http', { ...OIDC, OIDC_ISSUER: 'http://id.example.org' }, ['OIDC_ISSUER:', 'https']],
    [
      'has a provider that is like loopback',
      { ...OIDC, OIDC_ISSUER: 'http://127.0.0.1.example.org' },
      ['OIDC_ISSUER:'],
    ],
    ['has a provider with a query', { ...OIDC, OIDC_ISSUER: 'https://id.example.org/?a=b' }, ['OIDC_ISSUER:']],
    ['has a provider with a password', { ...OIDC, OIDC_ISSUER: 'https://a:b@id.example.org' }, ['OIDC_ISSUER:']],
    ['has a provider that is no address', { ...OIDC, OIDC_ISSUER: 'id.example.org' }, ['OIDC_ISSUER:']],
    ['has scopes without openid', { ...OIDC, OIDC_SCOPES: 'profile' }, ['OIDC_SCOPES:', 'openid']],
    ['calls both roles the same', { ...OIDC, OIDC_EDITOR_ROLE: 'agent' }, ['OIDC_EDITOR_ROLE:']],
  ];
  for (const [how, variables, told] of WRONG) {
    it(`does not start where it ${how}`, () => {
      try {
        deskOf(variables);
      } catch (error) {
        if (!(error instanceof AdvisorError)) throw error;
        expect(error.code).to.equal('CONFIG_INVALID');
        for (const part of told) expect(error.message).to.include(part);
        expect(error.message).not.to.include(OIDC.OIDC_CLIENT_SECRET);
        return;
      }
      expect.fail('it starts');
    });
  }
});

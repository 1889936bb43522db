import { expect } from 'chai';
import fc from 'fast-check';
import { APP_VARIABLES, checkAppSettings, readAppSettings } from '../../../../adapters/teams/app/settings.ts';
import { AdvisorError } from '../../../../knowledge/errors.ts';
import { VARIABLES } from './helpers.ts';

/** The variables that are refused, each once. */
function refused(variables: Readonly<Record<string, string | undefined>>): string[] {
  const checked = checkAppSettings(variables);
  return 'faults' in checked ? [...new Set(checked.faults.map(({ variable }) => variable))] : [];
}

const ADDRESSES = ['TEAMS_WEBSITE_URL', 'TEAMS_PRIVACY_URL', 'TEAMS_TERMS_URL'] as const;

describe('what the Teams app is made from', () => {
  // Protects an administrator from mending one variable at a time.
  it('names everything that is missing in one message, and what to set', () => {
    let error: unknown;
    try {
      readAppSettings({ MicrosoftAppId: ' ', TEAMS_TERMS_URL: '' });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).to.be.instanceOf(AdvisorError).with.property('code', 'TEAMS_APP_INCOMPLETE');
    const told = error instanceof AdvisorError ? error.details : [];
    const needed = ['MicrosoftAppId', 'TEAMS_DEVELOPER_NAME', ...ADDRESSES];
    expect(told.map((each) => each.split(':')[0])).to.deep.equal(needed);
    for (const each of told) expect(each).to.match(/^\w+: is missing: the \w+/);
  });

  it('takes spaces around a value, capitals in an id, and every address as it was written', () => {
    const settings = readAppSettings({
      ...VARIABLES,
      MicrosoftAppId: ` ${VARIABLES.MicrosoftAppId.toUpperCase()} `,
      TEAMS_WEBSITE_URL: ' https://Careers.test/über?x=1#y ',
    });
    expect(settings.botId).to.equal(VARIABLES.MicrosoftAppId);
    expect(settings.developer.websiteUrl).to.equal('https://Careers.test/über?x=1#y');
  });

  for (const [what, address] of [
    ['http', 'http://careers.test'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,hello'],
    ['a space inside', 'https://careers.test/my page'],
    ['a line break inside', 'https://careers.test/\nprivacy'],
    ['an invisible character', 'https://careers.test/\u200bprivacy'],
    ['backslashes', 'https:\\\\careers.test'],
    ['no address', 'careers.test'],
    ['a user', 'https://user:secret@careers.test'],
    ['loopback', 'https://localhost/privacy'],
    ['loopback by number', 'https://127.0.0.1/privacy'],
    ['a number', 'https://203.0.113.7/privacy'],
    ['a number in one piece', 'https://3405803783/privacy'],
    ['a machine of the own network', 'https://intranet/privacy'],
    ['an example', 'https://www.Example.org/privacy'],
    ['a placeholder', 'https://careers.test/{{page}}'],
    ['more than 2048 characters', `https://careers.test/${'x'.repeat(2048)}`],
  ] as const) {
    it(`refuses addresses with ${what}, and names the variable`, () => {
      for (const name of ADDRESSES) expect(refused({ ...VARIABLES, [name]: address }), name).to.deep.equal([name]);
    });
  }

  for (const [what, name] of [
    ['of 300 characters', 'x'.repeat(300)],
    ['of 33 characters', 'x'.repeat(33)],
    ['with a line break', 'Careers\nOffice'],
    ['with letters that turn the text round', 'Careers \u202eeciffO'],
    ['that is a placeholder', `$\{ORGANISATION}`],
    ['still to do', 'TODO'],
  ] as const) {
    it(`refuses a developer's name ${what}`, () => {
      expect(refused({ ...VARIABLES, TEAMS_DEVELOPER_NAME: name })).to.deep.equal(['TEAMS_DEVELOPER_NAME']);
    });
  }

  for (const id of [
    '00000000-0000-0000-0000-000000000000',
    'not-an-id',
    `${VARIABLES.MicrosoftAppId}0`,
    `{${VARIABLES.MicrosoftAppId}}`,
    '28:7c0f5b1e-3a52-4d0e-9b7e-2f6c1d8a9e44',
  ]) {
    it(`refuses the id ${id}`, () => {
      for (const name of ['MicrosoftAppId', 'TEAMS_APP_ID'])
        expect(refused({ ...VARIABLES, [name]: id }), name).to.deep.equal([name]);
    });
  }

  for (const url of [
    'http://advisor.careers.test',
    'https://advisor',
    'https://203.0.113.7',
    'https://advisor.example.org',
    'ftp://127.0.0.1.careers.test',
  ]) {
    it(`refuses the public address ${url}`, () => {
      expect(refused({ ...VARIABLES, PUBLIC_URL: url })).to.deep.equal(['PUBLIC_URL']);
    });
  }

  // Protects what goes out: whatever the variables hold, they are refused by name or are all in order.
  it('takes or refuses any text, and throws nothing else', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.webUrl(), fc.uuid());
    fc.assert(
      fc.property(fc.record(Object.fromEntries(APP_VARIABLES.map((name) => [name, text]))), (variables) => {
        const checked = checkAppSettings(variables);
        if ('faults' in checked) {
          for (const { variable } of checked.faults) expect(APP_VARIABLES).to.include(variable);
        } else for (const url of Object.values(checked.settings.developer).slice(1)) expect(url).to.match(/^https:/i);
      }),
      { numRuns: 300 },
    );
  });
});

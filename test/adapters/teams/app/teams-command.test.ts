import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { builtStore, tempFolder } from '../../../knowledge/helpers.ts';
import { type Ended, run } from '../../../programs.ts';
import { VARIABLES } from './helpers.ts';

const PASSWORD = 'a-secret-of-the-bot-0123456789';
/** Whatever the machine has set is set aside. */
const UNSET = Object.fromEntries(
  [
    ...Object.keys(VARIABLES),
    'TEAMS_APP_ID',
    'TEAMS_UNAUTHENTICATED',
    'TEAMS_SERVICE_HOSTS',
    'MicrosoftAppType',
    'MicrosoftAppTenantId',
    'MicrosoftAppPassword',
    'HOST',
  ].map((name) => [name, '']),
);
const WHOLE = {
  ...VARIABLES,
  MicrosoftAppTenantId: '0f3e2d1c-1234-4bbb-8ccc-123456789abc',
  MicrosoftAppPassword: PASSWORD,
};

const teams = (words: readonly string[], variables: Readonly<Record<string, string>>): Promise<Ended> =>
  run([join('bot', 'commands', 'teams', 'main.ts'), ...words], { ...UNSET, ...variables });

describe('npm run teams, as a process', () => {
  let dataDir: string;
  before(async () => {
    dataDir = tempFolder();
    const { path } = await builtStore();
    await mkdir(join(dataDir, 'knowledge'));
    await cp(path, join(dataDir, 'knowledge', basename(path)));
  });

  it('tells its commands and fails where none is named, or an unknown one', async () => {
    for (const words of [[], ['publish'], ['constructor']]) {
      const { code, out, err } = await teams(words, {});
      expect([code, out]).to.deep.equal([1, '']);
      expect(err)
        .to.include('npm run teams -- package [--out FILE]')
        .and.to.include('check [--json]')
        .and.to.include('[COMMAND_UNKNOWN]');
    }
  });

  for (const words of [
    ['package', '--where', 'x'],
    ['package', 'file.zip'],
    ['check', '--fast'],
  ]) {
    it(`says how it is used: ${words.join(' ')}`, async () => {
      const { code, err } = await teams(words, {});
      expect(code).to.equal(1);
      expect(err).to.include(`usage: npm run teams -- ${words[0]}`).and.to.include('[COMMAND_UNKNOWN]');
    });
  }

  describe('package', () => {
    // Protects whoever compares two packages: what differs in them was changed by somebody.
    it('writes the same bytes wherever and whenever it runs, without the password', async () => {
      const [first, second] = [join(tempFolder(), 'a.zip'), join(tempFolder(), 'new', 'b.zip')];
      const { code, out, err } = await teams(['package', '--out', first], { ...VARIABLES, TZ: 'Pacific/Kiritimati' });
      expect(code, err).to.equal(0);
      expect(out)
        .to.include(first)
        .and.to.include(`bot ${VARIABLES.MicrosoftAppId}`)
        .and.to.include('advisor.careers.test');
      expect((await teams(['package', '--out', second], { ...WHOLE, TZ: 'America/Edmonton' })).code).to.equal(0);
      expect(Buffer.compare(await readFile(first), await readFile(second))).to.equal(0);
    });

    it('writes into DATA_DIR unless told', async () => {
      const { code, err } = await teams(['package'], { ...VARIABLES, PUBLIC_URL: '', DATA_DIR: dataDir });
      expect(code, err).to.equal(0);
      expect((await readFile(join(dataDir, 'career-advisor-teams.zip'))).toString('latin1', 0, 2)).to.equal('PK');
    });

    it('names every variable that is missing or wrong at once, and writes nothing', async () => {
      const file = join(tempFolder(), 'app.zip');
      await writeFile(file, 'the one before');
      const { code, out, err } = await teams(['package', '--out', file], {
        TEAMS_DEVELOPER_NAME: '{{ORGANISATION}}',
        TEAMS_TERMS_URL: 'javascript:alert(1)',
      });
      expect([code, out]).to.deep.equal([1, '']);
      for (const name of [
        'MicrosoftAppId',
        'TEAMS_DEVELOPER_NAME',
        'TEAMS_WEBSITE_URL',
        'TEAMS_PRIVACY_URL',
        'TEAMS_TERMS_URL',
      ])
        expect(err).to.include(`${name}: `);
      expect(err).to.include('[TEAMS_APP_INCOMPLETE]');
      expect(await readFile(file, 'utf8')).to.equal('the one before');
    });

    it('says so where the file cannot be written', async () => {
      const { code, err } = await teams(['package', '--out', tempFolder()], VARIABLES);
      expect(code).to.equal(1);
      expect(err).to.include('[TEAMS_APP_UNWRITABLE]').and.to.include('EISDIR');
    });
  });

  describe('check', () => {
    interface Told {
      readonly ready: boolean;
      readonly checks: readonly { readonly name: string; readonly good: boolean; readonly told: string }[];
    }
    const bad = ({ checks }: Told): string[] => checks.filter(({ good }) => !good).map(({ name }) => name);

    it('is content with what is whole, and never tells the password', async () => {
      const { code, out, err } = await teams(['check'], { ...WHOLE, DATA_DIR: dataDir });
      expect(code, out + err).to.equal(0);
      expect(out)
        .to.include('https://advisor.careers.test/api/messages')
        .and.to.include('set (not shown)')
        .and.to.match(/valid: schema 1\.25/);
      const asJson = await teams(['check', '--json'], { ...WHOLE, DATA_DIR: dataDir });
      const told: Told = JSON.parse(asJson.out);
      expect([asJson.code, told.ready, bad(told)]).to.deep.equal([0, true, []]);
      for (const text of [out, err, asJson.out, asJson.err]) expect(text).to.not.include(PASSWORD);
    });

    it('tells everything that is missing, and fails', async () => {
      const { code, out } = await teams(['check', '--json'], { DATA_DIR: tempFolder() });
      const told: Told = JSON.parse(out);
      expect([code, told.ready]).to.deep.equal([1, false]);
      expect(bad(told)).to.include.members([
        'MicrosoftAppId',
        'MicrosoftAppTenantId',
        'MicrosoftAppPassword',
        'PUBLIC_URL',
        'TEAMS_PRIVACY_URL',
        'manifest and icons',
        'knowledge store',
      ]);
      expect((await teams(['check'], { DATA_DIR: dataDir })).out).to.match(/\d+ of \d+ to do/);
    });

    it('needs no password with a managed identity, and refuses kinds of bot that there are no more', async () => {
      const { MicrosoftAppPassword: _none, ...rest } = WHOLE;
      const managed: Told = JSON.parse(
        (await teams(['check', '--json'], { ...rest, MicrosoftAppType: 'UserAssignedMSI', DATA_DIR: dataDir })).out,
      );
      expect(bad(managed)).to.deep.equal([]);
      const multi: Told = JSON.parse(
        (await teams(['check', '--json'], { ...WHOLE, MicrosoftAppType: 'MultiTenant', DATA_DIR: dataDir })).out,
      );
      expect(bad(multi)).to.include('MicrosoftAppType');
    });

    // Protects from the two slips that otherwise show only as silence: a directory's name, and a secret's id in the place of its value.
    it('sees what cannot be a tenant or a password, without telling the latter', async () => {
      const secretId = '5d3c7b1a-9e8f-4c6d-8b2a-1f0e9d8c7b6a';
      const { out } = await teams(['check', '--json'], {
        ...WHOLE,
        MicrosoftAppTenantId: 'careers.onmicrosoft.test',
        MicrosoftAppPassword: secretId,
        DATA_DIR: dataDir,
      });
      const told: Told = JSON.parse(out);
      expect(bad(told)).to.include.members(['MicrosoftAppTenantId', 'MicrosoftAppPassword']);
      expect(out).to.not.include(secretId);
    });

    it('refuses an address that Teams cannot reach', async () => {
      for (const PUBLIC_URL of [
        'http://127.0.0.1:3978',
        'http://advisor.careers.test',
        'https://advisor.example.org',
      ]) {
        const told: Told = JSON.parse(
          (await teams(['check', '--json'], { ...WHOLE, PUBLIC_URL, DATA_DIR: dataDir })).out,
        );
        expect(bad(told), PUBLIC_URL).to.include.members(['PUBLIC_URL', 'endpoint for Azure']);
      }
    });

    it('tells what else is wrong in the settings of the server', async () => {
      const told: Told = JSON.parse(
        (await teams(['check', '--json'], { ...WHOLE, PORT: 'many', DATA_DIR: dataDir })).out,
      );
      expect(bad(told)).to.deep.equal(['settings of the server']);
      expect(told.checks.find(({ good }) => !good)?.told).to.include('PORT');
    });
  });
});

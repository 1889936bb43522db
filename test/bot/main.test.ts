import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT, tempFolder } from '../knowledge/helpers.ts';
import { endPrograms, type Program, start as startProgram } from '../programs.ts';

const MAIN = [join('bot', 'main.ts')];

const start = (environment: Readonly<Record<string, string>>): Program =>
  startProgram(MAIN, { PORT: '0', HOST: '127.0.0.1', ...environment });

async function originOf(program: Program): Promise<string> {
  return (await program.says(/listens at (http:\/\/127\.0\.0\.1:\d+) /))[1] ?? '';
}

describe('npm start', () => {
  const dataDir = tempFolder();

  after(() => {
    endPrograms();
  });

  it('listens at once, gets ready, answers, and stops on SIGTERM', async () => {
    const program = start({ DATA_DIR: dataDir });
    const origin = await originOf(program);
    const early = await fetch(`${origin}/readyz`);
    expect(early.status).to.equal(503);
    expect((await fetch(`${origin}/healthz`)).status).to.equal(200);

    await program.says(/Ready:[\s\S]*openapi\.json\n/);
    for (const path of ['/api/occupations?q=', '/healthz', '/readyz', '/api/openapi.json'])
      expect(program.out()).to.contain(`${origin}${path}`);
    expect((await fetch(`${origin}/readyz`)).status).to.equal(200);
    const found: unknown = await (await fetch(`${origin}/api/occupations?q=1413.3`)).json();
    expect(found).to.have.nested.property('candidates[0].code', '12111');

    const other = start({ DATA_DIR: dataDir });
    expect(await other.ended).to.equal(1);
    expect(other.err()).to.contain('Another server runs').and.contain(dataDir).and.contain('[DATA_DIR_IN_USE]');
    expect(other.out()).to.equal('');

    const second = start({ DATA_DIR: tempFolder(), PORT: new URL(origin).port });
    expect(await second.ended).to.equal(1);
    expect(second.err()).to.contain('The address is in use').and.contain(origin).and.contain('[ADDRESS_IN_USE]');
    expect(second.err()).not.to.match(/^\s+at /m);
    expect(second.out()).to.equal('');

    program.child.kill('SIGTERM');
    expect(await program.ended).to.equal(0);
    expect(program.err()).not.to.contain('1413.3');
    expect(await fetch(`${origin}/healthz`).catch(() => 'refused')).to.equal('refused');
  });

  it('stops on SIGINT too, even with a connection kept open', async () => {
    const program = start({ DATA_DIR: dataDir });
    const origin = await originOf(program);
    await program.says(/Ready:/);
    await (await fetch(`${origin}/api/sources`)).text();
    program.child.kill('SIGINT');
    expect(await program.ended).to.equal(0);
  });

  it('a signal before the knowledge is loaded stops it in order, and a second one at once', async () => {
    const patient = start({ DATA_DIR: tempFolder() });
    await originOf(patient);
    patient.child.kill('SIGTERM');
    expect(await patient.ended).to.equal(0);
    expect(patient.out()).not.to.contain('Ready:');

    const hasty = start({ DATA_DIR: tempFolder() });
    await originOf(hasty);
    hasty.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 50));
    hasty.child.kill('SIGTERM');
    expect(await hasty.ended).to.equal(1);
  });

  for (const [variable, value] of [
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'https://example.org/chat'],
    ['TRUSTED_ORIGINS', 'example.org'],
    ['KEEP_DAYS', '0'],
    ['PROXY_HOPS', 'true'],
  ] as const) {
    it(`names the variable ${variable}=${value} that is wrong`, async () => {
      const program = start({ DATA_DIR: dataDir, [variable]: value });
      expect(await program.ended).to.equal(1);
      expect(program.err()).to.contain(variable).and.contain(value).and.contain('[CONFIG_INVALID]');
      expect(program.out()).to.equal('');
    });
  }

  it('does not listen beyond loopback without the address that browsers are to come back to', async () => {
    const program = start({ DATA_DIR: dataDir, HOST: '0.0.0.0' });
    expect(await program.ended).to.equal(1);
    expect(program.err()).to.contain('PUBLIC_URL').and.contain('[CONFIG_INVALID]');
  });

  it('never repeats a secret, also where it is wrong', async () => {
    const program = start({ DATA_DIR: dataDir, DIRECTLINE_SECRET: 'too-short-a-secret' });
    expect(await program.ended).to.equal(1);
    expect(program.err()).to.contain('DIRECTLINE_SECRET').and.not.contain('too-short-a-secret');
  });

  it('names an address that it cannot have', async () => {
    const program = start({ DATA_DIR: dataDir, HOST: '192.0.2.1', PUBLIC_URL: 'http://192.0.2.1' });
    expect(await program.ended).to.equal(1);
    expect(program.err()).to.contain('[ADDRESS_UNUSABLE]').and.contain('192.0.2.1');
  });

  it('ends with a clear error when the knowledge cannot be built', async () => {
    const unfit = tempFolder();
    writeFileSync(join(unfit, 'knowledge'), 'a file in the place of the folder');
    const program = start({ DATA_DIR: unfit });
    expect(await program.ended).to.equal(1);
    expect(program.err()).to.contain('[STORE_WRITE_FAILED]').and.contain('DATA_DIR');
    expect(program.out()).not.to.contain('Ready:');
  });

  it('does not start where conversations cannot be kept', async () => {
    const program = start({ DATA_DIR: join(ROOT, 'package.json') });
    expect(await program.ended).to.equal(1);
    expect(program.err()).to.contain('[STATE_UNUSABLE]').and.contain('package.json');
    expect(program.out()).to.equal('');
  });
});

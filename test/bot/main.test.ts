import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT, tempFolder } from '../knowledge/helpers.ts';

interface Program {
  readonly child: ChildProcess;
  readonly ended: Promise<number | NodeJS.Signals | null>;
  stdout(): string;
  stderr(): string;
  /** Waits until the standard output has it, and gives the match; fails when the program ends before. */
  says(words: RegExp): Promise<RegExpExecArray>;
}

const started = new Set<ChildProcess>();

function start(environment: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', join('bot', 'main.ts')], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let out = '';
  let errors = '';
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => {
      started.delete(child);
      resolve(signal ?? code);
    }),
  );
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8');
  });
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  return {
    child,
    ended,
    stdout: () => out,
    stderr: () => errors,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = words.exec(out);
          if (found) resolve(found);
        };
        child.stdout.on('data', look);
        look();
        void ended.then((code) => reject(new Error(`it ended (${code}) and did not say ${words}: ${errors}`)));
      }),
  };
}

async function originOf(program: Program): Promise<string> {
  return (await program.says(/listens at (http:\/\/127\.0\.0\.1:\d+) /))[1] ?? '';
}

describe('npm start', () => {
  const dataDir = tempFolder();

  after(() => {
    for (const child of started) child.kill('SIGKILL');
  });

  it('listens at once, gets ready, answers, and stops on SIGTERM', async () => {
    const program = start({ DATA_DIR: dataDir });
    const origin = await originOf(program);
    const early = await fetch(`${origin}/readyz`);
    expect(early.status).to.equal(503);
    expect((await fetch(`${origin}/healthz`)).status).to.equal(200);

    await program.says(/Ready:[\s\S]*openapi\.json\n/);
    for (const path of ['/api/occupations?q=', '/healthz', '/readyz', '/api/openapi.json'])
      expect(program.stdout()).to.contain(`${origin}${path}`);
    expect((await fetch(`${origin}/readyz`)).status).to.equal(200);
    const found: unknown = await (await fetch(`${origin}/api/occupations?q=1413.3`)).json();
    expect(found).to.have.nested.property('candidates[0].code', '12111');

    const second = start({ DATA_DIR: dataDir, PORT: new URL(origin).port });
    expect(await second.ended).to.equal(1);
    expect(second.stderr()).to.contain('The address is in use').and.contain(origin).and.contain('[ADDRESS_IN_USE]');
    expect(second.stderr()).not.to.match(/^\s+at /m);
    expect(second.stdout()).to.equal('');

    program.child.kill('SIGTERM');
    expect(await program.ended).to.equal(0);
    expect(program.stderr()).not.to.contain('1413.3');
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
    expect(patient.stdout()).not.to.contain('Ready:');

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
      expect(program.stderr()).to.contain(variable).and.contain(value).and.contain('[CONFIG_INVALID]');
      expect(program.stdout()).to.equal('');
    });
  }

  it('does not listen beyond loopback without the address that browsers are to come back to', async () => {
    const program = start({ DATA_DIR: dataDir, HOST: '0.0.0.0' });
    expect(await program.ended).to.equal(1);
    expect(program.stderr()).to.contain('PUBLIC_URL').and.contain('[CONFIG_INVALID]');
  });

  it('never repeats a secret, also where it is wrong', async () => {
    const program = start({ DATA_DIR: dataDir, DIRECTLINE_SECRET: 'too-short-a-secret' });
    expect(await program.ended).to.equal(1);
    expect(program.stderr()).to.contain('DIRECTLINE_SECRET').and.not.contain('too-short-a-secret');
  });

  it('names an address that it cannot have', async () => {
    const program = start({ DATA_DIR: dataDir, HOST: '192.0.2.1', PUBLIC_URL: 'http://192.0.2.1' });
    expect(await program.ended).to.equal(1);
    expect(program.stderr()).to.contain('[ADDRESS_UNUSABLE]').and.contain('192.0.2.1');
  });

  it('ends with a clear error when the knowledge cannot be built', async () => {
    const unfit = tempFolder();
    writeFileSync(join(unfit, 'knowledge'), 'a file in the place of the folder');
    const program = start({ DATA_DIR: unfit });
    expect(await program.ended).to.equal(1);
    expect(program.stderr()).to.contain('[STORE_WRITE_FAILED]').and.contain('DATA_DIR');
    expect(program.stdout()).not.to.contain('Ready:');
  });

  it('does not start where conversations cannot be kept', async () => {
    const program = start({ DATA_DIR: join(ROOT, 'package.json') });
    expect(await program.ended).to.equal(1);
    expect(program.stderr()).to.contain('[STATE_UNUSABLE]').and.contain('package.json');
    expect(program.stdout()).to.equal('');
  });
});

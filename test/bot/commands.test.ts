import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT, tempFolder } from '../knowledge/helpers.ts';

const dataDir = tempFolder();

function run(
  command: string,
  words: readonly string[],
  input = '',
): { status: number | null; out: string; err: string } {
  const result = spawnSync(process.execPath, ['--import', 'tsx', join('bot', 'commands', `${command}.ts`), ...words], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'info' },
  });
  return { status: result.status, out: result.stdout, err: result.stderr };
}

describe('the commands, as processes', () => {
  // Protects the promise of the first page: four lines of a pipe, each answered from stored facts.
  it('chat answers the caller about release of information', () => {
    const lines =
      'What does a Release of Information Specialist earn in Alberta?\nand starting out?\nwhat schooling do I need?\nwhat is the 2006 code?\n';
    const { status, out } = run('chat', [], lines);
    expect(status).to.equal(0);
    for (const told of [
      '$39.15',
      '$39.35',
      '$29.41',
      '$27.78',
      '2021 Alberta Wage and Salary Survey',
      'reliability A',
      '1413.3',
      'B513',
    ]) {
      expect(out).to.include(told);
    }
  });

  it('chat --json gives one line a turn', () => {
    const { out } = run('chat', ['--json'], 'plumber wage\n');
    const turn = JSON.parse(out.trim());
    expect(turn.input).to.equal('plumber wage');
    expect(turn.replies[0].facts[0]).to.include.keys('source', 'period', 'edition', 'code', 'unit', 'value');
  });

  it('lookup without a title tells its usage and fails', () => {
    const { status, err } = run('lookup', []);
    expect(status).to.equal(1);
    expect(err).to.include('npm run lookup').and.to.include('COMMAND_UNKNOWN');
  });

  it('knowledge builds once, checks, counts, and names its sub-commands', () => {
    expect(run('knowledge/main', ['build']).out).to.match(/up to date|Built/);
    expect(run('knowledge/main', ['check']).out).to.include('no fault');
    expect(JSON.parse(run('knowledge/main', ['stats', '--json']).out).counts.unit_group).to.equal(516);
    const { status, err } = run('knowledge/main', ['dance']);
    expect(status).to.equal(1);
    expect(err).to.include('knowledge -- build');
  });
});

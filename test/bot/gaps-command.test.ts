import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { GapKeeper } from '../../bot/gaps.ts';
import { type KeptState, openKeptState } from '../../bot/state/kept-state.ts';
import type { Gap } from '../../dialogs/turn-report.ts';
import { tempFolder } from '../knowledge/helpers.ts';
import { type Ended, run } from '../programs.ts';

const gaps = (dataDir: string, ...words: string[]): Promise<Ended> =>
  run([join('bot', 'commands', 'knowledge', 'main.ts'), 'gaps', ...words], { DATA_DIR: dataDir });

describe('knowledge -- gaps, as a process', () => {
  const dataDir = tempFolder();
  const ASKED: readonly (readonly [conversation: string, ...Gap[]])[] = [
    ['one', { kind: 'title', text: 'Widget polisher' }, { kind: 'title', text: 'Night Owl' }],
    ['two', { kind: 'title', text: 'widget polisher' }, { kind: 'section', topic: 'advancement', code: '72300' }],
    ['three', { kind: 'title', text: 'widget polisher' }, { kind: 'message', text: 'how fast is it' }],
    ['four', { kind: 'section', topic: 'advancement', code: '72300' }, { kind: 'message', text: 'how fast is it' }],
  ];
  let state: KeptState;

  before(async () => {
    // Left open: an editor looks while the server runs.
    state = await openKeptState(dataDir, { keepDays: 30, now: () => new Date('2026-11-22T10:00:00Z') });
    const keeper = new GapKeeper(state.gaps, new Uint8Array(32).fill(1));
    for (const [conversation, ...asked] of ASKED) await keeper.note(asked, conversation);
  });
  after(() => state.close());

  it('lists what was asked by count, beside a server that runs, and never what one person alone has said', async () => {
    const { code, out, err } = await gaps(dataDir);
    expect(code, err).to.equal(0);
    expect(out).to.match(/3 │ not found +│ widget polisher +│ 2026-11-22/);
    expect(out).to.match(/2 │ not stored +│ advancement: Plumbers \(72300\)/);
    expect(out).to.match(/2 │ not understood +│ how fast is it/);
    expect(out.indexOf('widget')).to.be.lessThan(out.indexOf('Plumbers'));
    expect(out).to.include('1 text was asked in one conversation alone').and.not.match(/owl|#/i);
  });

  it('gives one kind, the most frequent, and JSON', async () => {
    const { code, out, err } = await gaps(dataDir, '--json', '--kind', 'section');
    expect(code, err).to.equal(0);
    expect(JSON.parse(out)).to.deep.equal({
      gaps: [
        {
          kind: 'section',
          what: 'advancement: Plumbers',
          topic: 'advancement',
          code: '72300',
          count: 2,
          last: '2026-11-22T10:00:00.000Z',
        },
      ],
      more: 0,
      askedOnce: 0,
    });
    const first = JSON.parse((await gaps(dataDir, '--json', '--most', '1')).out);
    expect(first.gaps.map(({ what }: { what: string }) => what)).to.deep.equal(['widget polisher']);
    expect([first.more, first.askedOnce]).to.deep.equal([2, 1]);
  });

  it('says so where there is nothing, and makes nothing', async () => {
    const empty = tempFolder();
    const { code, out } = await gaps(empty);
    expect([code, out]).to.deep.equal([0, 'Nothing is noted yet that can be listed.\n']);
    expect(existsSync(join(empty, 'state.sqlite'))).to.equal(false);
  });

  for (const words of [['--kind', 'story'], ['--most', '0'], ['--most', 'all'], ['everything']]) {
    it(`says how it is used: ${words.join(' ')}`, async () => {
      const { code, out, err } = await gaps(dataDir, ...words);
      expect([code, out]).to.deep.equal([1, '']);
      expect(err).to.include('[COMMAND_UNKNOWN]').and.to.include('usage: npm run knowledge -- gaps');
    });
  }
});

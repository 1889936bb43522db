import { ActivityTypes, TestAdapter, type TurnContext } from 'botbuilder';
import { expect } from 'chai';
import type { GapLog } from '../../bot/gaps.ts';
import { createLogger } from '../../bot/log.ts';
import { type RecordedTurn, RecordTurns } from '../../bot/record-turns.ts';
import { type Gap, reportOf } from '../../dialogs/turn-report.ts';

const WORDS = 'what does a flibbertigibbet earn';
const GAP: Gap = { kind: 'title', text: 'flibbertigibbet' };

/** What a turn of `handle` left behind. */
async function record(
  handle: (context: TurnContext) => Promise<void>,
  {
    note = async () => undefined,
    count = () => undefined,
  }: { note?: GapLog['note']; count?: (turn: RecordedTurn) => void } = {},
): Promise<{ turns: RecordedTurn[]; noted: unknown[]; lines: string[]; thrown: unknown }> {
  const turns: RecordedTurn[] = [];
  const noted: unknown[] = [];
  const lines: string[] = [];
  const recorder = new RecordTurns(
    {
      turn: (turn) => {
        turns.push(turn);
        count(turn);
      },
    },
    {
      note: (gaps, conversation) => {
        noted.push([...gaps], typeof conversation);
        return note(gaps, conversation);
      },
    },
    createLogger('info', { write: (line) => void lines.push(line) }),
  );
  const adapter = new TestAdapter(handle);
  adapter.use(recorder);
  const thrown: unknown = await adapter
    .processActivity({ type: ActivityTypes.Message, text: WORDS, channelId: 'directline' })
    .then(
      () => null,
      (error: unknown) => error,
    );
  await recorder.settled();
  return { turns, noted, lines, thrown };
}

describe('recording turns', () => {
  it('counts a turn with its channel, time and report, and writes one line of it', async () => {
    const { turns, noted, lines } = await record(async (context) => {
      reportOf(context).decisions.push('match');
      reportOf(context).topics.push('wage');
    });
    expect(turns).to.have.length(1);
    expect(turns[0]).to.deep.include({ channel: 'directline', outcome: 'done' });
    expect(turns[0]?.ms).to.be.a('number').and.to.be.at.least(0);
    expect(noted).to.deep.equal([]);
    expect(lines).to.have.length(1);
    const { ms, time, ...line } = JSON.parse(lines[0] ?? '');
    expect(line).to.deep.equal({
      level: 30,
      channel: 'directline',
      outcome: 'done',
      decisions: ['match'],
      topics: ['wage'],
      msg: 'turn',
    });
    expect([typeof ms, typeof time]).to.deep.equal(['number', 'string']);
  });

  // Protects people: the log tells of turns, and never of who said what.
  it('hands on what could not be answered, and writes nothing of it', async () => {
    const { turns, noted, lines } = await record(async (context) => {
      reportOf(context).gaps.push(GAP);
    });
    expect(turns[0]?.outcome).to.equal('gap');
    expect(noted).to.deep.equal([[GAP], 'string']);
    expect(lines.join('')).not.to.match(/flibberti|earn|user|conversation/i);
  });

  it('counts a turn that throws, and lets it throw', async () => {
    const fault = new Error('broken');
    const { turns, thrown } = await record(async (context) => {
      reportOf(context).gaps.push(GAP);
      throw fault;
    });
    expect(thrown).to.equal(fault);
    expect(turns[0]?.outcome).to.equal('failed');
    expect(turns[0]?.report.fault).to.equal(fault);
  });

  it('counts a fault that the person was told of', async () => {
    const { turns, thrown } = await record(async (context) => {
      reportOf(context).fault = new Error('told');
    });
    expect(thrown).to.equal(null);
    expect(turns[0]?.outcome).to.equal('failed');
  });

  it('hands on nothing of a turn that asked to be forgotten', async () => {
    const { turns, noted } = await record(async (context) => {
      Object.assign(reportOf(context), { forget: true }).gaps.push(GAP);
    });
    expect(turns).to.have.length(1);
    expect(noted).to.deep.equal([]);
  });

  // Protects the conversation: what we count for ourselves is never the person's trouble.
  it('never fails a turn, whatever goes wrong with the counting', async () => {
    const broken = new Error('no space');
    const gap = async (context: TurnContext): Promise<void> => {
      reportOf(context).gaps.push(GAP);
    };
    const faults = [
      { note: () => Promise.reject(broken) },
      {
        note: () => {
          throw broken;
        },
      },
      {
        count: () => {
          throw broken;
        },
      },
    ];
    for (const fault of faults) {
      const { thrown, lines } = await record(gap, fault);
      expect(thrown).to.equal(null);
      expect(lines.join('')).to.include('no space');
    }
  });

  it('does not wait for what it hands on', async () => {
    let finish: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let noted = false;
    const recorder = new RecordTurns(
      { turn: () => undefined },
      {
        note: async () => {
          await waiting;
          noted = true;
        },
      },
      createLogger('silent'),
    );
    const adapter = new TestAdapter(async (context) => {
      reportOf(context).gaps.push(GAP);
    });
    adapter.use(recorder);
    await adapter.processActivity({ type: ActivityTypes.Message, text: WORDS });
    expect(noted).to.equal(false);
    finish();
    await recorder.settled();
    expect(noted).to.equal(true);
  });
});

import { expect } from 'chai';
import { Metrics } from '../../bot/metrics.ts';
import type { RecordedTurn } from '../../bot/record-turns.ts';
import type { TurnReport } from '../../dialogs/turn-report.ts';
import { AdvisorError } from '../../knowledge/errors.ts';

const WORDS = 'my neighbour someone@example.com';

function turnOf(report: Partial<TurnReport> = {}, turn: Partial<RecordedTurn> = {}): RecordedTurn {
  const full = { decisions: [], topics: [], gaps: [], forget: false, fault: null, ...report };
  return { channel: 'directline', outcome: 'done', ms: 3, report: full, ...turn };
}

/** Values by name and labels, as a collector reads them: `topics_total{topic="wage"}`. */
async function read(metrics: Metrics): Promise<ReadonlyMap<string, number>> {
  const lines = (await metrics.metrics()).split('\n').filter((line) => line.startsWith('career_advisor_'));
  return new Map(
    lines.map((line) => {
      const [, key = '', value] = /^career_advisor_(.*) (\S+)$/.exec(line) ?? [];
      return [key, Number(value)];
    }),
  );
}

describe('the metrics', () => {
  it('count turns, decisions, topics and gaps', async () => {
    const metrics = new Metrics(() => null);
    metrics.turn(turnOf({ decisions: ['match', 'ask'], topics: ['wage', 'duties'] }));
    metrics.turn(turnOf({ decisions: ['none'], gaps: [{ kind: 'title', text: WORDS }] }, { outcome: 'gap', ms: 4000 }));
    const values = await read(metrics);
    for (const [key, value] of [
      ['turns_total{channel="directline",outcome="done"}', 1],
      ['turns_total{channel="directline",outcome="gap"}', 1],
      ['title_decisions_total{decision="match"}', 1],
      ['title_decisions_total{decision="none"}', 1],
      ['topics_total{topic="wage"}', 1],
      ['topics_total{topic="outlook"}', 0],
      ['gaps_total{kind="title"}', 1],
      ['turn_seconds_bucket{le="0.002"}', 0],
      ['turn_seconds_bucket{le="0.005"}', 1],
      ['turn_seconds_bucket{le="5"}', 2],
      ['turn_seconds_sum', 4.003],
    ] as const) {
      expect(values.get(key), key).to.equal(value);
    }
  });

  it('count faults by code, those without one of ours together', async () => {
    const metrics = new Metrics(() => null);
    metrics.turn(turnOf({ fault: new AdvisorError('STATE_CONFLICT') }, { outcome: 'failed' }));
    metrics.turn(turnOf({ fault: Object.assign(new Error(WORDS), { code: WORDS }) }, { outcome: 'failed' }));
    metrics.fault(WORDS);
    // The dialogs of the SDK put an error of their own around every other.
    metrics.fault(Object.assign(new Error('of the dialogs'), { error: new AdvisorError('STORE_DAMAGED') }));
    const values = await read(metrics);
    expect(values.get('faults_total{code="STATE_CONFLICT"}')).to.equal(1);
    expect(values.get('faults_total{code="STORE_DAMAGED"}')).to.equal(1);
    expect(values.get('faults_total{code="INTERNAL_FAULT"}')).to.equal(2);
  });

  it('count sockets open, refusals and requests', async () => {
    const metrics = new Metrics(() => null);
    metrics.socketOpened();
    metrics.socketOpened();
    metrics.socketClosed();
    metrics.refused('REQUEST_INVALID');
    for (const status of [200, 204, 404, 502, 'aborted'] as const) metrics.request(status);
    const values = await read(metrics);
    expect(values.get('directline_sockets')).to.equal(1);
    expect(values.get('directline_refusals_total{reason="REQUEST_INVALID"}')).to.equal(1);
    expect(values.get('http_requests_total{status="2xx"}')).to.equal(2);
    expect(values.get('http_requests_total{status="aborted"}')).to.equal(1);
  });

  it('tell which knowledge is in service, and when it is replaced', async () => {
    let hash: string | null = null;
    const metrics = new Metrics(() => hash);
    expect((await read(metrics)).get('knowledge_loaded')).to.equal(0);
    for (const next of ['a'.repeat(64), 'b'.repeat(64)]) {
      hash = next;
      const values = await read(metrics);
      expect(values.get('knowledge_loaded')).to.equal(1);
      const told = [...values.keys()].filter((key) => key.startsWith('knowledge_info'));
      expect(told).to.deep.equal([`knowledge_info{hash="${next.slice(0, 16)}"}`]);
    }
  });

  it('tell of the process too', async () => {
    expect(await new Metrics(() => null).metrics()).to.include('process_resident_memory_bytes');
  });

  // Protects people, and the collector from labels without end.
  it('hold no words of people, and no more series however many come', async () => {
    const metrics = new Metrics(() => 'a'.repeat(64));
    const flood = (): void => {
      for (let times = 0; times < 200; times += 1) {
        const text = `${WORDS} ${times}`;
        metrics.turn(
          turnOf({ gaps: [{ kind: 'message', text }], fault: new Error(text) }, { channel: text, outcome: 'failed' }),
        );
      }
    };
    flood();
    const before = await read(metrics);
    flood();
    const after = await read(metrics);
    expect(after.size).to.equal(before.size);
    expect(after.get('turns_total{channel="other",outcome="failed"}')).to.equal(400);
    expect(await metrics.metrics()).not.to.match(/neighbour|someone/);
  });

  // Protects tests and whoever runs two bots in one process: nothing is shared.
  it('are counted apart from those of another', async () => {
    const [one, other] = [new Metrics(() => null), new Metrics(() => null)];
    one.socketOpened();
    expect((await read(other)).get('directline_sockets')).to.equal(0);
  });
});

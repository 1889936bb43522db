import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DirectLineObserver } from '../adapters/directline/observer.ts';
import type { HttpObserver } from '../adapters/http/dependencies.ts';
import type { MetricsSource } from '../adapters/http/metrics.ts';
import { TOPICS } from '../dialogs/understanding/topics.ts';
import type { ErrorCode } from '../knowledge/errors.ts';
import { type RecordedTurn, TURN_OUTCOMES, type TurnCounter } from './record-turns.ts';
import { codeOfFault } from './told-error.ts';

const DECISIONS = ['match', 'ask', 'none'] as const;
const GAP_KINDS = ['title', 'message', 'section'] as const;
const STATUS_CLASSES = ['2xx', '3xx', '4xx', '5xx', 'aborted'] as const;
/** Channels that are told apart; a name from outside never becomes a label. */
const CHANNELS: readonly string[] = ['console', 'directline', 'msteams', 'webchat', 'emulator', 'test'];
/** A lookup takes a millisecond or two, a turn that waits for the disk some ten; seconds are a fault. */
const TURN_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** What an operator watches, in a registry of its own. Labels are of fixed sets: no words, ids or addresses of people. */
export class Metrics implements TurnCounter, HttpObserver, DirectLineObserver, MetricsSource {
  readonly #registry = new Registry();
  readonly #turns = this.#counter('turns_total', 'Turns, by channel and outcome', ['channel', 'outcome']);
  readonly #decisions = this.#counter('title_decisions_total', 'Titles looked up, by decision', ['decision']);
  readonly #topics = this.#counter('topics_total', 'Topics answered', ['topic']);
  readonly #gaps = this.#counter('gaps_total', 'What could not be answered, by kind', ['kind']);
  readonly #faults = this.#counter('faults_total', 'Faults, by code', ['code']);
  readonly #refusals = this.#counter('directline_refusals_total', 'What Direct Line refused, by reason', ['reason']);
  readonly #requests = this.#counter('http_requests_total', 'HTTP requests, by class of status', ['status']);
  readonly #turnSeconds: Histogram;
  readonly #sockets: Gauge;

  /** `knowledgeHash`: content hash of the store in service; null while it is loading. Asked each time that metrics are read. */
  constructor(knowledgeHash: () => string | null) {
    const registers = [this.#registry];
    this.#turnSeconds = new Histogram({
      name: named('turn_seconds'),
      help: 'Time that turns took',
      buckets: TURN_SECONDS,
      registers,
    });
    this.#sockets = new Gauge({ name: named('directline_sockets'), help: 'Streams open', registers });
    new Gauge({
      name: named('knowledge_loaded'),
      help: '1 when questions can be answered',
      registers,
      collect() {
        this.set(knowledgeHash() === null ? 0 : 1);
      },
    });
    new Gauge({
      name: named('knowledge_info'),
      help: 'The knowledge in service, by content hash',
      labelNames: ['hash'],
      registers,
      collect() {
        this.reset();
        const hash = knowledgeHash();
        if (hash !== null) this.set({ hash: hash.slice(0, 16) }, 1);
      },
    });
    collectDefaultMetrics({ register: this.#registry });
    // A counter that is there from the start shows its first increase.
    for (const decision of DECISIONS) this.#decisions.inc({ decision }, 0);
    for (const topic of TOPICS) this.#topics.inc({ topic }, 0);
    for (const kind of GAP_KINDS) this.#gaps.inc({ kind }, 0);
    for (const status of STATUS_CLASSES) this.#requests.inc({ status }, 0);
    for (const outcome of TURN_OUTCOMES) this.#turns.inc({ channel: 'directline', outcome }, 0);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  metrics(): Promise<string> {
    return this.#registry.metrics();
  }

  turn({ channel, outcome, ms, report }: RecordedTurn): void {
    this.#turns.inc({ channel: CHANNELS.includes(channel) ? channel : 'other', outcome });
    this.#turnSeconds.observe(ms / 1000);
    for (const decision of report.decisions) this.#decisions.inc({ decision });
    for (const topic of report.topics) this.#topics.inc({ topic });
    for (const { kind } of report.gaps) this.#gaps.inc({ kind });
    if (outcome === 'failed') this.fault(report.fault);
  }

  fault(error: unknown): void {
    this.#faults.inc({ code: codeOfFault(error) ?? 'INTERNAL_FAULT' });
  }

  request(status: number | 'aborted'): void {
    this.#requests.inc({ status: status === 'aborted' ? status : `${Math.trunc(status / 100)}xx` });
  }

  socketOpened(): void {
    this.#sockets.inc();
  }

  socketClosed(): void {
    this.#sockets.dec();
  }

  refused(reason: ErrorCode): void {
    this.#refusals.inc({ reason });
  }

  #counter<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> {
    return new Counter({ name: named(name), help, labelNames: [...labelNames], registers: [this.#registry] });
  }
}

function named(name: string): string {
  return `career_advisor_${name}`;
}

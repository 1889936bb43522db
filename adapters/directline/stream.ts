import { WebSocket } from 'ws';
import type { HttpLog } from '../http/dependencies.ts';
import type { DirectLineObserver } from './observer.ts';
import type { ActivityLog, LoggedActivity } from './ports.ts';
import { type ActivitySet, activitySet } from './protocol.ts';

/** Activities that are read from the log, and sent in one frame, at once. */
const PAGE = 20;
/** RFC 6455: something unexpected happened here. The client comes back with its watermark. */
const FAULT = 1011;

export interface StreamDependencies {
  readonly log: Pick<ActivityLog, 'since'>;
  readonly logger: HttpLog;
  readonly observe: DirectLineObserver;
  readonly bufferedBytes: number;
}

/**
 * One socket of a conversation. It has its own position in the log and sends what stands behind it, in order: whatever it is told of,
 * and however often, nothing is left out, doubled or out of order.
 */
export class Stream {
  readonly #socket: WebSocket;
  readonly #conversation: string;
  readonly #with: StreamDependencies;
  #position: number;
  #pumping = false;
  #more = false;
  /** Pings since the last sign of life. Counted, not timed: after a stall of this process nobody was silent. */
  #unanswered = 0;

  constructor(socket: WebSocket, conversation: string, position: number, dependencies: StreamDependencies) {
    this.#socket = socket;
    this.#conversation = conversation;
    this.#position = position;
    this.#with = dependencies;
    const heard = (): void => {
      this.#unanswered = 0;
    };
    // What a client sends is only a sign of life.
    socket.on('message', heard).on('pong', heard);
    socket.on('error', (error) => dependencies.logger.debug({ err: error }, 'a stream was broken'));
  }

  /** Takes what has just been kept: sent as it is where it comes next, else the log is read from this stream's position on. */
  offer(kept: readonly LoggedActivity[]): void {
    const last = kept.at(-1)?.position ?? 0;
    if (last <= this.#position) return;
    const next = kept.every(({ position }, index) => position === this.#position + 1 + index);
    if (next && !this.#pumping) void this.#send(activitySet(this.#conversation, kept, last), last);
    else void this.pump();
  }

  /** Sends what stands in the log behind this stream's position. Asked while it does so, it looks once more. */
  async pump(): Promise<void> {
    this.#more = true;
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      while (this.#more) {
        this.#more = false;
        await this.#sendAll();
      }
    } catch (error) {
      this.#with.logger.error({ err: error }, 'a stream could not be read from the log');
      this.#socket.close(FAULT);
    } finally {
      this.#pumping = false;
    }
  }

  /** For what has no place in the conversation: left out where the client has not even read what came before. */
  pass(set: ActivitySet): void {
    if (this.#socket.bufferedAmount === 0) this.#write(JSON.stringify(set));
  }

  /** An empty frame, which clients take for a ping, and one that has to be answered. Cuts a socket that left too many unanswered. */
  keepAlive(mostUnanswered: number): void {
    this.#unanswered += 1;
    if (this.#unanswered > mostUnanswered) {
      this.#socket.terminate();
    } else if (this.#socket.readyState === WebSocket.OPEN && this.#socket.bufferedAmount === 0) {
      this.#write('');
      this.#socket.ping();
    }
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const page = await this.#with.log.since(this.#conversation, this.#position, PAGE);
      const last = page.at(-1)?.position;
      if (last === undefined || this.#socket.readyState !== WebSocket.OPEN) return;
      // The next page waits in the log, not in memory, until this one is on its way.
      await this.#send(activitySet(this.#conversation, page, last), last);
    }
  }

  #send(set: ActivitySet, last: number): Promise<void> {
    this.#position = last;
    return this.#write(JSON.stringify(set));
  }

  /** Resolves when the frame has left, or never will. */
  #write(frame: string): Promise<void> {
    const { bufferedAmount } = this.#socket;
    if (bufferedAmount > this.#with.bufferedBytes) {
      this.#with.observe.refused('SOCKET_TOO_SLOW');
      this.#with.logger.debug({ bufferedAmount }, 'a stream that does not read was cut');
      this.#socket.terminate();
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#socket.send(frame, () => resolve()));
  }
}

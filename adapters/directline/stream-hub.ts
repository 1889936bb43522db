import type { WebSocket } from 'ws';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { Limits } from './limits.ts';
import type { LoggedActivity } from './ports.ts';
import type { ActivitySet } from './protocol.ts';
import { Stream, type StreamDependencies } from './stream.ts';

/** RFC 6455: the server is going down. */
const GOING_AWAY = 1001;
/** Time for clients to answer that they are closing too. */
const CLOSING_MS = 2_000;

export type HubDependencies = Omit<StreamDependencies, 'bufferedBytes'> & { readonly limits: Limits };

/** A stream that may be opened: whose, from where, and from which position on. */
export interface Opening {
  readonly conversation: string;
  /** What limits count its address by. */
  readonly address: string;
  readonly position: number;
}

/** All open streams, by conversation. */
export class StreamHub {
  readonly #with: HubDependencies;
  readonly #streams = new Map<string, Set<Stream>>();
  readonly #sockets = new Set<WebSocket>();
  readonly #ofAddress = new Map<string, number>();
  readonly #keepAlive: NodeJS.Timeout;
  #closing = false;

  constructor(dependencies: HubDependencies) {
    this.#with = dependencies;
    const { keepAliveMs, silentMs } = dependencies.limits;
    const mostUnanswered = Math.ceil(silentMs / keepAliveMs);
    this.#keepAlive = setInterval(() => {
      for (const streams of this.#streams.values()) for (const stream of streams) stream.keepAlive(mostUnanswered);
    }, keepAliveMs);
    this.#keepAlive.unref();
  }

  /** Throws SERVER_STOPPING or TOO_MANY_SOCKETS where no stream can be opened now. */
  admit(conversation: string, address: string): void {
    const { sockets, socketsPerConversation, socketsPerAddress } = this.#with.limits;
    if (this.#closing) throw new AdvisorError('SERVER_STOPPING');
    const full =
      this.#sockets.size >= sockets ||
      (this.#streams.get(conversation)?.size ?? 0) >= socketsPerConversation ||
      (this.#ofAddress.get(address) ?? 0) >= socketsPerAddress;
    if (full) throw new AdvisorError('TOO_MANY_SOCKETS');
  }

  /** Sends what stands behind a position, and from then on everything that comes. */
  open(socket: WebSocket, { conversation, address, position }: Opening): void {
    const { limits, observe } = this.#with;
    const stream = new Stream(socket, conversation, position, { ...this.#with, bufferedBytes: limits.bufferedBytes });
    const streams = this.#streams.get(conversation) ?? new Set();
    this.#streams.set(conversation, streams.add(stream));
    this.#sockets.add(socket);
    this.#count(address, 1);
    observe.socketOpened();
    socket.once('close', () => {
      streams.delete(stream);
      if (streams.size === 0 && this.#streams.get(conversation) === streams) this.#streams.delete(conversation);
      this.#sockets.delete(socket);
      this.#count(address, -1);
      observe.socketClosed();
    });
    void stream.pump();
  }

  #count(address: string, change: 1 | -1): void {
    const count = (this.#ofAddress.get(address) ?? 0) + change;
    if (count > 0) this.#ofAddress.set(address, count);
    else this.#ofAddress.delete(address);
  }

  /** Tells a conversation's streams what has just been kept. */
  notify(conversation: string, kept: readonly LoggedActivity[]): void {
    for (const stream of this.#streams.get(conversation) ?? []) stream.offer(kept);
  }

  /** Sends what is not logged. */
  pass(conversation: string, set: ActivitySet): void {
    for (const stream of this.#streams.get(conversation) ?? []) stream.pass(set);
  }

  /** Tells every client that the server goes away, and cuts those that do not answer. */
  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#keepAlive);
    const sockets = [...this.#sockets];
    const closed = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    for (const socket of sockets) socket.close(GOING_AWAY);
    const deadline = setTimeout(() => {
      for (const socket of sockets) socket.terminate();
    }, CLOSING_MS);
    await closed;
    clearTimeout(deadline);
  }
}

import { createRequire } from 'node:module';
import type { Activity } from 'botbuilder';
import { type Conversation, DirectLine, type DirectLineOptions, type Services } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import type { TestServer } from './helpers.ts';

const load = createRequire(import.meta.url);
const GLOBALS = ['XMLHttpRequest', 'WebSocket'] as const;

/** Gives the client what it takes from a browser; the result takes it away again. */
export function browserGlobals(): () => void {
  const before = GLOBALS.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const given = { XMLHttpRequest: load('xhr2'), WebSocket };
  for (const name of GLOBALS) {
    Object.defineProperty(globalThis, name, { value: given[name], configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}

/** Waits of the client's that last for so long end when a test says so. */
const LONG_MS = 60_000;

/** The client's own clock; its minutes pass when the test lets it strike. */
export function heldClock(): { readonly scheduler: Services['scheduler']; readonly strike: () => void } {
  const fromClient = createRequire(load.resolve('botframework-directlinejs'));
  const { async } = fromClient('rxjs/scheduler/async');
  const { Subscription } = fromClient('rxjs/Subscription');
  const held: (() => void)[] = [];
  return {
    scheduler: {
      now: () => async.now(),
      schedule: (work, delay = 0, state) => {
        if (delay < LONG_MS) return async.schedule(work, delay, state);
        held.push(() => async.schedule(work, 0, state));
        return new Subscription();
      },
    },
    strike: () => {
      for (const work of held.splice(0)) work();
    },
  };
}

/** botframework-directlinejs as it is shipped: of a page of the server's own, or of a program, which has no origin. */
export class RealClient {
  readonly line: DirectLine;
  readonly activities: Partial<Activity>[] = [];
  /** Of its connection, as the client numbers them. */
  readonly statuses: number[] = [];
  /** Every connection that it has made, the last one last. */
  readonly sockets: WebSocket[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #unsubscribe: () => void;

  constructor(server: TestServer, options: DirectLineOptions & Partial<Services>) {
    const origin = options.secret === undefined ? { origin: server.origin } : {};
    const { sockets } = this;
    class ClientSocket extends WebSocket {
      constructor(address: string) {
        super(address, origin);
        sockets.push(this);
      }
    }
    this.line = new DirectLine({
      domain: `${server.origin}/v3/directline`,
      pollingInterval: 200,
      timeout: 2_000,
      // Of the 3 to 15 seconds before it returns, the fewest.
      random: () => 0,
      ...options,
      // It needs no more of a browser's socket than this one has.
      ...{ WebSocket: ClientSocket },
    } as DirectLineOptions);
    const activities = this.line.activity$.subscribe((activity) => {
      this.activities.push(JSON.parse(JSON.stringify(activity)));
      this.#look();
    });
    const statuses = this.line.connectionStatus$.subscribe((status) => {
      this.statuses.push(status);
      this.#look();
    });
    this.#unsubscribe = () => {
      activities.unsubscribe();
      statuses.unsubscribe();
    };
  }

  get socket(): WebSocket | undefined {
    return this.sockets.at(-1);
  }

  get token(): unknown {
    return Reflect.get(this.line, 'token');
  }

  /** What the server says, as far as it was read. */
  get replies(): readonly Partial<Activity>[] {
    return this.activities.filter(({ from, type }) => from?.id === 'career-advisor' && type === 'message');
  }

  /** Id of what was said; `retry` where the client could not send it. */
  say(text: string, clientActivityID?: string): Promise<string> {
    const activity = { type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } } as const;
    return this.line.postActivity(activity).toPromise();
  }

  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  untilReplyTo(id: string): Promise<void> {
    return this.until(() => this.replies.some(({ replyToId }) => replyToId === id));
  }

  /** What a page does that has got a new token. */
  reconnect(conversation: Pick<Conversation, 'conversationId' | 'token' | 'streamUrl'>): void {
    this.line.reconnect(conversation as Conversation);
  }

  end(): void {
    // Whoever listens still is told of the end as of an error.
    this.#unsubscribe();
    this.line.end();
    for (const socket of this.sockets) socket.terminate();
  }

  #look(): void {
    for (const look of this.#waiting) look();
  }
}

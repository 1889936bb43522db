import { newNote } from './note.ts';

export interface Subject {
  readonly code: string;
  readonly occupation: string;
  readonly title: string;
}

/** One caller: the note, and where the agent was. */
export interface Call {
  readonly id: string;
  /** ISO 8601 */
  readonly began: string;
  readonly note: string;
  /** Whether the note was copied since it last changed. */
  readonly copied: boolean;
  readonly subject: Subject | null;
  /** Open section; null for all at a glance. */
  readonly topic: string | null;
  /** Null for the home region. */
  readonly region: string | null;
  readonly compared: readonly Subject[];
  /** Opens the bot's conversation of this call again; null before it began. */
  readonly resume: string | null;
}

export type Keeping = 'kept' | 'full' | 'forbidden';

const MOST_CALLS = 6;
const PREFIX = 'career-advisor.desk.call.';
const ACTIVE = 'career-advisor.desk.active';

/**
 * The calls of this browser, each under a key of its own, so that two tabs never write over each other's. The storage is the truth: it is read
 * before each change, and what another tab changes is taken over.
 */
export class Calls {
  keeping: Keeping = 'kept';
  readonly #changed: () => void;
  #calls: ReadonlyMap<string, Call>;
  #active: string;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#calls = new Map(stored().map((call) => [call.id, call]));
    this.#active = this.#first();
    window.addEventListener('storage', ({ key }) => this.#elsewhere(key));
  }

  /** In the order in which they began. */
  get all(): readonly Call[] {
    return [...this.#calls.values()].sort((one, other) => one.began.localeCompare(other.began));
  }

  get active(): Call {
    return this.#calls.get(this.#active) ?? this.#begin();
  }

  select(id: string): void {
    if (!this.#calls.has(id)) return;
    this.#active = id;
    session(() => window.sessionStorage.setItem(ACTIVE, id));
    this.#changed();
  }

  /** False where there are as many as can be. */
  begin(): boolean {
    if (this.#calls.size >= MOST_CALLS) return false;
    this.#begin();
    this.#changed();
    return true;
  }

  change(id: string, change: (call: Call) => Partial<Call>): void {
    const call = (this.keeping === 'kept' ? read(id) : null) ?? this.#calls.get(id);
    if (!call) return;
    this.#put({ ...call, ...change(call) });
    this.#changed();
  }

  close(id: string): void {
    session(() => window.localStorage.removeItem(PREFIX + id));
    this.#remove(id);
    this.#changed();
  }

  #first(): string {
    const last = session(() => window.sessionStorage.getItem(ACTIVE));
    return last && this.#calls.has(last) ? last : (this.all.at(-1)?.id ?? this.#begin().id);
  }

  #begin(): Call {
    const began = new Date();
    const call: Call = {
      id: randomId(),
      began: began.toISOString(),
      note: newNote(began),
      copied: true,
      subject: null,
      topic: null,
      region: null,
      compared: [],
      resume: null,
    };
    this.#put(call);
    this.#active = call.id;
    session(() => window.sessionStorage.setItem(ACTIVE, call.id));
    return call;
  }

  #put(call: Call): void {
    this.#calls = new Map(this.#calls).set(call.id, call);
    try {
      window.localStorage.setItem(PREFIX + call.id, JSON.stringify(call));
      this.keeping = 'kept';
    } catch (error) {
      this.keeping = error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
    }
  }

  #remove(id: string): void {
    const rest = new Map(this.#calls);
    rest.delete(id);
    this.#calls = rest;
    if (this.#active === id) this.#active = this.all.at(-1)?.id ?? this.#begin().id;
  }

  /** Another tab changed something; without a key it cleared everything. */
  #elsewhere(key: string | null): void {
    if (key !== null && !key.startsWith(PREFIX)) return;
    const here = key === null ? [...this.#calls.keys()] : [key.slice(PREFIX.length)];
    for (const id of here) {
      const call = read(id);
      if (call) this.#calls = new Map(this.#calls).set(id, call);
      else this.#remove(id);
    }
    this.#changed();
  }
}

/** Also where the page is not served over https, which `crypto.randomUUID` asks for. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function stored(): Call[] {
  const keys = session(() => Object.keys(window.localStorage)) ?? [];
  return keys.flatMap((key) => (key.startsWith(PREFIX) ? [read(key.slice(PREFIX.length))] : [])).filter(isThere);
}

function isThere(call: Call | null): call is Call {
  return call !== null;
}

/** A call as it is kept; null where there is none, or what stands there is none of ours. */
function read(id: string): Call | null {
  const text = session(() => window.localStorage.getItem(PREFIX + id));
  if (!text) return null;
  try {
    const call = JSON.parse(text) as Partial<Call> | null;
    const whole = typeof call?.note === 'string' && typeof call.began === 'string' && Array.isArray(call.compared);
    return whole ? ({ ...call, id } as Call) : null;
  } catch {
    return null;
  }
}

/** Undefined where the browser forbids storage. */
function session<Value>(use: () => Value): Value | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

import { widget } from '../../../../dialogs/wording/en/widget.ts';
import type { Colour } from '../colour.ts';
import { Delivery } from './delivery.ts';
import { isForgotten, mayAskToForget } from './forgotten.ts';
import { asPlainText, isReadFromTop } from './incoming.ts';
import { cardOptions, styleOptions } from './look.ts';
import type { BrowserMemory } from './memory.ts';
import { patientClient } from './patient-client.ts';
import { getSession, type Session } from './session.ts';
import { TranscriptEnd } from './transcript-end.ts';
import {
  type ChatStore,
  type DirectLineClient,
  type IncomingActivity,
  STATUS,
  type StoreAction,
  type WebChatBundle,
} from './web-chat-types.ts';

const LOCALE = 'en-CA';
const RETRY_MS = 5_000;

export interface ConversationEvents {
  /** The client has given up, or the server knows the conversation no longer: a new client is needed. `unsaid`: never delivered. */
  lost(unsaid: readonly string[]): void;
  /** A message could not be delivered; it is tried again. */
  delayed(): void;
  /** The server has answered. */
  reached(): void;
  connected(): void;
  said(): void;
  /** The visitor wrote something. */
  asked(): void;
  /** The visitor asked to be forgotten in a message, and was. */
  forgotten(): void;
}

interface Setting {
  readonly bundle: WebChatBundle;
  readonly memory: BrowserMemory;
  readonly accent: Colour;
  readonly nonce: string;
  readonly place: HTMLElement;
}

/** One conversation on the page: Web Chat on a Direct Line client. */
export class Conversation {
  readonly #client: DirectLineClient;
  readonly #store: ChatStore;
  readonly #setting: Setting;
  readonly #events: ConversationEvents;
  #session: Session;
  #renewedAt = Date.now();
  #renewal: Promise<void> | undefined;
  #connected = false;
  #over = false;
  #askedToForget = false;
  readonly #waiting: string[] = [];
  readonly #delivery: Delivery;
  /** Web Chat's own; taken away with the conversation. */
  readonly #mount = document.createElement('div');
  readonly #show: (fromTop: boolean) => void;
  readonly #end = new TranscriptEnd(this.#mount);
  /** Whether the visitor has written since the page was loaded; what came before is history. */
  #written = false;

  constructor(setting: Setting, session: Session, events: ConversationEvents) {
    const { bundle, accent, nonce, place } = setting;
    this.#setting = setting;
    this.#session = session;
    this.#events = events;
    this.#client = bundle.createDirectLine({
      domain: `${window.location.origin}/v3/directline`,
      token: session.token,
      // With an id the client comes back to a conversation, and is sent all of it; without one it begins.
      ...(session.resumed && { conversationId: session.conversationId }),
      conversationStartProperties: { locale: LOCALE },
    });
    this.#client.connectionStatus$.subscribe((status) => this.#changed(status));
    this.#store = bundle.createStore({}, () => (next) => (action) => this.#pass(action, next));
    this.#delivery = new Delivery(this.#client, events);
    place.replaceChildren(this.#mount);
    const properties = {
      directLine: patientClient(this.#client, session.token, this.#delivery),
      store: this.#store,
      userID: session.userId,
      locale: LOCALE,
      overrideLocalizedStrings: widget.webChat,
      nonce,
      sendTypingIndicator: false,
      adaptiveCardsHostConfig: cardOptions(accent),
    };
    const [ending, beginning] = [styleOptions(accent, false), styleOptions(accent, true)];
    this.#show = (fromTop) =>
      bundle.renderWebChat({ ...properties, styleOptions: fromTop ? beginning : ending }, this.#mount);
    this.#show(false);
  }

  get id(): string {
    return this.#session.conversationId;
  }

  /** Says something in the visitor's name, as soon as there is a connection. */
  say(text: string): void {
    if (this.#connected) this.#store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } });
    else this.#waiting.push(text);
  }

  /** Asks the bot to forget the visitor; whether that was done. */
  async forget(): Promise<boolean> {
    try {
      return (await this.#post(widget.erase.message)) && (await isForgotten(this.#setting.memory));
    } catch {
      return false;
    }
  }

  /**
   * Gets a new token where the present one may have run out unnoticed: the client renews it by a timer, and a machine that slept had
   * none.
   */
  async renewIfOld(): Promise<void> {
    const age = Date.now() - this.#renewedAt;
    if (age > (this.#session.expiresIn * 1000) / 2) await this.#renew();
  }

  /** Tries at once what waits to be delivered. */
  hurry(): void {
    this.#delivery.hurry();
  }

  /** Ends it; gives what was never delivered. */
  end(): readonly string[] {
    this.#over = true;
    this.#end.end();
    const unsaid = this.#delivery.end();
    this.#client.end();
    return [...unsaid, ...this.#waiting];
  }

  /** Ends it, and leaves nothing of it on the screen. */
  takeAway(): void {
    this.end();
    this.#mount.remove();
  }

  /** Sends something without showing it; whether it was taken. */
  #post(text: string): Promise<boolean> {
    const from = { id: this.#session.userId, role: 'user' } as const;
    return new Promise((resolve) => {
      this.#client.postActivity({ type: 'message', text, textFormat: 'plain', from }).subscribe(
        (id) => resolve(id !== 'retry'),
        () => resolve(false),
      );
    });
  }

  #changed(status: number): void {
    if (this.#over) return;
    if (status === STATUS.expiredToken) void this.#renew();
    if (status === STATUS.failedToConnect || status === STATUS.ended) this.#lose();
  }

  /** One renewal at a time. */
  #renew(): Promise<void> {
    this.#renewal ??= this.#renewNow().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #renewNow(): Promise<void> {
    try {
      const session = await getSession(this.#setting.memory);
      if (this.#over) return;
      if (!session.resumed) {
        this.#lose();
        return;
      }
      this.#session = session;
      this.#renewedAt = Date.now();
      this.#client.reconnect({ conversationId: session.conversationId, token: session.token });
    } catch {
      // The server is away. The client itself renews no token any more, once one has expired.
      window.setTimeout(() => void (this.#over || this.#renew()), RETRY_MS);
    }
  }

  #lose(): void {
    this.#events.lost(this.end());
  }

  #answered(): void {
    this.#events.said();
    if (!this.#askedToForget) return;
    this.#askedToForget = false;
    isForgotten(this.#setting.memory).then(
      (forgotten) => {
        if (forgotten && !this.#over) this.#events.forgotten();
      },
      // It cannot be told now, and so nothing is claimed.
      () => undefined,
    );
  }

  /** What goes through Web Chat's store. A message waits for a token that is good: it would be shown as failed. */
  #pass(action: StoreAction, next: (action: StoreAction) => unknown): unknown {
    if (action.type !== 'DIRECT_LINE/POST_ACTIVITY') return next(this.#passing(action));
    this.#askedToForget ||= mayAskToForget(action.payload?.activity?.text ?? '');
    this.#written = true;
    this.#events.asked();
    return void (this.#renewal ?? this.renewIfOld()).finally(() => next(action));
  }

  #passing(action: StoreAction): StoreAction {
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
      this.#connected = true;
      this.#events.connected();
      // After the action that is passing: the store sends nothing before it.
      queueMicrotask(() => {
        for (const text of this.#waiting.splice(0)) this.say(text);
      });
    }
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload?.activity : undefined;
    if (activity?.type !== 'message') return action;
    if (activity.from.role === 'bot') {
      this.#settle(activity);
      this.#answered();
    }
    return { ...action, payload: { ...action.payload, activity: asPlainText(activity) } };
  }

  /** Prepares the view for what is about to be shown. */
  #settle(activity: IncomingActivity): void {
    const fromTop = this.#written && isReadFromTop(activity);
    this.#show(fromTop);
    if (fromTop) this.#end.leave();
    else this.#end.keep();
  }
}

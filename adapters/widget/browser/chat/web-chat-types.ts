/** The parts of Web Chat's bundle, and of the Direct Line client in it, that are used here. */

/** Numbers of the client's `ConnectionStatus`. */
export const STATUS = { online: 2, expiredToken: 3, failedToConnect: 4, ended: 5 } as const;

interface Observable<Value> {
  subscribe(next: (value: Value) => void, error?: (fault: unknown) => void): { unsubscribe(): void };
}

export interface OutgoingActivity {
  readonly type: 'message';
  readonly text: string;
  readonly textFormat: 'plain';
  readonly from: { readonly id: string; readonly role: 'user' };
}

export interface IncomingActivity {
  readonly type: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly from: { readonly role?: string };
  readonly attachments?: readonly object[];
  readonly suggestedActions?: { readonly actions: readonly object[] };
}

export interface DirectLineClient {
  readonly activity$: object;
  readonly connectionStatus$: Observable<number>;
  getSessionId(): object;
  setUserId(id: string): void;
  /** Emits the id of the activity, or the word `retry` where it was not taken. */
  postActivity(activity: OutgoingActivity): Observable<string>;
  reconnect(conversation: { conversationId: string; token: string; streamUrl?: string }): void;
  end(): void;
}

export interface StoreAction {
  readonly type: string;
  readonly payload?: { readonly activity?: IncomingActivity; readonly text?: string };
}

export interface ChatStore {
  dispatch(action: StoreAction): void;
}

type Middleware = () => (next: (action: StoreAction) => unknown) => (action: StoreAction) => unknown;

export interface WebChatBundle {
  createDirectLine(options: {
    domain: string;
    token: string;
    conversationId?: string;
    conversationStartProperties: { locale: string };
  }): DirectLineClient;
  createStore(initial: object, middleware: Middleware): ChatStore;
  renderWebChat(properties: object, element: HTMLElement): void;
}

declare global {
  interface Window {
    WebChat?: WebChatBundle;
  }
}

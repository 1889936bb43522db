/** What the page that shows the chat and the frame that holds it say to each other, by postMessage. */

/** Marks messages as ours: a page may hear many. */
const MARK = 'career-advisor';

/** To the frame. */
export type PanelMessage =
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'ask'; readonly text: string };

/** To the page. */
export type FrameMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'close' }
  | { readonly kind: 'unread'; readonly count: number };

/** Sends to a window, and only while it shows a page of `origin`. */
export function post(target: Window, origin: string, message: PanelMessage | FrameMessage): void {
  target.postMessage({ mark: MARK, ...message }, origin);
}

/** Hears what a window sends while it shows a page of `origin`; everything else is passed over. */
export function hear<Message extends PanelMessage | FrameMessage>(
  from: () => Window | null,
  origin: string,
  on: (message: Message) => void,
): void {
  window.addEventListener('message', ({ data, origin: sender, source }: MessageEvent<unknown>) => {
    if (sender !== origin || source === null || source !== from()) return;
    if (isMarked(data)) on(data as unknown as Message);
  });
}

function isMarked(data: unknown): data is { mark: typeof MARK; kind: string } {
  return typeof data === 'object' && data !== null && 'mark' in data && data.mark === MARK && 'kind' in data;
}

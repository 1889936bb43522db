import { type FrameMessage, hear, type PanelMessage, post } from '../messages.ts';

/** The page that shows this frame; none where the chat has a tab of its own. */
export interface HostPage {
  readonly framed: boolean;
  /** Whether the visitor can see the chat. */
  readonly visible: boolean;
  tell(message: FrameMessage): void;
}

export interface HostEvents {
  opened(): void;
  asked(text: string): void;
}

/** What is sent to the page names its origin, so that only this page hears it; the browser sees to that, whatever was claimed. */
export function hostPage(embedder: string | null, events: HostEvents): HostPage {
  const origin = embedder !== null && window.parent !== window ? asOrigin(embedder) : null;
  if (origin === null) return { framed: false, visible: true, tell: () => undefined };
  let visible = false;
  hear<PanelMessage>(
    () => window.parent,
    origin,
    (message) => {
      visible = message.kind !== 'closed';
      if (message.kind === 'opened') events.opened();
      if (message.kind === 'ask') events.asked(message.text);
    },
  );
  return {
    framed: true,
    get visible() {
      return visible;
    },
    tell: (message) => post(window.parent, origin, message),
  };
}

function asOrigin(text: string): string | null {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol) ? new URL(text).origin : null;
}

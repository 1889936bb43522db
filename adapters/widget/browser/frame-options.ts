import { type Colour, colourFrom, DEFAULT_ACCENT } from './colour.ts';

/** Where the browser remembers the conversation: for good, or as long as the tab is open. */
export type Remember = 'browser' | 'tab';

/** What the page tells the frame when it opens it; it travels behind the `#`, so that no server sees it. */
export interface FrameOptions {
  /** Origin of the page that shows the frame; null where the chat has a tab of its own. */
  readonly embedder: string | null;
  readonly colour: Colour;
  readonly remember: Remember;
}

export function toFragment({ embedder, colour, remember }: FrameOptions): string {
  return `#${new URLSearchParams({ ...(embedder !== null && { embedder }), colour, remember })}`;
}

/** Anybody can write an address: what is not as it should be becomes the default. */
export function fromFragment(fragment: string): FrameOptions {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    embedder: given.get('embedder'),
    colour: colourFrom(given.get('colour') ?? '') ?? DEFAULT_ACCENT,
    remember: given.get('remember') === 'tab' ? 'tab' : 'browser',
  };
}

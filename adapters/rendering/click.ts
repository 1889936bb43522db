import { z } from 'zod';

/** The most that a card of ours puts into a click, with room to spare. */
const MOST_CHARACTERS = 500;

const click = z.object({ say: z.string().trim().min(1).max(MOST_CHARACTERS) });

/** What a click on a card carries as its data: an object, since Teams drops strings. */
export type ClickData = z.output<typeof click>;

/** The words that a click on a card stands for: those of an `Action.Submit` with the data `{ say }`; null for anything else. */
export function clickedWords(value: unknown): string | null {
  const parsed = click.safeParse(value);
  return parsed.success ? parsed.data.say : null;
}

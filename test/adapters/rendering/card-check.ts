import { createRequire } from 'node:module';
import type { Activity } from 'botbuilder';
import { CARD_CONTENT_TYPE } from '../../../adapters/rendering/card-schema.ts';

/** Holds cards against the library that Web Chat renders them with. */

interface ParseContext {
  readonly eventCount: number;
  getEventAt(index: number): { readonly message: string };
}

interface ParsedCard {
  parse(json: unknown, context: ParseContext): void;
  validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
  toJSON(): unknown;
}

interface AdaptiveCards {
  readonly AdaptiveCard: new () => ParsedCard;
  readonly SerializationContext: new (version?: unknown) => ParseContext;
  readonly Versions: { readonly v1_5: unknown };
}

// The library comes with Web Chat and is not ours to import: its own copy is asked for, the one that browsers get.
const { AdaptiveCard, SerializationContext, Versions }: AdaptiveCards = createRequire(
  createRequire(import.meta.url).resolve('botframework-webchat'),
)('adaptivecards');

/** What the library says against a card, and what of it the library did not take up: unknown elements and properties. */
export function cardFaults(card: unknown): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const said = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const { validationEvents } = parsed.validateProperties();
  return [...said, ...validationEvents.map(({ message }) => message), ...lost(card, parsed.toJSON(), 'card')];
}

/** Parts of the first that the second has not: what the parser left out. Defaults may be left out by the writer. */
function lost(given: unknown, kept: unknown, path: string): string[] {
  if (Array.isArray(given))
    return given.flatMap((each, index) =>
      lost(each, Array.isArray(kept) ? kept[index] : undefined, `${path}[${index}]`),
    );
  if (typeof given !== 'object' || given === null) return kept === undefined ? [`${path} was not taken up`] : [];
  const known: Readonly<Record<string, unknown>> = typeof kept === 'object' && kept !== null ? { ...kept } : {};
  return Object.entries(given)
    .filter(([key]) => !(key in DEFAULTS && known[key] === undefined))
    .flatMap(([key, value]) => lost(value, known[key], `${path}.${key}`));
}

/** Written out for the reader, equal to what the schema takes where they are absent. */
const DEFAULTS: Readonly<Record<string, true>> = { firstRowAsHeaders: true };

/** Every string below a key of that name. */
export function stringsOf(value: unknown, keys: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => stringsOf(each, keys));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (keys.includes(key) ? [inner] : []) : stringsOf(inner, keys),
  );
}

/** Types of elements and actions in a card. */
export function typesOf(card: unknown): Set<string> {
  return new Set(stringsOf(card, ['type']));
}

/** The one card of a message. */
export function cardOf({ attachments = [] }: Partial<Activity>): unknown {
  const [card, ...others] = attachments;
  if (card?.contentType !== CARD_CONTENT_TYPE || others.length > 0)
    throw new Error('the message has not one card alone');
  return card.content;
}

/** Every text that the card shows or has read out in the place of a picture, folded parts included; inlines of a paragraph joined. */
export function shownIn(card: unknown): string {
  return paragraphsIn(card).join('\n');
}

function paragraphsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(paragraphsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('inlines' in value) return [stringsOf(value.inlines, ['text']).join('')];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'altText' ? [String(inner)] : paragraphsIn(inner)));
}

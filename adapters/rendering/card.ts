import type { Reply, ReplyParts } from '../../dialogs/replies.ts';
import type { Wording } from '../../dialogs/wording/index.ts';
import type { ActionSet, AdaptiveCard, Element, ShowCard, Submit } from './card-schema.ts';
import { lineElements, offLines } from './lines.ts';
import { type PictureOptions, pictureElements } from './picture.ts';
import { sourcesAction } from './sources.ts';
import { tableElements } from './table.ts';
import { Paragraphs, plain } from './text.ts';

/** Actions that stand at the foot of a card in every channel; those beyond are left out by some. */
const MOST_ACTIONS = 5;

/**
 * The card of an answer: what comes after the lead, which is the message's text. Null where nothing does. `clicks`: suggestions that the
 * channel has no room for beside the card.
 */
export function answerCard(
  reply: Reply,
  parts: ReplyParts,
  options: PictureOptions,
  wording: Wording,
  clicks: readonly Submit[] = [],
): AdaptiveCard | null {
  const links = reply.parameters.flatMap(({ parameter, text }) => (parameter === 'link' ? [text] : []));
  const paragraphs = new Paragraphs(links);
  const lead = parts.lead.join(' ');
  const attributions = parts.notes.filter((note) => reply.sources.some(({ attribution }) => attribution === note));
  const notes = parts.notes.filter((note) => !attributions.includes(note));
  const lines = reply.choices.length > 0 ? parts.items.map((item, at) => `${at + 1}. ${item}`) : [];
  const body: Element[] = [
    // The lead is plain text, where an address is nothing to click.
    ...links.filter((link) => lead.includes(link)).map((link) => paragraphs.paragraph(link)),
    ...(lines.length > 0 ? lineElements(lines, clicks, paragraphs) : paragraphs.list(parts.items)),
    ...pictureElements(parts.picture, options),
    ...(parts.table ? tableElements(parts.table, wording.cards.corner, paragraphs) : []),
    ...notes.map((note, at) => paragraphs.paragraph(note, { isSubtle: true }, at === 0 ? 'Medium' : 'Small')),
  ];
  const sources = sourcesAction(parts.citations, reply.sources, attributions, wording);
  const folded: ShowCard[] = sources ? [sources] : [];
  if (body.length === 0 && folded.length + clicks.length === 0) return null;
  return {
    ...EMPTY,
    fallbackText: plain(reply.text),
    speak: plain(beyondLead(reply.spoken, lead)),
    ...withClicks(body, folded, offLines(lines, clicks)),
  };
}

/** The card of a reply that has nothing but clicks beside its text, and what they stand for. */
export function clicksCard(list: readonly string[], clicks: readonly Submit[]): AdaptiveCard {
  const lines = list.length > 0 ? list : clicks.map(({ title }) => title);
  const words = lines.map(plain).join('\n');
  const paragraphs = new Paragraphs();
  const body = lineElements(list, clicks, paragraphs);
  return { ...EMPTY, fallbackText: words, speak: words, ...withClicks(body, [], offLines(list, clicks)) };
}

const EMPTY = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
} as const;

function withClicks(
  body: readonly Element[],
  folded: readonly ShowCard[],
  clicks: readonly Submit[],
): Pick<AdaptiveCard, 'body' | 'actions'> {
  const fit = folded.length + clicks.length <= MOST_ACTIONS;
  const actions = fit ? [...folded, ...clicks] : folded;
  return { body: fit ? body : [...body, ...setsOf(clicks)], ...(actions.length > 0 && { actions }) };
}

function setsOf(clicks: readonly Submit[]): ActionSet[] {
  return Array.from({ length: Math.ceil(clicks.length / MOST_ACTIONS) }, (_, set) => ({
    type: 'ActionSet',
    actions: clicks.slice(set * MOST_ACTIONS, (set + 1) * MOST_ACTIONS),
  }));
}

/** What there is to hear beyond the message's text: Web Chat announces both, one after the other. */
function beyondLead(spoken: string, lead: string): string {
  const rest = spoken.startsWith(lead) ? spoken.slice(lead.length).trim() : spoken;
  return rest === '' ? lead : rest;
}

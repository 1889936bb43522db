import type { Reply, ReplyParts } from '../../dialogs/replies.ts';
import type { Wording } from '../../dialogs/wording/index.ts';
import type { AdaptiveCard, Element, ShowCard, Submit } from './card-schema.ts';
import { type PictureOptions, pictureElements } from './picture.ts';
import { sourcesAction } from './sources.ts';
import { tableElements } from './table.ts';
import { Paragraphs, plain } from './text.ts';

/**
 * The card of an answer: what comes after the lead, which is the message's text. Null where nothing does. `clicks`: suggestions that the
 * channel has no room for beside the card.
 */
export function answerCard(
  reply: Reply,
  parts: ReplyParts,
  options: PictureOptions,
  wording: Wording,
  clicks: readonly string[] = [],
): AdaptiveCard | null {
  const links = reply.parameters.flatMap(({ parameter, text }) => (parameter === 'link' ? [text] : []));
  const paragraphs = new Paragraphs(links);
  const lead = parts.lead.join(' ');
  const attributions = parts.notes.filter((note) => reply.sources.some(({ attribution }) => attribution === note));
  const notes = parts.notes.filter((note) => !attributions.includes(note));
  const body: Element[] = [
    // The lead is plain text, where an address is nothing to click.
    ...links.filter((link) => lead.includes(link)).map((link) => paragraphs.paragraph(link)),
    ...paragraphs.list(parts.items, reply.choices.length > 0),
    ...pictureElements(parts.picture, options),
    ...(parts.table ? tableElements(parts.table, wording.cards.corner, paragraphs) : []),
    ...notes.map((note, at) => paragraphs.paragraph(note, { isSubtle: true }, at === 0 ? 'Medium' : 'Small')),
  ];
  const sources = sourcesAction(parts.citations, reply.sources, attributions, wording);
  const actions: (ShowCard | Submit)[] = [...(sources ? [sources] : []), ...clicks.map(click)];
  if (body.length === 0 && actions.length === 0) return null;
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: plain(reply.text),
    speak: plain(beyondLead(reply.spoken, lead)),
    body,
    ...(actions.length > 0 && { actions }),
  };
}

function click(say: string): Submit {
  return { type: 'Action.Submit', title: say, data: { say } };
}

/** What there is to hear beyond the message's text: Web Chat announces both, one after the other. */
function beyondLead(spoken: string, lead: string): string {
  const rest = spoken.startsWith(lead) ? spoken.slice(lead.length).trim() : spoken;
  return rest === '' ? lead : rest;
}

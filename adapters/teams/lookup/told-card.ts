import type { Answer } from '../../../dialogs/answers/answer.ts';
import { textOf } from '../../../dialogs/answers/sentence.ts';
import { answerReply, type Reply } from '../../../dialogs/replies.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import type { Source } from '../../../knowledge/model.ts';
import { shortened } from '../../occupation-page/text.ts';
import type { Element, OpenUrl, RichTextBlock } from '../../rendering/card-schema.ts';
import { sourcesAction } from '../../rendering/sources.ts';
import { tableElements } from '../../rendering/table.ts';
import { Paragraphs, plain } from '../../rendering/text.ts';
import type { DroppedCard } from './results.ts';

/** A chat with several of them still opens fast on a phone. */
const MOST_CARD_BYTES = 20_000;
/** Characters of what is shown where no card can be: the same is told on the page. */
const MOST_FALLBACK = 1_000;

/** An answer of the bot as a part of a card. */
export interface ToldSection {
  /** Null where the card's title says it all. */
  readonly heading: string | null;
  readonly answer: Answer;
  /** Which caveats stand open: those that are read aloud, or all. What licences ask for is folded in either case. */
  readonly notes: 'aloud' | 'all';
}

/** Answers on one card, with their sources folded; lists, and then whole sections from the end, are left out where it would grow too large. */
export function toldCard(
  title: string,
  sections: readonly ToldSection[],
  open: OpenUrl | null,
  wording: Wording,
): DroppedCard {
  const fits = (card: DroppedCard): boolean => Buffer.byteLength(JSON.stringify(card)) < MOST_CARD_BYTES;
  const whole = cardOf(title, sections, open, wording);
  if (fits(whole)) return whole;
  const withoutLists = sections.map((section) => ({ ...section, answer: { ...section.answer, items: [] } }));
  for (let kept = withoutLists.length; kept > 1; kept -= 1) {
    const card = cardOf(title, withoutLists.slice(0, kept), open, wording);
    if (fits(card)) return card;
  }
  return cardOf(title, withoutLists.slice(0, 1), open, wording);
}

function cardOf(title: string, sections: readonly ToldSection[], open: OpenUrl | null, wording: Wording): DroppedCard {
  const told = sections.map(({ answer, ...section }) => ({ ...section, answer, reply: answerReply(answer) }));
  const links = told.flatMap(({ reply }) => linksOf(reply));
  const paragraphs = new Paragraphs(links);
  const said = new Set<string>();
  const body = told.flatMap(({ heading, answer, notes, reply }): Element[] => {
    const open = answer.notes
      .filter(({ aloud }) => aloud || notes === 'all')
      .map(({ sentence }) => textOf(sentence))
      .filter((text) => !said.has(text) && !isAttribution(text, reply));
    for (const text of open) said.add(text);
    const { table = null } = reply.parts ?? {};
    return [
      ...(heading === null ? [] : [paragraphs.paragraph(heading, { weight: 'Bolder' }, 'Medium')]),
      paragraphs.paragraph(answer.lead.map(textOf).join(' '), {}, 'Small'),
      ...listed(answer.items.map(textOf), paragraphs),
      ...(table ? tableElements(table, wording.cards.corner, paragraphs) : []),
      ...open.map((text) => paragraphs.paragraph(text, { isSubtle: true }, 'Small')),
    ];
  });
  const sources = sourcesOf(told, said, wording);
  const actions = [...(sources ? [sources] : []), ...(open ? [open] : [])];
  const spoken = [`${title}.`, ...told.map(({ answer }) => answer.lead.map(textOf).join(' '))].join(' ');
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: plain(shortened(spoken, MOST_FALLBACK)),
    speak: plain(title),
    body: [paragraphs.paragraph(title, { weight: 'Bolder' }), ...body],
    ...(actions.length > 0 && { actions }),
  };
}

/** A list of words stands in one paragraph: below each other they would fill the chat. Sentences keep a line each. */
function listed(items: readonly string[], paragraphs: Paragraphs): RichTextBlock[] {
  const words = items.length > 1 && items.every((item) => !/[.;]/.test(item));
  return words ? [paragraphs.paragraph(items.join('; '), {}, 'Small')] : paragraphs.list(items);
}

/** Every citation once, and below them the remarks that stand open nowhere. */
function sourcesOf(
  told: readonly { readonly answer: Answer; readonly reply: Reply }[],
  said: ReadonlySet<string>,
  wording: Wording,
): ReturnType<typeof sourcesAction> {
  const cited = new Map<string, Source>();
  for (const { citations } of told.map(({ answer }) => answer))
    for (const { sentence, source } of citations) cited.set(textOf(sentence), source);
  const rest = told.flatMap(({ answer }) => answer.notes.map(({ sentence }) => textOf(sentence)));
  const folded = [...new Set(rest)].filter((text) => !said.has(text));
  return sourcesAction([...cited.keys()], [...cited.values()], folded, wording);
}

function linksOf({ parameters }: Reply): string[] {
  return parameters.flatMap(({ parameter, text }) => (parameter === 'link' ? [text] : []));
}

function isAttribution(text: string, { sources }: Reply): boolean {
  return sources.some(({ attribution }) => attribution === text);
}

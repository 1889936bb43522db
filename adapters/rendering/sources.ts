import type { Wording } from '../../dialogs/wording/index.ts';
import type { Source } from '../../knowledge/model.ts';
import type { RichTextBlock, ShowCard, TextRun } from './card-schema.ts';
import { isWebAddress, linkRun, run } from './text.ts';

/**
 * The sources of an answer, folded away under a button; null where it has none. `citations` are told in the order of `sources`; after them
 * stands what the licences of the sources ask to be said, which need not stand open.
 */
export function sourcesAction(
  citations: readonly string[],
  sources: readonly Source[],
  attributions: readonly string[],
  { cards }: Pick<Wording, 'cards'>,
): ShowCard | null {
  if (citations.length === 0) return null;
  const paragraphs = [
    ...citations.map((citation, at) => linked(citation, sources[at])),
    ...attributions.map((attribution) => [run(attribution, { isSubtle: true })]),
  ];
  const body = paragraphs.map((inlines): RichTextBlock => ({ type: 'RichTextBlock', inlines, spacing: 'Small' }));
  return { type: 'Action.ShowCard', title: cards.sources, card: { type: 'AdaptiveCard', body } };
}

/** The citation, with the publication's title as a link in the place of the address at the end. */
function linked(citation: string, source: Source | undefined): TextRun[] {
  if (!source || !isWebAddress(source.url)) return [run(citation)];
  const { title, url } = source;
  const ending = `; ${url}`;
  const told = citation.endsWith(ending) ? citation.slice(0, -ending.length) : citation;
  const at = told.indexOf(title);
  if (at < 0 || told === citation) return [run(citation)];
  return [run(told.slice(0, at)), linkRun(title, url), run(told.slice(at + title.length))].filter(
    ({ text }) => text !== '',
  );
}

import type { SourceView } from '../rendering/screen/views.ts';
import { isWebAddress } from '../rendering/text.ts';
import { type Html, html } from '../widget/html.ts';

/** Text in which the addresses that an answer names can be clicked; every other one is text. */
export function linkedText(text: string, links: readonly string[]): Html {
  // The longest first, since one may begin with another.
  const url = [...links]
    .sort((one, other) => other.length - one.length)
    .find((link) => isWebAddress(link) && text.includes(link));
  if (url === undefined) return html`${text}`;
  const at = text.indexOf(url);
  const rest = links.filter((link) => link !== url);
  return html`${linkedText(text.slice(0, at), rest)}<a href="${url}">${url}</a>${linkedText(text.slice(at + url.length), links)}`;
}

/** The line that cites a source, with its title as a link in the place of the address at the end. */
export function citedSource({ citation, title, url }: SourceView): Html {
  const ending = `; ${url}`;
  const at = citation.indexOf(title);
  if (!isWebAddress(url) || !citation.endsWith(ending) || at < 0) return html`${citation}`;
  const told = citation.slice(0, -ending.length);
  return html`${told.slice(0, at)}<a href="${url}">${title}</a>${told.slice(at + title.length)}`;
}

/** The first sentences of a text that go into so many characters; at least some of the first one. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const sentence = cut.lastIndexOf('. ');
  if (sentence > most / 3) return cut.slice(0, sentence + 1);
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > 0 ? word : undefined)}…`;
}

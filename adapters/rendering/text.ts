import type { RichTextBlock, TextRun } from './card-schema.ts';

export type RunStyle = Pick<TextRun, 'weight' | 'fontType' | 'isSubtle'>;

/**
 * Cards replace `{{DATE(...)}}` and `{{TIME(...)}}` in any text. An invisible word joiner between the braces keeps them from doing that to
 * what somebody wrote.
 */
export function plain(text: string): string {
  return text.replaceAll('{{', '{\u2060{');
}

export function run(text: string, style: RunStyle = {}): TextRun {
  return { type: 'TextRun', text: plain(text), ...style };
}

export function linkRun(text: string, url: string, style: RunStyle = {}): TextRun {
  // The action's title becomes the link's name for screen readers: the same as is seen.
  return { ...run(text, style), selectAction: { type: 'Action.OpenUrl', title: plain(text), url } };
}

/** Addresses come out of publishers' and operators' files: one that runs something is text. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

/** Makes paragraphs of text that is shown as it is, whatever characters it has; of addresses, those in `links` alone are links. */
export class Paragraphs {
  readonly #links: readonly string[];

  constructor(links: readonly string[] = []) {
    // The longest first, since one may begin with another.
    this.#links = [...new Set(links)].filter(isWebAddress).sort((one, other) => other.length - one.length);
  }

  paragraph(text: string, style: RunStyle = {}, spacing?: RichTextBlock['spacing']): RichTextBlock {
    return { type: 'RichTextBlock', inlines: this.#runs(text, style), ...(spacing && { spacing }) };
  }

  list(items: readonly string[]): RichTextBlock[] {
    return items.map((item) => this.paragraph(`• ${item}`, {}, 'Small'));
  }

  #runs(text: string, style: RunStyle): TextRun[] {
    const url = this.#links.find((link) => text.includes(link));
    if (url === undefined) return [run(text, style)];
    const at = text.indexOf(url);
    const rest = text.slice(at + url.length);
    return [
      ...(at === 0 ? [] : this.#runs(text.slice(0, at), style)),
      linkRun(url, url, style),
      ...(rest === '' ? [] : this.#runs(rest, style)),
    ];
  }
}

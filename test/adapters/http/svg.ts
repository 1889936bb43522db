import { expect } from 'chai';

/** What can be said of an SVG document without a browser. */

const TOKEN = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Holds the document to be XML: browsers show nothing of an image that is not. */
export function expectWellFormed(svg: string): void {
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < svg.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(svg);
    expect(token, `not XML: ${svg.slice(at, at + 80)}`).not.to.equal(null);
    const [, closing, name = '', attributes = '', empty, text = ''] = token ?? [];
    expect(attributes + text).not.to.match(/&(?!(?:amp|lt|gt|quot|#39);)/);
    if (name === '' || empty === '/') continue;
    if (closing === '/') expect(open.pop(), 'closes what is open').to.equal(name);
    else open.push(name);
  }
  expect(open).to.deep.equal([]);
}

/** The lines of text that are drawn, without title and description. */
export function drawnText(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) =>
    (match[1] ?? '').replace(/&([\w#]+);/g, (whole, name: string) => ENTITIES[name] ?? whole),
  );
}

/** The amounts that are drawn. */
export function amountsIn(svg: string): string[] {
  return drawnText(svg).flatMap((text) => text.match(/\$[\d,.]*\d/g) ?? []);
}

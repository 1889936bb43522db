import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { Html, html } from '../../widget/html.ts';

/** A page of a few words and links: all that there is to see before somebody is in. */
export interface PlainPage {
  readonly title: string;
  readonly heading: string;
  readonly text: readonly string[];
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.5 system-ui,sans-serif}
body{margin:0;display:grid;min-height:100vh;place-items:center}
main{max-width:34rem;padding:2rem}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 1rem}
.desk{margin:0;font-weight:600}
a{display:inline-block;margin:.75rem 1.5rem 0 0;padding:.25rem 0}
a:focus-visible{outline:3px solid;outline-offset:3px}`;

/** Put in as it is: its hash stands in the policy. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

export function plainPage({ title, heading, text, links }: PlainPage): Html {
  return html`<!doctype html>
<html lang="en-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading} - ${title}</title>
${STYLE_ELEMENT}
</head>
<body>
<main>
<p class="desk">${title}</p>
<h1>${heading}</h1>
${text.map((line) => html`<p>${line}</p>`)}
<p>${links.map(({ href, label }) => html`<a href="${href}">${label}</a>`)}</p>
</main>
</body>
</html>
`;
}

/** Nothing is loaded, framed, sent or kept; a link on it says where it was followed, to this server alone. */
export const plainPageHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: [`'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
});

import type { Wording } from '../../dialogs/wording/index.ts';
import { type Html, html } from '../widget/html.ts';

/** The desk's page: nothing but the place that its script fills. */
export function deskPage({ deskPage: words }: Wording): Html {
  return html`<!doctype html>
<html lang="en-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${words.title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/desk/desk.css">
<script src="/desk/desk.js" defer></script>
</head>
<body>
<div id="desk"><noscript><main><p>${words.noScript}</p></main></noscript></div>
</body>
</html>
`;
}

/** What is shown in place of the page where the browser's sources have not been bundled. */
export function deskNotBuiltPage({ deskPage: { notBuilt } }: Wording): Html {
  return html`<!doctype html>
<html lang="en-CA">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${notBuilt.heading}</title></head>
<body><main><h1>${notBuilt.heading}</h1><p>${notBuilt.text}</p><pre><code>${notBuilt.command}</code></pre></main></body>
</html>
`;
}

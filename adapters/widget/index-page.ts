import type { Wording } from '../../dialogs/wording/index.ts';
import { type Html, html } from './html.ts';

export interface IndexPageContent {
  readonly wording: Wording;
  readonly keepDays: number;
  /** Where the server is reached: `https://advisor.example.org`. */
  readonly publicUrl: string;
}

/** The server's own page: shows the chat, and how to put it on a website. Its script is browser/index. */
export function indexPage({ wording, keepDays, publicUrl }: IndexPageContent): Html {
  const { widget, conversation } = wording;
  const words = widget.index;
  return html`<!doctype html>
<html lang="en-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/widget/index.css">
</head>
<body>
<header><p class="name"><img src="/favicon.svg" alt="" width="32" height="32"> ${widget.name}</p></header>
<main>
<section class="welcome">
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
<h2>${words.tryHeading}</h2>
<ul class="examples">${conversation.examples.map((question) => html`<li><button type="button" data-ask="${question}">${question}</button></li>`)}</ul>
<noscript><p>${words.noScript}</p></noscript>
</section>
<section>
<h2>${words.embedHeading}</h2>
<p>${words.embedLead}</p>
<div class="code"><pre tabindex="0"><code id="snippet">${snippet(publicUrl)}</code></pre>
<button type="button" id="copy" data-copied="${words.copied}" data-failed="${words.copyFailed}">${words.copy}</button></div>
<p>${words.trust}</p>
<p>${words.policy}</p>
<pre tabindex="0"><code>${policy(publicUrl)}</code></pre>
<h3>${words.attributesHeading}</h3>
<table>
<thead><tr><th scope="col">${words.attribute}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>${words.attributes.map(([name, meaning]) => html`<tr><th scope="row"><code>${name}</code></th><td>${meaning}</td></tr>`)}</tbody>
</table>
<p>${words.script}</p>
<p>${words.reload}</p>
</section>
<section>
<h2>${words.privacyHeading}</h2>
<p>${words.privacy(keepDays)}</p>
</section>
<section>
<h2>${words.apiHeading}</h2>
<p>${words.api} <a href="/api/occupations?q=nurse">${words.exampleLookup}</a>, <a href="/api/sources">${words.sources}</a>, <a href="/api/openapi.json">${words.description}</a>.</p>
</section>
</main>
<script src="/widget.js"></script>
<script src="/widget/index.js"></script>
</body>
</html>
`;
}

/** What is shown in place of the pages where the browser's sources have not been bundled. */
export function notBuiltPage({ widget }: Wording): Html {
  const { heading, text, command } = widget.notBuilt;
  return html`<!doctype html>
<html lang="en-CA">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${heading}</title></head>
<body><main><h1>${heading}</h1><p>${text}</p><pre><code>${command}</code></pre></main></body>
</html>
`;
}

function snippet(publicUrl: string): string {
  return `<script src="${publicUrl}/widget.js" async></script>`;
}

function policy(publicUrl: string): string {
  return `script-src ${publicUrl}; frame-src ${publicUrl}`;
}

import { createHash } from 'node:crypto';
import type { Wording } from '../../dialogs/wording/index.ts';
import { Html, html } from '../widget/html.ts';
import { OCCUPATIONS_PATH } from './address.ts';
import { STYLE } from './style.ts';

/** What the page's policy lets stand in it besides what comes from this server. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

export interface PageHead {
  readonly title: string;
  /** For search engines and previews; null for pages that no engine is to keep. */
  readonly description: string | null;
  /** Where the page is at home; null for pages that tell of nothing lasting. */
  readonly canonical: string | null;
}

/** A page of its own: nothing in it comes from another server, and without scripts all of it can be read. */
export function layout({ title, description, canonical }: PageHead, body: Html, { occupationPage }: Wording): Html {
  const { site, skip } = occupationPage;
  const kept = description !== null && canonical !== null;
  return html`<!doctype html>
<html lang="en-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${
  kept
    ? html`<meta name="description" content="${description}">
<link rel="canonical" href="${canonical}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${site}">
<meta property="og:locale" content="en_CA">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${canonical}">`
    : html`<meta name="robots" content="noindex">`
}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">${skip}</a>
<header><a class="name" href="/"><img src="/favicon.svg" alt="" width="32" height="32"> ${site}</a> ${searchLink(occupationPage)}</header>
<main id="content">
${body}
</main>
</body>
</html>
`;
}

function searchLink({ searchTitle }: Wording['occupationPage']): Html {
  return html`<a href="${OCCUPATIONS_PATH}">${searchTitle}</a>`;
}

/** The field that looks an occupation up, on the pages that do not tell one. */
export function searchForm(query: string, { occupationPage }: Wording): Html {
  const { searchLabel, search } = occupationPage;
  return html`<form class="search" action="${OCCUPATIONS_PATH}" method="get" role="search">
<label for="q">${searchLabel}</label>
<input id="q" name="q" type="search" value="${query}" maxlength="200" autocomplete="off" enterkeyhint="search">
<button type="submit">${search}</button>
</form>`;
}

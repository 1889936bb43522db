import type { CandidateView, TypeAheadView } from '../../dialogs/type-ahead/view.ts';
import type { Wording } from '../../dialogs/wording/index.ts';
import type { CodeReading, KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import { type Html, html } from '../widget/html.ts';
import { occupationAddress, occupationPath } from './address.ts';
import { layout, searchForm } from './layout.ts';

/** An occupation in a list, with what tells it from the others. */
export type Listed = Pick<CandidateView, 'code' | 'occupation' | 'title' | 'gist'> & { readonly why?: string };

/** The search, and what was found. `found` is null where nothing has been asked: `common` is shown then. */
export function searchPage(
  { query, found, common }: { query: string; found: TypeAheadView | null; common: readonly Listed[] },
  publicUrl: string,
  wording: Wording,
): Html {
  const words = wording.occupationPage;
  const listed = found ? found.candidates : common;
  const intro = !found ? words.common : listed.length > 0 ? words.found : words.nothing;
  const home = { code: '', occupation: '' };
  return layout(
    {
      title: words.searchTitle,
      description: found ? null : words.searchLead,
      canonical: found ? null : occupationAddress(publicUrl, home).replace(/\/$/, ''),
    },
    html`<h1>${words.searchTitle}</h1>
<p>${words.searchLead}</p>
${searchForm(query, wording)}
<p role="status">${intro}</p>
${list(listed)}`,
    wording,
  );
}

/** For a code of a former edition that leads to several groups of today. */
export async function severalPage(
  store: KnowledgeStore,
  readings: readonly CodeReading[],
  region: string,
  wording: Wording,
): Promise<Html> {
  const words = wording.occupationPage;
  // Editions that split the group up in the same way are told together.
  const ways = new Map<string, CodeReading[]>();
  for (const reading of readings) {
    const way = reading.groups.join(' ');
    ways.set(way, [...(ways.get(way) ?? []), reading]);
  }
  const parts = await Promise.all(
    [...ways.values()].map(async (same) => {
      const found = await Promise.all((same[0]?.groups ?? []).map((code) => store.group(code)));
      const listed = found.flatMap((group) => (group ? [{ ...group, occupation: '' }] : []));
      const names = same.map(({ from }) =>
        words.group(wording.common.editionName(from.edition).text, from.code, from.title),
      );
      return html`<h2>${names.join(' · ')}</h2>${list(listed, region)}`;
    }),
  );
  return layout(
    { title: words.severalTitle, description: null, canonical: null },
    html`<h1>${words.severalTitle}</h1><p>${words.several}</p>${parts}`,
    wording,
  );
}

/** What is wrong with the address, or with us, and a way on. */
export function faultPage(
  {
    title,
    text,
    search,
    link,
  }: { title: string; text: string; search?: boolean; link?: { href: string; words: string } },
  wording: Wording,
): Html {
  return layout(
    { title, description: null, canonical: null },
    html`<h1>${title}</h1><p>${text}</p>${search ? searchForm('', wording) : html``}${link ? html`<p><a href="${link.href}">${link.words}</a></p>` : html``}`,
    wording,
  );
}

function list(listed: readonly Listed[], region = ''): Html {
  if (listed.length === 0) return html``;
  const lines = listed.map((each) => {
    const why = each.why === undefined ? html`` : html` <span class="why">${each.why}</span>`;
    const gist = each.gist === '' ? html`` : html`: ${each.gist}`;
    return html`<li><a href="${occupationPath(each, region)}">${each.title}</a> (${each.code})${gist}${why}</li>`;
  });
  return html`<ul class="found">${lines}</ul>`;
}

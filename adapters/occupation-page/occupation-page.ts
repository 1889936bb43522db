import { type AnswerContext, type Subject, subjectName } from '../../dialogs/answers/context.ts';
import type { Wording } from '../../dialogs/wording/index.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import type { Region } from '../../knowledge/model.ts';
import { type Html, html } from '../widget/html.ts';
import { occupationAddress, occupationPath } from './address.ts';
import { layout } from './layout.ts';
import { type PageItem, type PageSection, pageSections } from './sections.ts';
import { citedSource, linkedText, shortened } from './text.ts';

/** As much as search engines and previews show. */
const MOST_DESCRIBED = 200;

export interface OccupationPageOptions {
  readonly publicUrl: string;
  /** The place that the figures are for. */
  readonly region: Region;
  /** Whether the address names that place: links then keep it. */
  readonly regionAsked: boolean;
}

/** Everything that is told of an occupation on one page, in the words of the bot's answers. */
export async function occupationPage(
  context: AnswerContext,
  subject: Subject,
  { publicUrl, region, regionAsked }: OccupationPageOptions,
): Promise<Html> {
  const { wording } = context;
  const words = wording.occupationPage;
  const { group, occupation } = subject;
  const reference = { code: group.code, occupation: occupation?.id ?? '' };
  const asked = regionAsked ? region.id : '';
  const sections = await pageSections(context, subject, asked);
  const groupPath = occupationPath({ code: group.code, occupation: '' }, asked);
  const edition = wording.common.editionName('noc2021').text;
  const name = subjectName(subject).text;
  const described = sections.find(({ id }) => id === 'overview')?.lead[1];
  // A section that is missing is a fault of ours, and nothing that a reader should find empty.
  if (described === undefined) throw new AdvisorError('UNKNOWN_UNIT_GROUP', [group.code]);
  const shared = repeated(sections);
  const body = html`<article>
<h1>${name}</h1>
<p class="group">${occupation ? html`<a href="${groupPath}">${words.group(edition, group.code, group.title)}</a>` : words.code(edition, group.code)}</p>
${regionForm(context, reference, region)}
<nav aria-label="${words.contents}"><ul>${sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ul></nav>
${sections.map((section) => sectionHtml(section, shared, wording))}
${sharedNotes(shared, wording)}
${askAbout(name, group.code, wording)}
</article>`;
  return layout(
    {
      title: words.title(name, edition, group.code),
      description: shortened(described, MOST_DESCRIBED),
      canonical: occupationAddress(publicUrl, reference),
    },
    body,
    wording,
  );
}

/** Country and provinces, and the place that is shown where it is another. */
function regionForm(
  { store, wording }: AnswerContext,
  reference: { code: string; occupation: string },
  shown: Region,
): Html {
  const { regionLabel, regionShow } = wording.occupationPage;
  const wide = store.regions.filter(({ kind }) => kind === 'country' || kind === 'province');
  const offered = wide.includes(shown) ? wide : [shown, ...wide];
  const options = offered.map(
    (region) =>
      html`<option value="${region.id}"${region === shown ? html` selected` : html``}>${region.name}</option>`,
  );
  const { code, occupation } = reference;
  const kept = occupation === '' ? html`` : html`<input type="hidden" name="occupation" value="${occupation}">`;
  return html`<form class="place" action="${occupationPath({ code, occupation: '' })}" method="get">${kept}
<label for="region">${regionLabel}</label>
<select id="region" name="region">${options}</select>
<button type="submit">${regionShow}</button>
</form>`;
}

/** Remarks that several sections make: a reader needs them once. Warnings stay where they belong. */
function repeated(sections: readonly PageSection[]): ReadonlySet<string> {
  const remarks = sections.flatMap(({ notes }) => notes.filter(({ kind }) => kind === 'note').map(({ text }) => text));
  return new Set(remarks.filter((text, at) => remarks.indexOf(text) !== at));
}

function sharedNotes(shared: ReadonlySet<string>, { occupationPage: words }: Wording): Html {
  if (shared.size === 0) return html``;
  const notes = [...shared].map((text) => html`<p class="note">${text}</p>`);
  return html`<section id="notes"><h2>${words.sharedNotes}</h2>${notes}</section>`;
}

function sectionHtml(section: PageSection, shared: ReadonlySet<string>, wording: Wording): Html {
  const { id, heading, lead, items, notes, links } = section;
  const words = wording.occupationPage;
  const warnings = notes.filter(({ kind }) => kind === 'warning');
  const rest = notes.filter(({ kind, text }) => kind === 'note' && !shared.has(text));
  return html`<section id="${id}">
<h2>${heading}</h2>
${lead.length > 0 ? html`<p>${linkedText(lead.join(' '), links)}</p>` : html``}
${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${itemHtml(item, links)}</li>`)}</ul>` : html``}
${tableHtml(section, wording)}
${pictureHtml(section)}
${warnings.length > 0 ? html`<div class="warning"><p class="label">${words.warning}</p>${warnings.map(({ text }) => html`<p>${linkedText(words.warned(text), links)}</p>`)}</div>` : html``}
${rest.map(({ text }) => html`<p class="note">${linkedText(text, links)}</p>`)}
${sourcesHtml(section, wording)}
</section>`;
}

function itemHtml({ text, title, href }: PageItem, links: readonly string[]): Html {
  if (href === null) return linkedText(text, links);
  return html`<a href="${href}">${title}</a>${linkedText(text.slice(title.length), links)}`;
}

function tableHtml({ table, heading }: PageSection, { occupationPage: { corner } }: Wording): Html {
  if (!table) return html``;
  const head = [corner, ...table.columns].map((column) => html`<th scope="col">${column}</th>`);
  const rows = table.rows.map(
    ({ label, cells }) => html`<tr><th scope="row">${label}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  );
  // Wider than a phone: it is scrolled by itself, with the keyboard too.
  return html`<div class="wide" role="region" aria-label="${heading}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function pictureHtml({ picture }: PageSection): Html {
  return picture ? html`<img class="chart" src="${picture.url}" alt="${picture.alt}">` : html``;
}

function sourcesHtml({ sources }: PageSection, { occupationPage: words }: Wording): Html {
  if (sources.length === 0) return html``;
  const state = { good: '', stale: words.sourceStale, over: words.sourceOver };
  const lines = sources.map((source) => {
    const age = state[source.freshness];
    return html`<li>${citedSource({ ...source, citation: words.cited(source.citation) })}${age === '' ? html`` : html` <strong class="age">${age}</strong>`}</li>`;
  });
  return html`<div class="sources"><h3>${words.sources}</h3><ul>${lines}</ul></div>`;
}

/** Opens the chat on this page and asks; where no scripts run, the chat's own page is a link away. */
function askAbout(name: string, code: string, { occupationPage: words }: Wording): Html {
  const questions = [words.ask(name, code), words.askPay(name, code), words.askSchooling(name, code)];
  return html`<section id="ask" class="ask">
<h2>${words.askHeading}</h2>
<p>${words.askLead}</p>
<ul>${questions.map((question) => html`<li><button type="button" data-ask="${question}">${question}</button></li>`)}</ul>
<p><a href="/">${words.openChat}</a></p>
</section>
<script src="/widget.js"></script>
<script src="/widget/index.js"></script>`;
}

import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import type { Wording } from '../wording/index.ts';
import type { Citation } from './answer.ts';
import type { Fact } from './fact.ts';
import { longDate } from './numbers.ts';
import { code, date, type Sentence, say } from './sentence.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** One line for every source that the facts of an answer come from: title, publisher, code and edition, period, reliability. */
export async function citationsOf(
  facts: readonly Fact[],
  store: KnowledgeStore,
  wording: Wording,
): Promise<Citation[]> {
  const bySource = new Map<string, Fact[]>();
  for (const fact of facts) bySource.set(fact.source, [...(bySource.get(fact.source) ?? []), fact]);
  const citations: Citation[] = [];
  for (const [id, cited] of bySource) {
    const source = await store.source(id);
    const periods = distinct(cited.map((fact) => fact.period)).filter((period) => !source.title.includes(period));
    citations.push({
      aloud: wording.common.sourceAloud(source.title),
      source,
      sentence: wording.common.source({
        title: source.title,
        publisher: source.publisher,
        url: source.url,
        codes: codesOf(cited, wording),
        periods: periods.filter((period) => !ISO_DATE.test(period)),
        updated: periods.filter((period) => ISO_DATE.test(period)).map((period) => date(longDate(period))),
        retrieved: date(longDate(source.retrieved)),
        reliability: distinct(cited.map((fact) => fact.reliability ?? '')).join(', '),
      }),
    });
  }
  return citations;
}

/** Distinct licence sentences that must be shown with the facts. */
export function attributionsOf(citations: readonly Citation[], wording: Wording): Sentence[] {
  return distinct(citations.map((citation) => citation.source.attribution)).map((attribution) =>
    wording.common.attribution(attribution),
  );
}

/** Codes that the facts were published under; a long list (a crosswalk) is left to the answer itself. */
function codesOf(facts: readonly Fact[], wording: Wording): Sentence[] {
  const seen = new Map<string, Sentence>();
  for (const fact of facts) {
    if (fact.edition && fact.code !== '')
      seen.set(`${fact.edition} ${fact.code}`, say`${wording.common.editionName(fact.edition)} ${code(fact.code)}`);
  }
  return seen.size > 3 ? [] : [...seen.values()];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '');
}

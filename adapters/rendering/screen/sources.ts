import { periodSaid } from '../../../dialogs/answers/age.ts';
import { type Answer, answerFacts } from '../../../dialogs/answers/answer.ts';
import { textOf } from '../../../dialogs/answers/sentence.ts';
import { freshness } from '../../../knowledge/freshness.ts';
import type { SourceView } from './views.ts';

/** The sources of an answer, with the periods of what is told of each and how good the newest of that still is. */
export function sourceViews(answer: Answer, today: string): SourceView[] {
  const facts = answerFacts(answer);
  return answer.citations.map(({ source, sentence }): SourceView => {
    const periods = [...new Set(facts.filter((fact) => fact.source === source.id).map(({ period }) => period))]
      .filter((period) => period !== '')
      .sort();
    const states = periods.map((period) => freshness(source.expiry, period, today).state);
    return {
      title: source.title,
      publisher: source.publisher,
      url: source.url,
      period: periods.map((period) => periodSaid(period).text).join(', '),
      citation: textOf(sentence),
      freshness: states.includes('good') ? 'good' : (states.at(-1) ?? 'good'),
    };
  });
}

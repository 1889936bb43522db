import { periodSaid } from '../../../dialogs/answers/age.ts';
import { SUBJECT_TOPICS, type SubjectTopic } from '../../../dialogs/understanding/topics.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { sourcesView } from '../../http/sources-view.ts';
import type { FreshnessView, GapsView } from '../views.ts';
import type { DeskGap, DeskGaps } from './ports.ts';

/** More than an editor goes through; the command line lists all. */
const MOST_GAPS = 500;

/** What was asked and could not be answered, in words. */
export async function gapsView(gaps: DeskGaps, store: KnowledgeStore, wording: Wording): Promise<GapsView> {
  const [listed, groups] = await Promise.all([gaps.list(MOST_GAPS), store.groups()]);
  const titles = new Map(groups.map(({ code, title }) => [code, title]));
  const wordsOf = ({ subject, topic, code }: DeskGap): string => {
    if (topic === undefined || code === undefined) return subject;
    // Another version of the program may have counted topics that this one does not have.
    const section = isTopic(topic) ? wording.desk.section(topic) : topic;
    return wording.desk.gap(section, titles.get(code) ?? code);
  };
  return {
    gaps: listed.gaps.map((gap) => {
      const { kind, count, first, last } = gap;
      return { kind, words: wordsOf(gap), count, first, last };
    }),
    sealed: listed.sealed,
  };
}

function isTopic(id: string): id is SubjectTopic {
  return (SUBJECT_TOPICS as readonly string[]).includes(id);
}

/** How old each source is that facts are told from: what is over and stale first. */
export async function freshnessView(store: KnowledgeStore, today: string): Promise<FreshnessView> {
  const { sources } = await sourcesView(store, today);
  const order = ['over', 'stale', 'good'] as const;
  return {
    sources: sources
      .map(({ title, facts, periods, freshness: { state, since } }) => ({
        title,
        periods: periods
          ? [...new Set([periods.oldest, periods.newest])].map((period) => periodSaid(period).text).join(', ')
          : '',
        facts: Object.values(facts).reduce((sum, rows) => sum + rows, 0),
        freshness: state,
        since,
      }))
      .filter(({ facts }) => facts > 0)
      .sort((one, other) => order.indexOf(one.freshness) - order.indexOf(other.freshness)),
  };
}

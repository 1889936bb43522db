import { catalogueOf } from '../../dialogs/interests/catalogue.ts';
import { ALL_CODES } from '../../dialogs/interests/codes.ts';
import { groupFit } from '../../dialogs/interests/fit.ts';
import { type SuggestRequest, suggest } from '../../dialogs/interests/suggest.ts';
import { understandWishes } from '../../dialogs/understanding/wishes-en.ts';
import { shippedKnowledge, shippedLexicon } from '../dialogs/helpers.ts';
import { quantile, type Section } from './section.ts';

const WISHES = 'no university, over $30 an hour in Alberta, not in an office, good outlook';
/** The last page that a patient person reaches. */
const FAR = 50;

/** Suggestions over all unit groups, for every code that there is. */
export const suggestions = {
  name: 'suggestions',
  async run(): Promise<Section> {
    const { store } = await shippedKnowledge();
    const start = performance.now();
    const catalogue = await catalogueOf(store);
    const reading = performance.now() - start;
    const lexicon = await shippedLexicon();
    const wishes = understandWishes(WISHES, lexicon);
    const request = (extra: Partial<SuggestRequest>) => (codes: SuggestRequest['codes']) => {
      suggest(catalogue, { codes, region: 'AB', ...extra });
    };
    const work: readonly (readonly [string, (codes: SuggestRequest['codes']) => void])[] = [
      [
        'fit of all groups',
        (codes) => {
          for (const { profiles } of catalogue.entries) groupFit(codes, profiles);
        },
      ],
      ['first five', request({})],
      ['first five, four wishes', request({ wishes })],
      [`five after ${FAR}`, request({ offset: FAR })],
      ['reading the four wishes', () => understandWishes(WISHES, lexicon)],
    ];
    const times = work.map((): number[] => []);
    // The first round warms up.
    for (let round = 0; round < 3; round += 1) {
      for (const codes of ALL_CODES) {
        for (const [index, [, run]] of work.entries()) {
          const began = performance.now();
          run(codes);
          if (round > 0) times[index]?.push(performance.now() - began);
        }
      }
    }
    return {
      title: `Suggestions over ${catalogue.entries.length} unit groups`,
      columns: ['what', 'n', 'p50 ms', 'p95 ms', 'p99 ms'],
      rows: work.map(([name], index) => [
        name,
        String(times[index]?.length ?? 0),
        ...[0.5, 0.95, 0.99].map((share) => quantile(times[index] ?? [], share).toFixed(2)),
      ]),
      notes: [
        'Budget: 10 ms.',
        `For each of the ${ALL_CODES.length} interest codes. Wishes: "${WISHES}".`,
        `Reading the catalogue from the store, once a store: ${reading.toFixed(0)} ms.`,
      ],
    };
  },
};

import { AdvisorError } from '../../errors.ts';
import type { Edition } from '../../model.ts';
import { readEarlierCode, readText } from '../cells.ts';
import { type ImportContext, type Sample, tableFormat } from '../format.ts';
import { isUnitGroupLevel, openSource } from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

type EarlierEdition = Exclude<Edition, 'noc2021' | 'oasis2023'>;

const EARLIER: Readonly<
  Record<EarlierEdition, { readonly source: string; readonly name: string; readonly title: string }>
> = {
  noc2006: { source: 'noc-2006', name: 'NOC 2006', title: 'National Occupational Classification (NOC) 2006' },
  nocs2006: {
    source: 'noc-s-2006',
    name: 'NOC-S 2006',
    title: 'National Occupational Classification for Statistics (NOC-S) 2006',
  },
  noc2011: { source: 'noc-2011', name: 'NOC 2011', title: 'National Occupational Classification (NOC) 2011' },
  noc2016: { source: 'noc-2016', name: 'NOC 2016', title: 'National Occupational Classification (NOC) 2016' },
};

/** Share of the sample's groups that have to bear the edition's names; releases of one edition differ in a few. */
const ALIKE = 0.8;

/** Codes and names of one earlier edition. The file does not say which edition it is of. */
export const editionCodes = tableFormat({
  id: 'edition-codes',
  what: 'the codes and names of an earlier edition (NOC 2006, NOC-S 2006, NOC 2011, NOC 2016)',
  columns: {
    code: { names: ['code'] },
    title: { names: ['title', 'Class title'] },
    level: { names: ['level'] },
    parent: { names: ['parent'], optional: true },
    structure: { names: ['Hierarchical structure'], optional: true },
  },
  open(context, sample) {
    const edition = editionOf(context, sample);
    const known = context.editions.get(edition);
    const source = openSource(context, {
      id: EARLIER[edition].source,
      title: EARLIER[edition].title,
      publisher: 'Statistics Canada and Employment and Social Development Canada',
      url: 'https://noc.esdc.gc.ca/',
      note: '',
    });
    const seen = new SeenRows();
    return {
      dataset: { id: `${source.id}-codes`, sources: [source] },
      row(cells, out) {
        if (!isUnitGroupLevel(cells.level, 4, out)) return;
        const code = readEarlierCode(cells.code);
        const title = readText(cells.title);
        if (code === undefined) return out.bad(`"${cells.code}" is no code of ${EARLIER[edition].name}`);
        if (title === '') return out.bad(`group ${code} has no name`);
        if (!known?.has(code)) return out.drop('unknown-code');
        if (seen.isNew(code, title, out)) out.keep('edition_group', { edition, code, title, source: source.id });
      },
    };
  },
});

/** The edition whose names the sample bears. 2011 and 2016 have the same codes and differ in nine names, so the codes alone tell nothing. */
function editionOf(context: ImportContext, sample: Sample<'code' | 'title' | 'level'>): EarlierEdition {
  const groups = sample.rows.filter(({ level }) => Number(level) === 4);
  const fits = (Object.keys(EARLIER) as EarlierEdition[]).map((edition) => {
    const names = context.editions.get(edition);
    let named = 0;
    let exactly = 0;
    for (const { code, title } of groups) {
      const name = names?.get(readEarlierCode(code) ?? '');
      if (name?.toLowerCase() === readText(title).toLowerCase()) named += 1;
      if (name === readText(title)) exactly += 1;
    }
    return { edition, named, exactly };
  });
  // Capitals decide between editions that name the groups alike: 2006 writes them in every word.
  const [best, next] = fits.sort((a, b) => b.named - a.named || b.exactly - a.exactly);
  if (!best || best.named === 0 || best.named < groups.length * ALIKE) {
    throw new AdvisorError('IMPORT_REFUSED', [
      'its codes and names are of no edition that the program holds (NOC 2006, NOC-S 2006, NOC 2011, NOC 2016)',
    ]);
  }
  if (next && next.named === best.named && next.exactly === best.exactly) {
    const names = [best, next].map(({ edition }) => EARLIER[edition].name).sort();
    throw new AdvisorError('IMPORT_REFUSED', [
      `its codes and names are those of ${names.join(' and of ')}: import the whole file, so that the names that changed can tell`,
    ]);
  }
  return best.edition;
}

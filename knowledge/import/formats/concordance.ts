import type { Edition } from '../../model.ts';
import { readEarlierCode, readNocCode } from '../cells.ts';
import { type ColumnSpec, type Format, type ImportContext, type RowSink, tableFormat } from '../format.ts';
import { openSource } from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

type LinkedEdition = Exclude<Edition, 'oasis2023'>;

/** How the publisher calls an edition in the names of columns. */
const NAMES: Readonly<Record<LinkedEdition, readonly string[]>> = {
  noc2021: releases('2021', ['1.0', '1.1']),
  noc2016: releases('2016', ['1.0', '1.1', '1.2', '1.3']),
  noc2011: releases('2011', ['1.0']),
  noc2006: releases('2006', ['1.0']),
  nocs2006: ['NOC-S 2006', 'NOCS 2006', 'NOC S 2006', 'CNP-S 2006', 'CNPS 2006'],
};

function releases(year: string, versions: readonly string[]): string[] {
  return ['NOC', 'CNP'].flatMap((short) => [
    `${short} ${year}`,
    ...versions.flatMap((version) => [`${short} ${year} V${version}`, `${short} ${year} Version ${version}`]),
  ]);
}

interface Link {
  readonly id: string;
  readonly from: LinkedEdition;
  readonly to: LinkedEdition;
  readonly title: string;
}

const LINKS: readonly Link[] = [
  { id: 'concordance-2016-2021', from: 'noc2016', to: 'noc2021', title: 'Concordance NOC 2016 to NOC 2021' },
  { id: 'concordance-2011-2016', from: 'noc2011', to: 'noc2016', title: 'Concordance NOC 2011 to NOC 2016' },
  { id: 'concordance-2006-2011', from: 'noc2006', to: 'noc2011', title: 'Concordance NOC 2006 to NOC 2011' },
  { id: 'concordance-nocs-2006-2011', from: 'nocs2006', to: 'noc2011', title: 'Concordance NOC-S 2006 to NOC 2011' },
];

/** Tables that lead from the groups of one edition to those of another. They are read in one direction, whichever way they are sorted. */
export const CONCORDANCES: readonly Format[] = LINKS.map(concordance);

function concordance({ id, from, to, title }: Link): Format {
  return tableFormat({
    id,
    what: `the ${title.replace('C', 'c')} (Statistics Canada)`,
    columns: {
      from: codeColumn(from),
      fromTitle: titleColumn(from),
      to: codeColumn(to),
      toTitle: titleColumn(to),
      change: { names: ['GSIM Type of Change', 'change', 'Type of change', 'Type de changement'], optional: true },
      notes: { names: ['Notes', 'Explanatory notes', 'Notes explicatives'], optional: true },
    },
    open(context, sample) {
      const source = openSource(context, {
        id,
        title,
        publisher: 'Statistics Canada',
        url: 'https://www.statcan.gc.ca/',
        note: 'Many-to-many: a code can lead to several groups.',
      });
      const start = new CodeColumn(
        from,
        context,
        sample.rows.map((row) => row.from),
      );
      const end = new CodeColumn(
        to,
        context,
        sample.rows.map((row) => row.to),
      );
      const seen = new SeenRows();
      return {
        dataset: { id, sources: [source] },
        row(cells, out) {
          const fromCode = start.read(cells.from, out);
          if (fromCode === undefined) return;
          const toCode = end.read(cells.to, out);
          if (toCode === undefined || !seen.isNew(`${fromCode} ${toCode}`, '', out)) return;
          out.keep('crosswalk', {
            from_edition: from,
            from_code: fromCode,
            to_edition: to,
            to_code: toCode,
            source: id,
          });
        },
      };
    },
  });
}

function codeColumn(edition: LinkedEdition): ColumnSpec {
  const long = NAMES[edition].flatMap((name) => [
    `${name} Code`,
    `Code - ${name}`,
    `Code ${name}`,
    `Code de la ${name}`,
  ]);
  return { names: [...long, edition, `${edition}_code`] };
}

function titleColumn(edition: LinkedEdition): ColumnSpec {
  const long = NAMES[edition].flatMap((name) => [
    `${name} Title`,
    `Title - ${name}`,
    `Titre ${name}`,
    `Titre de la ${name}`,
    `${name} Titre`,
  ]);
  return { names: [...long, `${edition}_title`] };
}

/** The codes of one edition in one column. */
class CodeColumn {
  readonly #edition: LinkedEdition;
  readonly #known: { has(code: string): boolean };
  readonly #digits: number;
  /** A spreadsheet takes the zeros of all codes or of none; where they stand, a short code is a class above the unit group. */
  readonly #zerosStand: boolean;

  constructor(edition: LinkedEdition, context: ImportContext, sample: readonly string[]) {
    this.#edition = edition;
    this.#known = edition === 'noc2021' ? context.groups : (context.editions.get(edition) ?? new Map());
    this.#digits = edition === 'noc2021' ? 5 : 4;
    this.#zerosStand = sample.some((cell) => cell.startsWith('0'));
  }

  read(cell: string, out: RowSink): string | undefined {
    if (cell === '') out.drop('nothing-published');
    else if (this.#isClass(cell)) out.drop('not-a-unit-group');
    else {
      const code = this.#edition === 'noc2021' ? readNocCode(cell) : readEarlierCode(cell);
      if (code === undefined) out.bad(`"${cell}" is no code of ${NAMES[this.#edition][0]}`);
      else if (this.#known.has(code)) return code;
      else out.drop('unknown-code');
    }
    return undefined;
  }

  #isClass(cell: string): boolean {
    // NOC-S writes its classes with a letter; NOC 2011 and 2016 have ranges such as 01-05.
    if (/^[A-Z]\d{0,2}$/i.test(cell) || /^\d{1,2}-\d{1,2}$/.test(cell)) return true;
    return this.#zerosStand && /^\d+$/.test(cell) && cell.length < this.#digits;
  }
}

/** Small files in the publishers' own shapes, with invented figures, for tests of the import as a whole. */

const WAGE_HEADER =
  'NOC_CNP,NOC_Title_eng,NOC_Title_fra,prov,ER_Code_Code_RE,ER_Name,Nom_RE,Low_Wage_Salaire_Minium,Median_Wage_Salaire_Median,' +
  'High_Wage_Salaire_Maximal,Average_Wage_Salaire_Moyen,Reference_Period,Revision_Date_Date_revision,Annual_Wage_Flag_Salaire_annuel';

export interface WageRow {
  readonly code: string;
  readonly region: string;
  readonly median: number | string;
  readonly year?: number;
}

function wageLine({ code, region, median, year = 2025 }: WageRow): string {
  const amount = (share: number): string => (typeof median === 'number' ? (median * share).toFixed(2) : median);
  return `NOC_${code},"Group, in English",Groupe,AB,${region},Place,Lieu,${amount(0.7)},${amount(1)},${amount(1.4)},,${year - 2}-${year - 1},${year}-11-19,0`;
}

/** A Job Bank wage file of a release. */
export function wageFile(rows: readonly WageRow[]): string {
  return [WAGE_HEADER, ...rows.map(wageLine), ''].join('\n');
}

/** Groups of the small pack in two places, with one median for all: a file that can be told from another by any of its figures. */
export function uniformWages(codes: readonly string[], median: number, year = 2025): string {
  return wageFile(codes.flatMap((code) => ['ER48', 'ER4850'].map((region) => ({ code, region, median, year }))));
}

/** An official title list. */
export function titleFile(titles: readonly (readonly [code: string, title: string])[]): string {
  return ['noc2021,title', ...titles.map(([code, title]) => `${code},${title}`), ''].join('\n');
}

import { readNocCode, readText } from '../cells.ts';
import { type ImportSource, tableFormat } from '../format.ts';
import { SeenRows } from './seen-rows.ts';

const SOURCE: ImportSource = {
  id: 'onet-titles',
  title: 'O*NET job titles with NOC 2021 groups',
  publisher: 'O*NET, US Department of Labor; crosswalk by The Dais',
  url: 'https://www.onetcenter.org/',
  licence: 'CC BY 4.0',
  attribution:
    'Includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license. Only a part of the titles is used, with codes by The Dais; USDOL/ETA has not approved, endorsed or tested these changes.',
  note: 'Titles of the United States, led to Canadian groups by a crosswalk; taken where they lead to one group.',
  expiry: 'never',
};

/** US titles with the groups that a crosswalk leads them to. One occupation there is often several groups here. */
export const onetTitles = tableFormat({
  id: 'onet-titles',
  what: 'job titles of O*NET with NOC 2021 codes',
  columns: { title: { names: ['title'] }, kind: { names: ['kind'] }, codes: { names: ['noc2021'] } },
  open(context) {
    const seen = new SeenRows();
    /** Titles that some row has led to several groups: another row of the same title does not make it plain. */
    const ambiguous = new Set<string>();
    return {
      dataset: { id: 'onet-titles', sources: [SOURCE] },
      row(cells, out) {
        const title = readText(cells.title);
        const codes = new Set(
          cells.codes
            .split(';')
            .filter((code) => code.trim() !== '')
            .map(readNocCode),
        );
        const [code] = codes;
        if (title === '' || codes.size === 0) return out.drop('nothing-published');
        if (code === undefined || codes.has(undefined)) return out.bad(`"${cells.codes}" is no list of NOC 2021 codes`);
        const key = title.toLowerCase();
        if (codes.size > 1) ambiguous.add(key);
        if (ambiguous.has(key)) return out.drop('ambiguous-code');
        if (!context.groups.has(code)) return out.drop('unknown-code');
        if (!seen.isNew(`${code} ${key}`, '', out)) return;
        out.keep('title', { code, title, language: 'en', kind: 'foreign', source: SOURCE.id });
      },
    };
  },
});

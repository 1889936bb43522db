import { readEarlierCode, readText } from '../cells.ts';
import { tableFormat } from '../format.ts';
import { noc2016TitlesSource, noc2021TitlesSource, readGroup } from './noc-shared.ts';
import { titlesLanguage } from './noc-title-language.ts';
import { SeenRows } from './seen-rows.ts';

/** The index of titles of NOC 2021: a code and a title a row, one file a language. */
export const nocTitles = tableFormat({
  id: 'noc-titles',
  what: 'the example titles of NOC 2021',
  columns: { code: { names: ['noc2021'] }, title: { names: ['title'] } },
  open(context, sample) {
    const language = titlesLanguage(
      sample.rows.map((row) => row.title),
      context,
    );
    const source = noc2021TitlesSource(context);
    const seen = new SeenRows();
    return {
      dataset: { id: `noc-2021-titles-${language}`, sources: [source] },
      row(cells, out) {
        const code = readGroup(cells.code, context, out);
        const title = readText(cells.title);
        if (code === undefined) return;
        if (title === '') return out.drop('nothing-published');
        if (!seen.isNew(`${code} ${title.toLowerCase()}`, '', out)) return;
        out.keep('title', { code, title, language, kind: 'official', source: source.id });
      },
    };
  },
});

/** The index of titles of NOC 2016, which people still know their work by. */
export const noc2016Titles = tableFormat({
  id: 'noc-2016-titles',
  what: 'the example titles of NOC 2016',
  columns: { code: { names: ['noc2016'] }, title: { names: ['title'] } },
  open(context, sample) {
    const language = titlesLanguage(
      sample.rows.map((row) => row.title),
      context,
    );
    const source = noc2016TitlesSource(context);
    const seen = new SeenRows();
    return {
      dataset: { id: `noc-2016-titles-${language}`, sources: [source] },
      row(cells, out) {
        const earlier = readEarlierCode(cells.code);
        const title = readText(cells.title);
        if (earlier === undefined) return out.bad(`"${cells.code}" is no NOC 2016 code: four digits are expected`);
        if (title === '') return out.drop('nothing-published');
        const [code, ...others] = context.groupsOf('noc2016', earlier);
        if (code === undefined) return out.drop('unknown-code');
        if (others.length > 0) return out.drop('ambiguous-code');
        if (!seen.isNew(`${code} ${title.toLowerCase()}`, '', out)) return;
        out.keep('title', { code, title, language, kind: 'earlier', source: source.id });
      },
    };
  },
});

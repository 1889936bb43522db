import { tableFormat } from '../format.ts';
import { noc2021Source, noc2021TitlesSource, readGroup } from './noc-shared.ts';
import { PartReader, partsLanguage } from './noc-texts.ts';

/** The groups' descriptions as a list of sections (JSON): what noc-elements holds, without its levels. */
export const nocSections = tableFormat({
  id: 'noc-sections',
  what: 'the descriptions of the NOC 2021 groups by section (JSON)',
  columns: {
    code: { names: ['noc_number'] },
    occupation: { names: ['occupation'], optional: true },
    label: { names: ['sections title'] },
    text: { names: ['sections items'] },
  },
  open(context, sample) {
    const language = partsLanguage(sample.rows.map((row) => row.label));
    const sources = { texts: noc2021Source(context), titles: noc2021TitlesSource(context) };
    const parts = new PartReader(language, sources);
    return {
      dataset: { id: `noc-2021-sections-${language}`, sources: [sources.texts, sources.titles] },
      row(cells, out) {
        const code = readGroup(cells.code, context, out);
        if (code !== undefined) parts.read(code, cells.label, cells.text, out);
      },
    };
  },
});

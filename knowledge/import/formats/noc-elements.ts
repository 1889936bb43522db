import { tableFormat } from '../format.ts';
import {
  type ColumnNames,
  headerLanguage,
  inBoth,
  noc2021Source,
  noc2021TitlesSource,
  readGroupAtLevel,
} from './noc-shared.ts';
import { NOC_CODE, NOC_LEVEL } from './noc-structure.ts';
import { PartReader } from './noc-texts.ts';

const LABEL: ColumnNames = {
  en: ['Element Type Label English', 'Element Type Label'],
  fr: [
    "Nom du type d'élément Français",
    "Nom du type d'élément",
    "Étiquette du type d'élément en français",
    "Étiquette du type d'élément Français",
    "Étiquette de type d'élément Français",
    'Element Type Label French',
  ],
};

const TEXT: ColumnNames = {
  en: ['Element Description English', 'Element Description'],
  fr: [
    "Description d'élément Français",
    "Description de l'élément Français",
    "Description de l'élément en français",
    "Description d'élément",
    "Description de l'élément",
    'Element Description French',
  ],
};

/** Statistics Canada's file of titles, duties, requirements and exclusions, one a row, one file a language. */
export const nocElements = tableFormat({
  id: 'noc-elements',
  what: 'the elements of NOC 2021: titles, duties, requirements (Statistics Canada)',
  columns: {
    level: inBoth(NOC_LEVEL),
    code: inBoth(NOC_CODE),
    label: inBoth(LABEL),
    text: inBoth(TEXT),
    title: {
      names: ['Class title', 'Code title', 'Titres de classes', 'Titre de la classe', 'Titre de classe'],
    },
    structure: { names: ['Hierarchical structure', 'Structure hiérarchique'], optional: true },
  },
  open(context, sample) {
    const language = headerLanguage(sample.header, LABEL);
    const sources = { texts: noc2021Source(context), titles: noc2021TitlesSource(context) };
    const parts = new PartReader(language, sources);
    return {
      dataset: { id: `noc-2021-elements-${language}`, sources: [sources.texts, sources.titles] },
      row(cells, out) {
        const code = readGroupAtLevel(cells, context, out);
        if (code !== undefined) parts.read(code, cells.label, cells.text, out);
      },
    };
  },
});

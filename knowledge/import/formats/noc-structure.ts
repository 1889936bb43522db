import { readText } from '../cells.ts';
import { tableFormat } from '../format.ts';
import {
  type ColumnNames,
  headerLanguage,
  inBoth,
  LANGUAGE_NAMES,
  noc2021Source,
  readGroupAtLevel,
} from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

export const NOC_LEVEL: ColumnNames = { en: ['Level'], fr: ['Niveau'] };

export const NOC_CODE: ColumnNames = {
  en: ['Code - NOC 2021 V1.0', 'Code - NOC 2021', 'Code NOC 2021', 'NOC 2021 V1.0 Code'],
  // The publisher's own file has "dela" in one word.
  fr: [
    'Code dela CNP 2021 v1.0',
    'Code de la CNP 2021 v1.0',
    'Code - CNP 2021 V1.0',
    'Code de la CNP 2021',
    'Code CNP 2021',
  ],
};

export const NOC_TITLE: ColumnNames = {
  en: ['Class title'],
  fr: ['Titres de classes', 'Titre de la classe', 'Titre de classe'],
};

const DEFINITION: ColumnNames = {
  en: ['Class definition'],
  fr: ['Définitions de la classe', 'Définition de la classe', 'Définition de classe'],
};

/** Statistics Canada's file of all levels with names and definitions, one file a language. Only its unit groups are used. */
export const nocStructure = tableFormat({
  id: 'noc-structure',
  what: 'the structure of NOC 2021 (Statistics Canada)',
  columns: {
    level: inBoth(NOC_LEVEL),
    code: inBoth(NOC_CODE),
    title: inBoth(NOC_TITLE),
    definition: inBoth(DEFINITION),
    structure: { names: ['Hierarchical structure', 'Structure hiérarchique'], optional: true },
  },
  open(context, sample) {
    const language = headerLanguage(sample.header, NOC_TITLE);
    const source = noc2021Source(context);
    const seen = new SeenRows();
    let groups = 0;
    return {
      dataset: { id: `noc-2021-structure-${language}`, sources: [source] },
      row(cells, out) {
        const code = readGroupAtLevel(cells, context, out);
        if (code === undefined) return;
        const title = readText(cells.title);
        if (title === '') return out.bad(`group ${code} has no name`);
        const text = readText(cells.definition);
        if (!seen.isNew(code, `${title}\n${text}`, out)) return;
        groups += 1;
        out.keep('group_name', { code, language, title });
        if (text === '') return;
        out.keep('official_text', { code, oasis_code: '', kind: 'definition', language, text, source: source.id });
      },
      end() {
        const all = context.groups.size;
        return groups < all ? [`has ${groups} of the ${all} unit groups in ${LANGUAGE_NAMES[language]}`] : [];
      },
    };
  },
});

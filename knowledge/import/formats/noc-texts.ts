import type { NocCode, OfficialTextKind } from '../../model.ts';
import { readText } from '../cells.ts';
import { foldHeader, type ImportSource, type RowSink } from '../format.ts';
import type { Language } from './noc-shared.ts';
import { SeenRows } from './seen-rows.ts';

/** Names of the parts of a group's description, as the publisher has written them. */
const PART_NAMES: Readonly<Record<'title' | OfficialTextKind, Readonly<Record<Language, readonly string[]>>>> = {
  title: {
    en: ['Illustrative example(s)', 'Illustrative examples', 'All examples', 'Example titles', 'Inclusion(s)'],
    fr: ['Exemple(s) illustratif(s)', 'Exemples illustratifs', 'Tous les exemples', "Exemples d'appellations d'emploi"],
  },
  duty: { en: ['Main duties'], fr: ['Fonctions principales', 'Principales fonctions'] },
  requirement: {
    en: ['Employment requirements'],
    fr: ["Conditions d'accès à la profession", "Conditions d'accès", "Exigences d'emploi", 'Exigences'],
  },
  additional: {
    en: ['Additional information'],
    fr: [
      'Renseignements supplémentaires',
      'Renseignements additionnels',
      'Informations supplémentaires',
      'Information additionnelle',
    ],
  },
  exclusion: { en: ['Exclusion(s)', 'Exclusions'], fr: [] },
  definition: { en: ['Class definition', 'Lead statement'], fr: ['Définition de la classe', 'Énoncé principal'] },
  workplace: { en: [], fr: [] },
};

interface Part {
  readonly kind: 'title' | OfficialTextKind;
  readonly language: Language;
}

const PARTS: ReadonlyMap<string, Part> = new Map(
  Object.entries(PART_NAMES).flatMap(([kind, names]) =>
    (['fr', 'en'] as const).flatMap((language) =>
      names[language].map((name): [string, Part] => [foldLabel(name), { kind: kind as Part['kind'], language }]),
    ),
  ),
);

/** Typographic apostrophes come and go between releases. */
function foldLabel(label: string): string {
  return foldHeader(label.replace(/[’‘]/g, "'"));
}

/** A line that announces the duties and is none. */
const ANNOUNCES = /\b(?:the following duties|fonctions suivantes)\s*:?\s*$/i;

/** The language of a file whose columns have one name in both: that of its first part whose name has one. */
export function partsLanguage(labels: readonly string[]): Language {
  const known = labels.flatMap((label) => PARTS.get(foldLabel(label)) ?? []);
  // Exclusions and inclusions are called alike in both languages, and stand in the table as English.
  return known.some(({ language }) => language === 'fr') ? 'fr' : 'en';
}

/** Reads the parts of the groups' descriptions: titles to the index of titles, sentences to the official text. */
export class PartReader {
  readonly #language: Language;
  readonly #texts: ImportSource;
  readonly #titles: ImportSource;
  readonly #seen = new SeenRows();

  constructor(language: Language, sources: { readonly texts: ImportSource; readonly titles: ImportSource }) {
    this.#language = language;
    this.#texts = sources.texts;
    this.#titles = sources.titles;
  }

  read(code: NocCode, label: string, cell: string, out: RowSink): void {
    const part = PARTS.get(foldLabel(label));
    const text = readText(cell);
    const language = this.#language;
    if (!part || (part.kind === 'duty' && ANNOUNCES.test(text))) out.drop('not-wanted');
    else if (text === '') out.drop('nothing-published');
    else if (!this.#seen.isNew(`${code} ${part.kind} ${text.toLowerCase()}`, '', out)) return;
    else if (part.kind === 'title') {
      out.keep('title', { code, title: text, language, kind: 'official', source: this.#titles.id });
    } else {
      out.keep('official_text', { code, oasis_code: '', kind: part.kind, language, text, source: this.#texts.id });
    }
  }
}

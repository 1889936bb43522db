import type { NocCode } from '../../model.ts';
import { readOasisCode } from '../cells.ts';
import {
  type ColumnSpec,
  type Dataset,
  foldHeader,
  type ImportContext,
  type ImportSource,
  type RowSink,
} from '../format.ts';

/** What the files of the Occupational and Skills Information System (French: SIPeC) have in common. */

export const OASIS_SOURCE = 'oasis-2023';

/** Used where the pack has no account of the source. */
const SOURCE: ImportSource = {
  id: OASIS_SOURCE,
  title: 'Occupational and Skills Information System (OaSIS) 2023 version 1.0',
  publisher: 'Employment and Social Development Canada',
  url: 'https://noc.esdc.gc.ca/Oasis/OasisWelcome',
  licence: 'Open Government Licence - Canada',
  attribution: 'Contains information licensed under the Open Government Licence - Canada.',
  note: 'Told by occupation profile; a unit group has one or more.',
  expiry: 'never',
};

const FRENCH_CODE = 'Code de profil SIPeC';

/** First column of the files of texts and titles; the files of ratings name it otherwise. */
export const PROFILE_CODE: ColumnSpec = { names: ['OaSIS profile code', FRENCH_CODE] };

export type Language = 'en' | 'fr';

export function languageOf(header: readonly string[]): Language {
  return header.some((name) => foldHeader(name) === foldHeader(FRENCH_CODE)) ? 'fr' : 'en';
}

export function oasisDataset(context: ImportContext, part: string, language: Language = 'en'): Dataset {
  return {
    id: language === 'en' ? `${OASIS_SOURCE}-${part}` : `${OASIS_SOURCE}-${part}-${language}`,
    sources: [context.source(OASIS_SOURCE) ?? SOURCE],
  };
}

export interface Profile {
  readonly oasisCode: string;
  readonly code: NocCode;
}

/** Reads the profile that a row is of, and knows which unit groups a file has told of. */
export class Profiles {
  readonly #context: ImportContext;
  readonly #groups = new Set<NocCode>();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  /** Undefined where the row is told to `out` already. */
  read(cell: string, out: RowSink): Profile | undefined {
    const oasisCode = readOasisCode(cell);
    if (oasisCode === undefined) {
      out.bad(`"${cell}" is no OaSIS profile code (as 12111.00)`);
      return undefined;
    }
    const code = oasisCode.slice(0, 5);
    if (!this.#context.groups.has(code)) {
      out.drop('unknown-code');
      return undefined;
    }
    this.#groups.add(code);
    return { oasisCode, code };
  }

  remarks(): readonly string[] {
    const [has, all] = [this.#groups.size, this.#context.groups.size];
    return has < all ? [`has ${has} of ${all} unit groups`] : [];
  }
}

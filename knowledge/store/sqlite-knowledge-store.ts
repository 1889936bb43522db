import { AdvisorError } from '../errors.ts';
import type {
  EducationFlags,
  HollandProfile,
  JobTitle,
  NamedCode,
  NocCode,
  Outlook,
  Region,
  Source,
  StoreInfo,
  Teer,
  UnitGroup,
  Wage,
} from '../model.ts';
import type { OccupationProfile } from '../profile.ts';
import { codesLeadingTo, readCode } from './crosswalk.ts';
import type { CodeReading, Contact, KnowledgeStore, TeerRequirement } from './knowledge-store.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { SqliteHandle } from './sqlite.ts';

const GROUP = `SELECT code, title, title_fr AS titleFr, teer, broad_category AS broadCategory, broad_category_title AS broadCategoryTitle,
  gist, what_they_do AS whatTheyDo, where_they_work AS whereTheyWork FROM unit_group`;
const TITLE = 'SELECT code, title, language, kind, stands_for AS standsFor, occupation FROM title';
const WAGE = `SELECT code, region, level, industry, low, median, average, high, unit, basis, low_percentile AS lowPercentile,
  high_percentile AS highPercentile, reliability, salary, hours_week AS hoursPerWeek, months_payroll AS monthsOnPayroll, period, edition,
  edition_code AS editionCode, source FROM wage`;

/** The knowledge store on a SQLite file, opened read-only. */
export class SqliteKnowledgeStore implements KnowledgeStore {
  readonly info: StoreInfo;
  readonly regions: readonly Region[];
  readonly #handle: SqliteHandle;
  /** Small tables asked for in every answer. */
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #teers: ReadonlyMap<string, TeerRequirement>;

  private constructor(handle: SqliteHandle, info: StoreInfo, regions: Region[], sources: Source[], teers: TeerRequirement[]) {
    this.#handle = handle;
    this.info = info;
    this.regions = regions;
    this.#sources = new Map(sources.map((source) => [source.id, source]));
    this.#teers = new Map(teers.map((teer) => [teer.teer, teer]));
  }

  /** Opens and checks a store file. Throws STORE_DAMAGED when it is not a whole store of this schema. */
  static async open(path: string): Promise<SqliteKnowledgeStore> {
    let handle: SqliteHandle | undefined;
    try {
      handle = await SqliteHandle.open(path, 'readonly');
      const check = await handle.get<{ quick_check: string }>('PRAGMA quick_check(1)');
      if (check?.quick_check !== 'ok') throw new Error(check?.quick_check ?? 'no answer to the check');
      const meta = new Map((await handle.all<{ key: string; value: string }>('SELECT key, value FROM meta')).map((row) => [row.key, row.value]));
      const info = {
        hash: meta.get('hash') ?? '',
        schema: Number(meta.get('schema')),
        counts: JSON.parse(meta.get('counts') ?? '{}') as Record<string, number>,
      };
      if (info.schema !== SCHEMA_VERSION) throw new Error(`schema ${info.schema}, wanted ${SCHEMA_VERSION}`);
      const regions = await handle.all<Omit<Region, 'aliases'> & { aliases: string }>(
        'SELECT id, kind, name, parent, aliases FROM region ORDER BY position',
      );
      return new SqliteKnowledgeStore(
        handle,
        info,
        regions.map((row) => ({ ...row, aliases: row.aliases.split(';').filter((alias) => alias !== '') })),
        await handle.all<Source>('SELECT id, title, publisher, url, licence, attribution, note FROM source ORDER BY id'),
        await handle.all<TeerRequirement>('SELECT teer, usual_requirement AS usualRequirement, source FROM teer ORDER BY teer'),
      );
    } catch (cause) {
      await handle?.close().catch(() => undefined);
      throw new AdvisorError('STORE_DAMAGED', [path, cause instanceof Error ? cause.message : String(cause)], { cause });
    }
  }

  group(code: NocCode): Promise<UnitGroup | undefined> {
    return this.#handle.get<UnitGroup>(`${GROUP} WHERE code = ?`, [code]);
  }

  groups(): Promise<UnitGroup[]> {
    return this.#handle.all<UnitGroup>(`${GROUP} ORDER BY code`);
  }

  titles(): Promise<JobTitle[]> {
    return this.#handle.all<JobTitle>(`${TITLE} ORDER BY rowid`);
  }

  titlesOf(code: NocCode): Promise<JobTitle[]> {
    return this.#handle.all<JobTitle>(`${TITLE} WHERE code = ? ORDER BY rowid`, [code]);
  }

  async occupation(id: string): Promise<OccupationProfile | undefined> {
    const row = await this.#handle.get<{ profile: string }>('SELECT profile FROM occupation WHERE id = ?', [id]);
    return row && parseProfile(row.profile);
  }

  async occupationsOf(code: NocCode): Promise<OccupationProfile[]> {
    const rows = await this.#handle.all<{ profile: string }>('SELECT profile FROM occupation WHERE code = ? ORDER BY id', [code]);
    return rows.map((row) => parseProfile(row.profile));
  }

  codesLeadingTo(code: NocCode): Promise<NamedCode[]> {
    return codesLeadingTo(this.#handle, code);
  }

  readCode(code: string): Promise<CodeReading[]> {
    return readCode(this.#handle, code);
  }

  wages(code: NocCode, region?: string): Promise<Wage[]> {
    return region === undefined
      ? this.#handle.all<Wage>(`${WAGE} WHERE code = ? ORDER BY period DESC, rowid`, [code])
      : this.#handle.all<Wage>(`${WAGE} WHERE code = ? AND region = ? ORDER BY period DESC, rowid`, [code, region]);
  }

  async education(code: NocCode): Promise<EducationFlags | undefined> {
    const row = await this.#handle.get<{ code: string; licence: number; redSeal: number; apprenticeship: number; source: string }>(
      'SELECT code, licence, red_seal AS redSeal, apprenticeship, source FROM education WHERE code = ?',
      [code],
    );
    return row && { ...row, licence: row.licence === 1, redSeal: row.redSeal === 1, apprenticeship: row.apprenticeship === 1 };
  }

  async teer(teer: Teer): Promise<TeerRequirement> {
    return known(this.#teers.get(teer), `TEER ${teer}`);
  }

  async teers(): Promise<TeerRequirement[]> {
    return [...this.#teers.values()];
  }

  outlook(code: NocCode): Promise<Outlook | undefined> {
    return this.#handle.get<Outlook>(
      `SELECT code, employment, employment_year AS employmentYear, growth, retirements, openings, seekers, recent, future, period, edition, source
       FROM outlook WHERE code = ?`,
      [code],
    );
  }

  async hollandProfiles(code: NocCode): Promise<HollandProfile[]> {
    const rows = await this.#handle.all<{ oasisCode: string; label: string; letters: string; source: string }>(
      'SELECT oasis_code AS oasisCode, label, letters, source FROM holland WHERE code = ? ORDER BY oasis_code',
      [code],
    );
    return rows.map((row) => ({ ...row, letters: [...row.letters] }));
  }

  similar(code: NocCode): Promise<UnitGroup[]> {
    return this.#handle.all<UnitGroup>(
      `${GROUP} JOIN (SELECT similar, position FROM similar WHERE code = ?) ON similar = code ORDER BY position`,
      [code],
    );
  }

  async source(id: string): Promise<Source> {
    return known(this.#sources.get(id), `source ${id}`);
  }

  async sources(): Promise<Source[]> {
    return [...this.#sources.values()];
  }

  async contact(id: string): Promise<Contact> {
    const row = await this.#handle.get<Contact>('SELECT name, phone, hours, opens, closes, note, source FROM contact WHERE id = ?', [id]);
    return known(row, `contact ${id}`);
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/** The build wrote the profile after checking it against its schema; the hash in the file's name vouches for it. */
function parseProfile(json: string): OccupationProfile {
  return JSON.parse(json) as OccupationProfile;
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new AdvisorError('STORE_DAMAGED', [`it has no ${what}`]);
  return value;
}

import { stat } from 'node:fs/promises';
import { AdvisorError } from '../errors.ts';
import type {
  EducationFlags,
  HollandProfile,
  JobTitle,
  NamedCode,
  NocCode,
  OasisCategory,
  OasisRating,
  OfficialText,
  OfficialTextKind,
  Outlook,
  Region,
  RegionalOutlook,
  Source,
  StoreInfo,
  Teer,
  UnitGroup,
  Wage,
} from '../model.ts';
import type { OccupationProfile } from '../profile.ts';
import { codesLeadingTo, readCode } from './crosswalk.ts';
import type {
  CodeReading,
  Contact,
  ImportedDataset,
  KnowledgeStore,
  SourceUse,
  TeerRequirement,
} from './knowledge-store.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { sourceUse } from './source-use.ts';
import { SqliteHandle } from './sqlite.ts';

const GROUP = `SELECT code, title, title_fr AS titleFr, teer, broad_category AS broadCategory, broad_category_title AS broadCategoryTitle,
  gist, what_they_do AS whatTheyDo, where_they_work AS whereTheyWork FROM unit_group`;
const TITLE = 'SELECT code, title, language, kind, stands_for AS standsFor, occupation, source FROM title';
const WAGE = `SELECT code, region, level, industry, low, lower_quartile AS lowerQuartile,
  median, average, upper_quartile AS upperQuartile, high, unit, basis, low_percentile AS lowPercentile,
  high_percentile AS highPercentile, reliability, salary, hours_week AS hoursPerWeek, months_payroll AS monthsOnPayroll,
  benefits_percent AS benefitsPercent, comment, period, released, edition, edition_code AS editionCode, source FROM wage`;

/** The newer release first; of the same year the operator's own file before the pack's. */
const NEWEST_FIRST =
  "ORDER BY released DESC, (SELECT origin FROM source WHERE id = wage.source) = 'import' DESC, substr(period, -4) DESC, rowid";

/** Query results kept at most; all are dropped when there are more. */
const MOST_ANSWERS = 5_000;

/** The knowledge store on a SQLite file, opened read-only. */
export class SqliteKnowledgeStore implements KnowledgeStore {
  readonly info: StoreInfo;
  readonly regions: readonly Region[];
  readonly projectionPeriod: string;
  readonly #handle: SqliteHandle;
  readonly #answers = new Map<string, Promise<unknown[]>>();
  /** Small tables that every answer asks for: read once, since a turn should not wait for the disk's thread. */
  readonly #groups: ReadonlyMap<NocCode, UnitGroup>;
  readonly #occupations: ReadonlyMap<string, OccupationProfile>;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #teers: ReadonlyMap<string, TeerRequirement>;
  #sourceUse: Promise<ReadonlyMap<string, SourceUse>> | undefined;

  private constructor(
    handle: SqliteHandle,
    info: StoreInfo,
    regions: Region[],
    sources: Source[],
    teers: TeerRequirement[],
    groups: UnitGroup[],
    occupations: OccupationProfile[],
    projectionPeriod: string,
  ) {
    this.projectionPeriod = projectionPeriod;
    this.#groups = new Map(groups.map((group) => [group.code, group]));
    this.#occupations = new Map(occupations.map((profile) => [profile.id, profile]));
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
      await checkSize(handle, path);
      const check = await handle.get<{ quick_check: string }>('PRAGMA quick_check(1)');
      if (check?.quick_check !== 'ok') throw new Error(check?.quick_check ?? 'no answer to the check');
      const meta = new Map(
        (await handle.all<{ key: string; value: string }>('SELECT key, value FROM meta')).map((row) => [
          row.key,
          row.value,
        ]),
      );
      const info = readInfo(meta);
      await checkCounts(handle, info);
      const regions = await handle.all<Omit<Region, 'aliases' | 'members'> & { aliases: string; members: string }>(
        'SELECT id, kind, name, parent, aliases, members FROM region ORDER BY position',
      );
      return new SqliteKnowledgeStore(
        handle,
        info,
        regions.map((row) => ({ ...row, aliases: listed(row.aliases), members: listed(row.members) })),
        await handle.all<Source>(
          'SELECT id, title, publisher, url, licence, attribution, note, retrieved, expiry, origin FROM source ORDER BY id',
        ),
        await handle.all<TeerRequirement>(
          'SELECT teer, usual_requirement AS usualRequirement, source FROM teer ORDER BY teer',
        ),
        await handle.all<UnitGroup>(`${GROUP} ORDER BY code`),
        (await handle.all<{ profile: string }>('SELECT profile FROM occupation ORDER BY id')).map((row) =>
          parseProfile(row.profile),
        ),
        (await handle.get<{ period: string }>('SELECT period FROM outlook ORDER BY period DESC LIMIT 1'))?.period ?? '',
      );
    } catch (cause) {
      await handle?.close().catch(() => undefined);
      throw new AdvisorError('STORE_DAMAGED', [path, cause instanceof Error ? cause.message : String(cause)], {
        cause,
      });
    }
  }

  async group(code: NocCode): Promise<UnitGroup | undefined> {
    this.#handle.assertOpen();
    return this.#groups.get(code);
  }

  async groups(): Promise<UnitGroup[]> {
    this.#handle.assertOpen();
    return [...this.#groups.values()];
  }

  titles(): Promise<JobTitle[]> {
    // Titles of former editions and of other countries mislead the matcher more than they help it: the benchmark shows by how much.
    return this.#handle.all<JobTitle>(`${TITLE} WHERE kind NOT IN ('earlier', 'foreign') ORDER BY rowid`);
  }

  titlesOf(code: NocCode): Promise<JobTitle[]> {
    return this.#all<JobTitle>(`${TITLE} WHERE code = ? ORDER BY rowid`, [code]);
  }

  async occupation(id: string): Promise<OccupationProfile | undefined> {
    this.#handle.assertOpen();
    return this.#occupations.get(id);
  }

  async occupations(): Promise<OccupationProfile[]> {
    this.#handle.assertOpen();
    return [...this.#occupations.values()];
  }

  async occupationsOf(code: NocCode): Promise<OccupationProfile[]> {
    this.#handle.assertOpen();
    return [...this.#occupations.values()].filter((profile) => profile.code === code);
  }

  codesLeadingTo(code: NocCode): Promise<NamedCode[]> {
    return codesLeadingTo(this.#handle, code);
  }

  readCode(code: string): Promise<CodeReading[]> {
    return readCode(this.#handle, code);
  }

  wages(code: NocCode, region?: string): Promise<Wage[]> {
    return region === undefined
      ? this.#all<Wage>(`${WAGE} WHERE code = ? ${NEWEST_FIRST}`, [code])
      : this.#all<Wage>(`${WAGE} WHERE code = ? AND region = ? ${NEWEST_FIRST}`, [code, region]);
  }

  async education(code: NocCode): Promise<EducationFlags | undefined> {
    const row = await this.#get<{
      code: string;
      licence: number;
      redSeal: number;
      apprenticeship: number;
      source: string;
    }>('SELECT code, licence, red_seal AS redSeal, apprenticeship, source FROM education WHERE code = ?', [code]);
    return (
      row && {
        ...row,
        licence: row.licence === 1,
        redSeal: row.redSeal === 1,
        apprenticeship: row.apprenticeship === 1,
      }
    );
  }

  async teer(teer: Teer): Promise<TeerRequirement> {
    return known(this.#teers.get(teer), `TEER ${teer}`);
  }

  async teers(): Promise<TeerRequirement[]> {
    return [...this.#teers.values()];
  }

  outlook(code: NocCode): Promise<Outlook | undefined> {
    return this.#get<Outlook>(
      `SELECT code, employment, employment_year AS employmentYear, growth, retirements, openings, seekers, recent, future, period, edition, source
       FROM outlook WHERE code = ? ORDER BY period DESC`,
      [code],
    );
  }

  regionalOutlooks(code: NocCode): Promise<RegionalOutlook[]> {
    return this.#all<RegionalOutlook>(
      `SELECT code, region, rating, trend, trend_fr AS trendFr, released, period, edition, source FROM regional_outlook
       WHERE code = ? ORDER BY released DESC, trend = '', source, region`,
      [code],
    );
  }

  async officialTexts(
    code: NocCode,
    kind?: OfficialTextKind,
    language?: OfficialText['language'],
  ): Promise<OfficialText[]> {
    const texts = await this.#all<OfficialText>(
      `SELECT code, oasis_code AS oasisCode, kind, language, text, source FROM official_text
       WHERE code = ? ORDER BY oasis_code, rowid`,
      [code],
    );
    return texts.filter(
      (text) => (kind === undefined || text.kind === kind) && (language === undefined || text.language === language),
    );
  }

  async oasisRatings(code: NocCode, category?: OasisCategory): Promise<OasisRating[]> {
    const ratings = await this.#all<OasisRating>(
      `SELECT oasis_code AS oasisCode, category, item, value, source FROM oasis_rating
       WHERE code = ? ORDER BY oasis_code, category, value DESC, item`,
      [code],
    );
    return ratings.filter((rating) => category === undefined || rating.category === category);
  }

  async employment(): Promise<ReadonlyMap<NocCode, number>> {
    const rows = await this.#handle.all<{ code: NocCode; employment: number }>(
      'SELECT code, employment FROM outlook ORDER BY period',
    );
    return new Map(rows.map((row) => [row.code, row.employment]));
  }

  async hollandProfiles(code: NocCode): Promise<HollandProfile[]> {
    const rows = await this.#all<{ oasisCode: string; label: string; letters: string; source: string }>(
      'SELECT oasis_code AS oasisCode, label, letters, source FROM holland WHERE code = ? ORDER BY oasis_code',
      [code],
    );
    return rows.map((row) => ({ ...row, letters: [...row.letters] }));
  }

  similar(code: NocCode): Promise<UnitGroup[]> {
    return this.#all<UnitGroup>(
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

  sourceUse(): Promise<ReadonlyMap<string, SourceUse>> {
    // It reads every table; the file never changes.
    this.#sourceUse ??= sourceUse(this.#handle, [...this.#occupations.values()]);
    this.#sourceUse.catch(() => {
      this.#sourceUse = undefined;
    });
    return this.#sourceUse;
  }

  datasets(): Promise<ImportedDataset[]> {
    return this.#all<ImportedDataset>(
      'SELECT id, format, file, sha256, imported, rows, kept, dropped FROM dataset ORDER BY id',
      [],
    );
  }

  async contact(id: string): Promise<Contact> {
    const row = await this.#get<Contact>(
      'SELECT name, phone, hours, opens, closes, note, source FROM contact WHERE id = ?',
      [id],
    );
    return known(row, `contact ${id}`);
  }

  /** The rows of a query, kept: the file never changes, and the same groups are asked about again and again. */
  async #all<T>(sql: string, values: readonly string[]): Promise<T[]> {
    // Async, so that a closed store is a promise rejected: several asked for at once are then all waited for.
    this.#handle.assertOpen();
    const key = `${sql}\n${values.join('\n')}`;
    // A key is always asked for with one row type: the one that goes with its SQL.
    const known = this.#answers.get(key) as Promise<T[]> | undefined;
    if (known) return known;
    if (this.#answers.size >= MOST_ANSWERS) this.#answers.clear();
    const rows = this.#handle.all<T>(sql, values);
    this.#answers.set(key, rows);
    // A failure is told to who asked, and not kept.
    rows.catch(() => this.#answers.delete(key));
    return rows;
  }

  async #get<T>(sql: string, values: readonly string[]): Promise<T | undefined> {
    return (await this.#all<T>(sql, values))[0];
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

function listed(cell: string): string[] {
  return cell.split(';').filter((item) => item !== '');
}

function readInfo(meta: ReadonlyMap<string, string>): StoreInfo {
  const schema = Number(meta.get('schema'));
  if (schema !== SCHEMA_VERSION)
    throw new Error(`schema ${meta.get('schema') ?? 'not told'}, wanted ${SCHEMA_VERSION}`);
  const counts: unknown = JSON.parse(meta.get('counts') ?? 'null');
  if (typeof counts !== 'object' || counts === null) throw new Error('it does not say how many rows it has');
  return { hash: meta.get('hash') ?? '', schema, counts: counts as Record<string, number> };
}

/** SQLite reads the end of a file that breaks off as zeros. */
async function checkSize(handle: SqliteHandle, path: string): Promise<void> {
  const pages = await handle.get<{ bytes: number }>(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  );
  const { size } = await stat(path);
  if (pages?.bytes !== size) throw new Error(`${size} bytes, wanted ${pages?.bytes ?? 0}`);
}

/** A store whose tables have lost rows or are missing is sound to SQLite, and not to us. */
async function checkCounts(handle: SqliteHandle, info: StoreInfo): Promise<void> {
  const tables = await handle.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta' ORDER BY name",
  );
  const expected = Object.keys(info.counts).sort();
  if (tables.map((table) => table.name).join() !== expected.join()) throw new Error('it does not have all its tables');
  for (const { name } of tables) {
    const row = await handle.get<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`);
    if (row?.rows !== info.counts[name])
      throw new Error(`table ${name} has ${row?.rows ?? 0} rows, wanted ${info.counts[name] ?? 0}`);
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

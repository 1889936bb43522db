import { expect } from 'chai';
import { COMPARISONS, compareStores, countsOf, isSame } from '../../../knowledge/compare/compare-stores.ts';
import { SqliteHandle } from '../../../knowledge/store/sqlite.ts';
import { differenceOf, editedStore, smallStore, wageRow } from './helpers.ts';

interface Case {
  readonly kind: string;
  readonly what: string;
  /** Applied to the small store, on both sides. */
  readonly given?: readonly string[];
  /** Applied to the later one. */
  readonly change: string;
  readonly found: { readonly added?: number; readonly gone?: number; readonly changed?: number };
  /** Of the only change. */
  readonly as?: Readonly<Record<string, unknown>>;
}

const AT = "code = '12111'";
const RATING = "INSERT INTO oasis_rating VALUES ('12111.00', '12111', 'skills', 'Reading', 4, 'oasis-2023')";
const REGIONAL = `INSERT INTO regional_outlook VALUES
  ('12111', 'AB', 'good', 'Retirements will leave openings.', '', '2025-12-01', '2025-2027', 'noc2021', 'cops-2024-2033')`;
const DUTY = "INSERT INTO official_text VALUES ('12111', '', 'duty', 'en', 'Code records', 'noc-2021')";
const DATASET = "INSERT INTO dataset VALUES ('cops', 'cops', 'cops.csv', 'aa', '2026-01-15', 100, 90, 10)";

const CASES: readonly Case[] = [
  {
    kind: 'wage',
    what: 'a median that rose',
    given: [wageRow({ region: 'NU', median: 40 })],
    change: "UPDATE wage SET median = 42.4 WHERE code = '12111' AND region = 'NU'",
    found: { changed: 1 },
    as: {
      subject: '12111 Health information management occupations, Nunavut',
      figure: 'median',
      from: 40,
      to: 42.4,
      unit: 'an hour',
      implausible: false,
    },
  },
  {
    kind: 'wage',
    what: 'a slip of the point',
    given: [wageRow({ region: 'NU', median: 40 })],
    change: "UPDATE wage SET median = 400 WHERE code = '12111' AND region = 'NU'",
    found: { changed: 1 },
    as: { percent: 900, implausible: true },
  },
  { kind: 'wage', what: 'a new region', change: wageRow({ region: 'NU', median: 40 }), found: { added: 1 } },
  {
    kind: 'wage',
    what: 'a salary of the survey, told apart by level and by the code that it was published under',
    change: `UPDATE wage SET salary = 90000 WHERE ${AT} AND level = 'overall'`,
    found: { changed: 1 },
    as: {
      subject: '12111 Health information management occupations, Alberta, overall, as noc2016 1252',
      figure: 'salary',
      from: 70481,
      to: 90000,
      unit: 'a year',
    },
  },
  {
    kind: 'wage',
    what: 'another unit, without comparing its amounts',
    given: [wageRow({ region: 'NU', median: 40, low: 30 })],
    change: "UPDATE wage SET unit = 'year', median = 84000, low = 60000 WHERE code = '12111' AND region = 'NU'",
    found: { changed: 1 },
    as: { figure: 'unit', from: 'an hour', to: 'a year', percent: null },
  },
  {
    kind: 'outlook',
    what: 'openings',
    change: `UPDATE outlook SET openings = openings * 3 WHERE ${AT}`,
    found: { changed: 1 },
    as: { figure: 'openings', percent: 200, implausible: true, unit: 'persons' },
  },
  {
    kind: 'outlook',
    what: 'conditions',
    given: [`UPDATE outlook SET future = 'balance' WHERE ${AT}`],
    change: `UPDATE outlook SET future = 'strong-shortage' WHERE ${AT}`,
    found: { changed: 1 },
    as: { figure: 'future conditions', from: 'balance', to: 'strong-shortage' },
  },
  {
    kind: 'outlook',
    what: 'a new projection beside the one before',
    change: `INSERT INTO outlook SELECT code, employment * 2, '2025', growth, retirements, openings, seekers, recent, future, '2026-2035',
      edition, source FROM outlook WHERE ${AT}`,
    found: { changed: 1 },
    as: { figure: 'employment', percent: 100, periods: ['2024-2033', '2026-2035'] },
  },
  { kind: 'outlook', what: 'a projection that is gone', change: `DELETE FROM outlook WHERE ${AT}`, found: { gone: 1 } },
  {
    kind: 'regional_outlook',
    what: 'a rating',
    given: [REGIONAL],
    change: "UPDATE regional_outlook SET rating = 'very-limited'",
    found: { changed: 1 },
    as: { figure: 'rating', from: 'good', to: 'very-limited' },
  },
  { kind: 'regional_outlook', what: 'a new place', change: REGIONAL, found: { added: 1 } },
  {
    kind: 'holland',
    what: 'letters',
    given: ["UPDATE holland SET letters = 'CIs' WHERE oasis_code = '12111.00'"],
    change: "UPDATE holland SET letters = 'CIS' WHERE oasis_code = '12111.00'",
    found: { changed: 1 },
    as: { figure: 'Holland letters', from: 'CIs', to: 'CIS' },
  },
  {
    kind: 'education',
    what: 'a flag',
    given: [`UPDATE education SET licence = 0 WHERE ${AT}`],
    change: `UPDATE education SET licence = 1 WHERE ${AT}`,
    found: { changed: 1 },
    as: { figure: 'licence', from: 'no', to: 'yes' },
  },
  {
    kind: 'title',
    what: 'all titles of a kind lost',
    change: `DELETE FROM title WHERE ${AT} AND kind = 'usual' AND language = 'en'`,
    found: { gone: 1 },
  },
  {
    kind: 'title',
    what: 'a title renamed',
    given: [`DELETE FROM title WHERE ${AT} AND kind = 'usual'`, title('keeper of codes'), title('records clerk')],
    change: "UPDATE title SET title = 'coder of records' WHERE title = 'keeper of codes'",
    found: { changed: 1 },
    as: { from: 2, to: 2, note: '1 new, 1 gone' },
  },
  {
    kind: 'crosswalk',
    what: 'a link',
    change: "INSERT INTO crosswalk VALUES ('noc2016', '9999', 'noc2021', '12111', 'concordance-2016-2021')",
    found: { added: 1 },
  },
  {
    kind: 'source',
    what: 'a day of retrieval',
    given: ["UPDATE source SET retrieved = '2026-01-15' WHERE id = 'oasis-2023'"],
    change: "UPDATE source SET retrieved = '2026-02-16' WHERE id = 'oasis-2023'",
    found: { changed: 1 },
    as: { subject: 'oasis-2023', figure: 'retrieved', from: '2026-01-15', to: '2026-02-16' },
  },
  {
    kind: 'source',
    what: 'a period',
    change: "UPDATE wage SET period = '2020-2021' WHERE source = 'alberta-wage-survey-2021'",
    found: { changed: 1 },
    as: { subject: 'alberta-wage-survey-2021', figure: 'period', from: '2021', to: '2020-2021' },
  },
  { kind: 'dataset', what: 'an import', change: DATASET, found: { added: 1 } },
  {
    kind: 'unit_group',
    what: 'a name',
    change: `UPDATE unit_group SET title = 'Health records' WHERE ${AT}`,
    found: { changed: 1 },
    as: { subject: '12111', figure: 'name', to: 'Health records' },
  },
  {
    kind: 'edition_group',
    what: 'a name of an earlier edition',
    change: "UPDATE edition_group SET title = 'Health records' WHERE edition = 'noc2016' AND code = '1252'",
    found: { changed: 1 },
    as: { subject: 'noc2016 1252', to: 'Health records' },
  },
  {
    kind: 'occupation',
    what: 'the sections of a profile',
    change: "UPDATE occupation SET profile = json_remove(json_set(profile, '$.summary', 'Other words.'), '$.traits')",
    found: { changed: 1 },
    as: { figure: 'profile', note: 'changed: summary; gone: traits' },
  },
  {
    kind: 'oasis_rating',
    what: 'a rating',
    given: [RATING],
    change: "UPDATE oasis_rating SET value = 1 WHERE category = 'skills'",
    found: { changed: 1 },
    as: { from: 4, to: 1, implausible: true },
  },
  {
    kind: 'skill_distance',
    what: 'a distance',
    change: "INSERT INTO skill_distance VALUES ('12111', '14100', 0.5, 'oasis-2023')",
    found: { added: 1 },
  },
  {
    kind: 'similar',
    what: 'their order',
    given: ["DELETE FROM similar WHERE code = '12111'", ...['14100', '31301'].map(similar)],
    change: "UPDATE similar SET position = 9 WHERE code = '12111' AND similar = '14100'",
    found: { changed: 1 },
    as: { from: '14100 31301', to: '31301 14100' },
  },
  {
    kind: 'official_text',
    what: 'other words',
    given: [DUTY],
    change: "UPDATE official_text SET text = 'Keep records'",
    found: { changed: 1 },
    as: { subject: '12111 Health information management occupations, duty, en', note: '1 new, 1 gone' },
  },
  {
    kind: 'contact',
    what: 'a number to call',
    change: "UPDATE contact SET phone = '1-800-000-0000' WHERE id = 'alberta-supports'",
    found: { changed: 1 },
    as: { figure: 'phone', from: '1-877-644-9992' },
  },
  {
    kind: 'region',
    what: 'a region',
    change: "UPDATE region SET name = 'Banff' WHERE id = 'NU'",
    found: { changed: 1 },
  },
  {
    kind: 'teer',
    what: 'a requirement',
    change: "UPDATE teer SET usual_requirement = 'x' WHERE teer = '0'",
    found: { changed: 1 },
  },
];

function title(words: string): string {
  return `INSERT INTO title VALUES ('12111', '${words}', 'en', 'usual', '', '', 'job-titles')`;
}

function similar(code: string, index: number): string {
  return `INSERT INTO similar VALUES ('12111', ${index + 1}, '${code}')`;
}

describe('kinds of difference between two stores', function () {
  this.timeout(120_000);

  for (const { kind, what, given = [], change, found, as } of CASES) {
    it(`${kind}: ${what} is found, and the other way round`, async () => {
      const before = await editedStore(given);
      const after = await editedStore([change], before);
      const there = await differenceOf(kind, before, after);
      const back = await differenceOf(kind, after, before);
      const { added, gone, changed } = countsOf(there);
      expect({ added, gone, changed }).to.deep.equal({ added: 0, gone: 0, changed: 0, ...found });
      expect(back.added).to.deep.equal(there.gone);
      expect(back.gone).to.deep.equal(there.added);
      if (as) expect(there.changed[0]).to.deep.include(as);
    });
  }

  // Protects "No difference" from being said of a table that nobody compares.
  it('cover every table of a store', async () => {
    const handle = await SqliteHandle.open(await smallStore(), 'readonly');
    const tables = await handle.all<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta' ORDER BY name",
    );
    await handle.close();
    expect(COMPARISONS.map(({ kind }) => kind).sort()).to.deep.equal(tables.map(({ name }) => name));
    expect(new Set(CASES.map(({ kind }) => kind)).size).to.equal(tables.length);
  });

  it('are none between a store and itself', async () => {
    const path = await smallStore();
    const { kinds } = await compareStores(path, path, { threshold: 0 });
    expect(kinds.filter((kind) => !isSame(kind))).to.deep.equal([]);
    expect(kinds.find(({ kind }) => kind === 'wage')?.rows[0]).to.be.above(0);
  });
});

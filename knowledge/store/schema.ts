/** Number of the layout below. Raise it with every change: stores of another number are built again. */
export const SCHEMA_VERSION = 1;

export const SCHEMA = [
  'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE source (id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL, licence TEXT NOT NULL, attribution TEXT NOT NULL, note TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE contact (id TEXT PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL, hours TEXT NOT NULL, opens TEXT NOT NULL, closes TEXT NOT NULL, note TEXT NOT NULL, source TEXT NOT NULL REFERENCES source) WITHOUT ROWID',
  'CREATE TABLE region (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, parent TEXT NOT NULL, aliases TEXT NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID',
  'CREATE TABLE teer (teer TEXT PRIMARY KEY, usual_requirement TEXT NOT NULL, source TEXT NOT NULL REFERENCES source) WITHOUT ROWID',
  'CREATE TABLE unit_group (code TEXT PRIMARY KEY, title TEXT NOT NULL, title_fr TEXT NOT NULL, teer TEXT NOT NULL REFERENCES teer, broad_category TEXT NOT NULL, broad_category_title TEXT NOT NULL, gist TEXT NOT NULL, what_they_do TEXT NOT NULL, where_they_work TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE occupation (id TEXT PRIMARY KEY, code TEXT NOT NULL REFERENCES unit_group, profile TEXT NOT NULL) WITHOUT ROWID',
  'CREATE INDEX occupation_code ON occupation (code)',
  'CREATE TABLE title (code TEXT NOT NULL REFERENCES unit_group, title TEXT NOT NULL, language TEXT NOT NULL, kind TEXT NOT NULL, stands_for TEXT NOT NULL, occupation TEXT NOT NULL)',
  'CREATE INDEX title_code ON title (code)',
  'CREATE TABLE edition_group (edition TEXT NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL REFERENCES source, PRIMARY KEY (edition, code)) WITHOUT ROWID',
  'CREATE TABLE crosswalk (from_edition TEXT NOT NULL, from_code TEXT NOT NULL, to_edition TEXT NOT NULL, to_code TEXT NOT NULL, source TEXT NOT NULL REFERENCES source, PRIMARY KEY (from_edition, from_code, to_edition, to_code)) WITHOUT ROWID',
  'CREATE INDEX crosswalk_to ON crosswalk (to_edition, to_code)',
  'CREATE TABLE wage (code TEXT NOT NULL REFERENCES unit_group, region TEXT NOT NULL REFERENCES region, level TEXT NOT NULL, industry TEXT NOT NULL, low REAL, median REAL, average REAL, high REAL, unit TEXT NOT NULL, basis TEXT NOT NULL, low_percentile INTEGER NOT NULL, high_percentile INTEGER NOT NULL, reliability TEXT, salary REAL, hours_week REAL, months_payroll REAL, period TEXT NOT NULL, edition TEXT NOT NULL, edition_code TEXT NOT NULL, source TEXT NOT NULL REFERENCES source)',
  'CREATE INDEX wage_code ON wage (code, region)',
  'CREATE TABLE education (code TEXT PRIMARY KEY REFERENCES unit_group, licence INTEGER NOT NULL, red_seal INTEGER NOT NULL, apprenticeship INTEGER NOT NULL, source TEXT NOT NULL REFERENCES source) WITHOUT ROWID',
  'CREATE TABLE outlook (code TEXT PRIMARY KEY REFERENCES unit_group, employment INTEGER NOT NULL, employment_year TEXT NOT NULL, growth INTEGER NOT NULL, retirements INTEGER NOT NULL, openings INTEGER NOT NULL, seekers INTEGER NOT NULL, recent TEXT NOT NULL, future TEXT NOT NULL, period TEXT NOT NULL, edition TEXT NOT NULL, source TEXT NOT NULL REFERENCES source) WITHOUT ROWID',
  'CREATE TABLE holland (oasis_code TEXT PRIMARY KEY, code TEXT NOT NULL REFERENCES unit_group, label TEXT NOT NULL, letters TEXT NOT NULL, source TEXT NOT NULL REFERENCES source) WITHOUT ROWID',
  'CREATE INDEX holland_code ON holland (code)',
  'CREATE TABLE similar (code TEXT NOT NULL REFERENCES unit_group, position INTEGER NOT NULL, similar TEXT NOT NULL REFERENCES unit_group, PRIMARY KEY (code, position)) WITHOUT ROWID',
] as const;

/** Number of the layout below. Raise it with every change: stores of another number are built again. */
export const SCHEMA_VERSION = 2;

export const SCHEMA = [
  'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE source (id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL, licence TEXT NOT NULL, attribution TEXT NOT NULL, note TEXT NOT NULL, retrieved TEXT NOT NULL, expiry TEXT NOT NULL, origin TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE contact (id TEXT PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL, hours TEXT NOT NULL, opens TEXT NOT NULL, closes TEXT NOT NULL, note TEXT NOT NULL, source TEXT NOT NULL REFERENCES source) WITHOUT ROWID',
  'CREATE TABLE region (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, parent TEXT NOT NULL, aliases TEXT NOT NULL, members TEXT NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID',
  'CREATE TABLE teer (teer TEXT PRIMARY KEY, usual_requirement TEXT NOT NULL, source TEXT NOT NULL REFERENCES source) WITHOUT ROWID',
  'CREATE TABLE unit_group (code TEXT PRIMARY KEY, title TEXT NOT NULL, title_fr TEXT NOT NULL, teer TEXT NOT NULL REFERENCES teer, broad_category TEXT NOT NULL, broad_category_title TEXT NOT NULL, gist TEXT NOT NULL, what_they_do TEXT NOT NULL, where_they_work TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE occupation (id TEXT PRIMARY KEY, code TEXT NOT NULL REFERENCES unit_group, profile TEXT NOT NULL) WITHOUT ROWID',
  'CREATE INDEX occupation_code ON occupation (code)',
  'CREATE TABLE title (code TEXT NOT NULL REFERENCES unit_group, title TEXT NOT NULL, language TEXT NOT NULL, kind TEXT NOT NULL, stands_for TEXT NOT NULL, occupation TEXT NOT NULL, source TEXT NOT NULL REFERENCES source)',
  'CREATE INDEX title_code ON title (code)',
  // Several official files list the same title.
  "CREATE UNIQUE INDEX title_key ON title (code, language, kind, title COLLATE NOCASE) WHERE kind IN ('official', 'earlier', 'foreign')",
  'CREATE TABLE edition_group (edition TEXT NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL REFERENCES source, PRIMARY KEY (edition, code)) WITHOUT ROWID',
  'CREATE TABLE crosswalk (from_edition TEXT NOT NULL, from_code TEXT NOT NULL, to_edition TEXT NOT NULL, to_code TEXT NOT NULL, source TEXT NOT NULL REFERENCES source, PRIMARY KEY (from_edition, from_code, to_edition, to_code)) WITHOUT ROWID',
  'CREATE INDEX crosswalk_to ON crosswalk (to_edition, to_code)',
  'CREATE TABLE wage (code TEXT NOT NULL REFERENCES unit_group, region TEXT NOT NULL REFERENCES region, level TEXT NOT NULL, industry TEXT NOT NULL, low REAL, lower_quartile REAL, median REAL, average REAL, upper_quartile REAL, high REAL, unit TEXT NOT NULL, basis TEXT NOT NULL, low_percentile INTEGER NOT NULL, high_percentile INTEGER NOT NULL, reliability TEXT, salary REAL, hours_week REAL, months_payroll REAL, benefits_percent REAL, comment TEXT NOT NULL, period TEXT NOT NULL, released TEXT NOT NULL, edition TEXT NOT NULL, edition_code TEXT NOT NULL, source TEXT NOT NULL REFERENCES source)',
  // One release of a source has one figure for a group, region, level and industry: an import of it takes the place of the pack's.
  'CREATE UNIQUE INDEX wage_key ON wage (source, code, region, level, industry, edition_code)',
  'CREATE INDEX wage_code ON wage (code, region)',
  'CREATE TABLE education (code TEXT PRIMARY KEY REFERENCES unit_group, licence INTEGER NOT NULL, red_seal INTEGER NOT NULL, apprenticeship INTEGER NOT NULL, source TEXT NOT NULL REFERENCES source) WITHOUT ROWID',
  'CREATE TABLE outlook (code TEXT NOT NULL REFERENCES unit_group, employment INTEGER NOT NULL, employment_year TEXT NOT NULL, growth INTEGER NOT NULL, retirements INTEGER NOT NULL, openings INTEGER NOT NULL, seekers INTEGER NOT NULL, recent TEXT NOT NULL, future TEXT NOT NULL, period TEXT NOT NULL, edition TEXT NOT NULL, source TEXT NOT NULL REFERENCES source, PRIMARY KEY (code, period)) WITHOUT ROWID',
  'CREATE TABLE regional_outlook (code TEXT NOT NULL REFERENCES unit_group, region TEXT NOT NULL REFERENCES region, rating TEXT NOT NULL, trend TEXT NOT NULL, trend_fr TEXT NOT NULL, released TEXT NOT NULL, period TEXT NOT NULL, edition TEXT NOT NULL, source TEXT NOT NULL REFERENCES source, PRIMARY KEY (code, region, source)) WITHOUT ROWID',
  'CREATE TABLE official_text (code TEXT NOT NULL REFERENCES unit_group, oasis_code TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL REFERENCES source)',
  'CREATE UNIQUE INDEX official_text_key ON official_text (code, kind, language, oasis_code, text)',
  'CREATE TABLE oasis_rating (oasis_code TEXT NOT NULL, code TEXT NOT NULL REFERENCES unit_group, category TEXT NOT NULL, item TEXT NOT NULL, value REAL NOT NULL, source TEXT NOT NULL REFERENCES source, PRIMARY KEY (oasis_code, category, item)) WITHOUT ROWID',
  'CREATE INDEX oasis_rating_code ON oasis_rating (code, category)',
  'CREATE TABLE skill_distance (code TEXT NOT NULL REFERENCES unit_group, similar TEXT NOT NULL REFERENCES unit_group, distance REAL NOT NULL, source TEXT NOT NULL REFERENCES source, PRIMARY KEY (code, similar)) WITHOUT ROWID',
  'CREATE TABLE dataset (id TEXT PRIMARY KEY, format TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, imported TEXT NOT NULL, rows INTEGER NOT NULL, kept INTEGER NOT NULL, dropped INTEGER NOT NULL) WITHOUT ROWID',
  'CREATE TABLE holland (oasis_code TEXT PRIMARY KEY, code TEXT NOT NULL REFERENCES unit_group, label TEXT NOT NULL, letters TEXT NOT NULL, source TEXT NOT NULL REFERENCES source) WITHOUT ROWID',
  'CREATE INDEX holland_code ON holland (code)',
  'CREATE TABLE similar (code TEXT NOT NULL REFERENCES unit_group, position INTEGER NOT NULL, similar TEXT NOT NULL REFERENCES unit_group, PRIMARY KEY (code, position)) WITHOUT ROWID',
] as const;

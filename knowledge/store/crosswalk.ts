import type { Edition, NamedCode, NocCode } from '../model.ts';
import type { CodeReading } from './knowledge-store.ts';
import type { SqlRunner } from './sqlite.ts';

/** Newest first, for ORDER BY. */
const NEWEST = "CASE edition WHEN 'noc2016' THEN 1 WHEN 'noc2011' THEN 2 WHEN 'noc2006' THEN 3 ELSE 4 END";

type Reader = Pick<SqlRunner, 'all' | 'get'>;

interface EditionRow {
  edition: Edition;
  code: string;
  title: string;
}

/** Codes of the editions before 2021 that a group's people were counted under, newest first, and the group's OaSIS profiles. */
export async function codesLeadingTo(reader: Reader, code: NocCode): Promise<NamedCode[]> {
  const rows = await reader.all<EditionRow>(
    `WITH RECURSIVE back (edition, code) AS (
       VALUES ('noc2021', ?)
       UNION
       SELECT crosswalk.from_edition, crosswalk.from_code FROM crosswalk JOIN back ON crosswalk.to_edition = back.edition AND crosswalk.to_code = back.code
     )
     SELECT edition_group.edition, edition_group.code, edition_group.title FROM back JOIN edition_group USING (edition, code)
     ORDER BY ${NEWEST}, edition_group.code`,
    [code],
  );
  const oasis = await reader.all<EditionRow>(
    `SELECT 'oasis2023' AS edition, oasis_code AS code, label AS title FROM holland WHERE code = ? ORDER BY oasis_code`,
    [code],
  );
  return [...oasis, ...rows];
}

/** Every edition's reading of a code as a person types it. */
export async function readCode(reader: Reader, typed: string): Promise<CodeReading[]> {
  const code = typed.trim().toUpperCase();
  if (/^\d{5}(\.\d{2})?$/.test(code)) return readCurrent(reader, code);
  if (!/^([A-Z]\d{3}|\d{4})(\.\d{1,2})?$/.test(code)) return [];
  return code.includes('.') ? readSubCode(reader, code) : readEarlier(reader, code);
}

async function readCurrent(reader: Reader, code: string): Promise<CodeReading[]> {
  const row = code.includes('.')
    ? await reader.get<{ title: string }>('SELECT label AS title FROM holland WHERE oasis_code = ?', [code])
    : await reader.get<{ title: string }>('SELECT title FROM unit_group WHERE code = ?', [code]);
  if (!row) return [];
  const edition: Edition = code.includes('.') ? 'oasis2023' : 'noc2021';
  return [{ from: { edition, code, title: row.title }, groups: [code.slice(0, 5)], occupation: '' }];
}

/** Sub-codes of the 2006 Career Handbook (1413.3) are known through the occupations that carry them. */
async function readSubCode(reader: Reader, code: string): Promise<CodeReading[]> {
  const rows = await reader.all<{ id: string; groupCode: string; edition: Edition; title: string }>(
    `SELECT occupation.id, occupation.code AS groupCode, json_extract(own.value, '$.edition') AS edition, json_extract(own.value, '$.title') AS title
     FROM occupation, json_each(occupation.profile, '$.codes') AS own WHERE json_extract(own.value, '$.code') = ?`,
    [code],
  );
  return rows.map((row) => ({
    from: { edition: row.edition, code, title: row.title },
    groups: [row.groupCode],
    occupation: row.id,
  }));
}

async function readEarlier(reader: Reader, code: string): Promise<CodeReading[]> {
  const editions = await reader.all<EditionRow>(
    `SELECT edition, code, title FROM edition_group WHERE code = ? ORDER BY ${NEWEST}`,
    [code],
  );
  return Promise.all(
    editions.map(async (from) => ({ from, groups: await groupsFrom(reader, from.edition, code), occupation: '' })),
  );
}

async function groupsFrom(reader: Reader, edition: Edition, code: string): Promise<NocCode[]> {
  const rows = await reader.all<{ code: string }>(
    `WITH RECURSIVE forward (edition, code) AS (
       VALUES (?, ?)
       UNION
       SELECT crosswalk.to_edition, crosswalk.to_code FROM crosswalk JOIN forward ON crosswalk.from_edition = forward.edition AND crosswalk.from_code = forward.code
     )
     SELECT code FROM forward WHERE edition = 'noc2021' ORDER BY code`,
    [edition, code],
  );
  return rows.map((row) => row.code);
}

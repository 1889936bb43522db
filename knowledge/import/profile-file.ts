import { readFile } from 'node:fs/promises';
import { FaultList, formatFault } from '../build/faults.ts';
import type { ParsedPack } from '../build/read-pack.ts';
import { parseProfile } from '../build/read-profile.ts';
import { checkProfiles } from '../build/validate-profiles.ts';
import type { FileToRead, ReadResult } from './read-file.ts';
import type { WriteRow } from './rows.ts';
import { scanFile } from './scan-file.ts';

const WHAT = 'an occupation profile';

/** Reads an occupation profile in the pack's own YAML: checked as those of the pack are, against the pack's codes, regions and sources. */
export async function readProfileFile(file: FileToRead, pack: ParsedPack, write: WriteRow): Promise<ReadResult> {
  const scan = await scanFile(file.path);
  const faults = new FaultList();
  const profile = parseProfile({ path: file.name, content: await readFile(file.path) }, faults);
  if (profile) checkProfiles({ ...pack, profiles: [profile] }, (at, message) => faults.add(at.file, at.line, message));
  if (!profile || faults.faults.length > 0) {
    return {
      report: { file: file.name, status: 'refused', faults: faults.sorted().map(formatFault) },
      dataset: null,
    };
  }
  const { at: _at, placeOf: _placeOf, ...content } = profile;
  write('occupation', { id: profile.id, code: profile.code, profile: JSON.stringify(content) });
  const dataset = { id: `profile-${profile.id}`, sources: [] };
  return {
    report: {
      file: file.name,
      status: 'taken',
      format: 'profile',
      what: WHAT,
      dataset: dataset.id,
      sha256: scan.sha256,
      encoding: 'utf-8',
      rows: 1,
      kept: 1,
      written: { occupation: 1 },
      dropped: {},
      broken: 0,
      brokenRows: [],
      unreadColumns: [],
      absentColumns: [],
      remarks: [],
      faults: [],
    },
    dataset,
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { storeFileFor } from '../../../knowledge/build/build.ts';
import { FORMATS } from '../../../knowledge/import/formats/index.ts';
import { importFolder } from '../../../knowledge/import/import-folder.ts';
import { SqliteKnowledgeStore } from '../../../knowledge/store/sqlite-knowledge-store.ts';
import { seeded } from '../../bench/data.ts';
import { compiled } from '../../compiled.ts';
import { SMALL_PACK_GROUPS, tempFolder, writeSmallPack } from '../helpers.ts';
import { uniformWages } from './publisher-files.ts';

const KILLS = 200;
/** Kills go on side by side, each in a folder of its own: they wait more than they work. */
const LANES = 3;
const MEDIANS = [30, 40];

/** A folder with a store in service, and two folders of files to import in turn. */
async function lane(): Promise<{ packDir: string; dataDir: string; folders: string[] }> {
  const packDir = await writeSmallPack();
  const dataDir = tempFolder();
  const folders = MEDIANS.map((median) => {
    const folder = join(tempFolder(), String(median));
    mkdirSync(folder);
    writeFileSync(join(folder, 'wages.csv'), uniformWages(SMALL_PACK_GROUPS, median));
    return folder;
  });
  await importFolder({ dir: folders[0] ?? '', ...paths(packDir, dataDir), formats: FORMATS, now: new Date() });
  return { packDir, dataDir, folders };
}

function paths(packDir: string, dataDir: string) {
  return { packDir, storeDir: join(dataDir, 'knowledge'), importsDir: join(dataDir, 'imports') };
}

type Import = readonly [script: string, packDir: string, dataDir: string, ...folders: string[]];

/** Starts imports in a process and kills it some time after it began, or after its first import; the time that it lived. */
async function killOnce(words: Import, life: number | 'one import'): Promise<number> {
  // Coverage of a process that is killed is never written.
  const env = { ...process.env, NODE_V8_COVERAGE: '' };
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  const born = Date.now();
  await Promise.race([life === 'one import' ? once(child.stdout, 'data') : sleep(life), ended]);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  expect(signal, 'it ran until it was killed').to.equal('SIGKILL');
  return Date.now() - born;
}

/** What a server that starts now would answer from: without building anything. */
async function medianInService(packDir: string, dataDir: string): Promise<number | null | undefined> {
  const file = await storeFileFor(paths(packDir, dataDir));
  expect(file.exists, 'the store of what is in service is there').to.equal(true);
  const store = await SqliteKnowledgeStore.open(file.path);
  try {
    expect(store.info.hash).to.equal(file.hash);
    const rows = await Promise.all(SMALL_PACK_GROUPS.map((code) => store.wages(code)));
    const imported = rows.flat().filter((row) => row.source === 'job-bank-wages-2025' && row.region !== 'CA');
    expect(imported).to.have.length(SMALL_PACK_GROUPS.length * 2);
    const medians = new Set(imported.map((row) => row.median));
    return medians.size === 1 ? imported[0]?.median : undefined;
  } finally {
    await store.close();
  }
}

describe('an import that is killed', () => {
  let program = { script: '', remove: (): void => undefined };
  before(() => {
    program = compiled(join(import.meta.dirname, 'import-for-ever.ts'));
  });
  after(() => program.remove());

  // Protects the promise that an import happens whole or not at all, whenever the power goes.
  it(`leaves a whole store in service, ${KILLS} times out of ${KILLS}`, async function () {
    this.timeout(600_000);
    const { script } = program;
    const random = seeded(20_211);
    const seen: (number | null)[] = [];
    let left = KILLS;
    let damaged = 0;
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        const { packDir, dataDir, folders } = await lane();
        const [first = '', second = ''] = folders;
        const whole = await killOnce([script, packDir, dataDir, second, first], 'one import');
        while (left > 0) {
          left -= 1;
          // The other of the two comes first, so that there is always something to change; some lives are long enough for it.
          const now = await medianInService(packDir, dataDir);
          const turn = now === MEDIANS[0] ? [second, first] : [first, second];
          await killOnce([script, packDir, dataDir, ...turn], random() * whole * 1.4);
          const after = await medianInService(packDir, dataDir);
          if (after === undefined) damaged += 1;
          else seen.push(after);
        }
        // What was in service before does not pile up.
        const kept = readdirSync(join(dataDir, 'imports')).filter((name) => !name.endsWith('.draft'));
        expect(kept.length).to.be.at.most(3);
        await importFolder({ dir: second, ...paths(packDir, dataDir), formats: FORMATS, now: new Date() });
        expect(await medianInService(packDir, dataDir)).to.equal(MEDIANS[1]);
      }),
    );
    expect(damaged).to.equal(0);
    expect(seen).to.have.length(KILLS);
    expect([...new Set(seen)].sort(), 'some imports were killed before they were done, and some after').to.deep.equal(
      MEDIANS,
    );
  });
});

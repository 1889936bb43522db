import Table from 'cli-table3';
import { buildStore, checkPack, storeFileFor } from '../../knowledge/build/build.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import { openKnowledge } from '../../knowledge/open.ts';
import type { Config } from '../config.ts';
import { storeDirOf } from '../knowledge-service.ts';
import { PACK_DIR } from '../paths.ts';
import { buildProgress, runCommand } from './run.ts';

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The sub-commands of `npm run knowledge`: what each does, for its usage line, and how. */
const COMMANDS: Readonly<
  Record<string, { readonly does: string; run(config: Config, words: readonly string[]): Promise<void> }>
> = {
  build: {
    does: 'build the knowledge store from the pack (only when the pack has changed; --force always)',
    async run(config, words) {
      const options = { packDir: PACK_DIR, storeDir: storeDirOf(config.dataDir), onProgress: buildProgress() };
      const file = await storeFileFor(options);
      if (file.exists && !words.includes('--force')) {
        // Opening checks the file; a damaged one is built again.
        await (await openKnowledge(options)).close();
        write(`The store is up to date: ${file.path}`);
        return;
      }
      write(`Built ${(await buildStore(options)).path}`);
    },
  },
  check: {
    does: 'validate the pack and tell every fault by file and line',
    async run() {
      const { pack } = await checkPack(PACK_DIR);
      const rows = Object.values(pack).reduce((sum, table) => sum + table.length, 0);
      write(`The pack is valid: ${rows} rows and profiles, no fault.`);
    },
  },
  stats: {
    does: 'count what the store holds (--json for programs)',
    async run(config, words) {
      const store = await openKnowledge({
        packDir: PACK_DIR,
        storeDir: storeDirOf(config.dataDir),
        onProgress: buildProgress(),
      });
      const { info } = store;
      await store.close();
      if (words.includes('--json')) {
        write(JSON.stringify(info));
        return;
      }
      const table = new Table({
        head: ['table', 'rows'],
        style: { head: [], border: [], compact: true },
        colAligns: ['left', 'right'],
      });
      for (const [name, count] of Object.entries(info.counts)) table.push([name, count]);
      write(table.toString());
      write(`Content hash ${info.hash.slice(0, 16)}, schema ${info.schema}.`);
    },
  },
};

await runCommand(async (config, [name = '', ...words]) => {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    throw new AdvisorError(
      'COMMAND_UNKNOWN',
      Object.entries(COMMANDS).map(([known, { does }]) => `npm run knowledge -- ${known}: ${does}`),
    );
  }
  await command.run(config, words);
});

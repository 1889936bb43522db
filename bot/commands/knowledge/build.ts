import { buildStore, storeFileFor } from '../../../knowledge/build/build.ts';
import { openKnowledge } from '../../../knowledge/open.ts';
import { knowledgePaths } from '../../paths.ts';
import { buildProgress, print } from '../run.ts';
import type { KnowledgeCommand } from './command.ts';

export const build: KnowledgeCommand = {
  usage: 'build [--force]',
  does: 'build the knowledge store of the pack and what was imported (only when they have changed; --force always)',
  async run(config, words) {
    const options = { ...knowledgePaths(config.dataDir), onProgress: buildProgress() };
    const file = await storeFileFor(options);
    if (file.exists && !words.includes('--force')) {
      // Opening checks the file; a damaged one is built again.
      await (await openKnowledge(options)).close();
      print(`The store is up to date: ${file.path}`);
      return;
    }
    print(`Built ${(await buildStore(options)).path}`);
  },
};

import { checkPack } from '../../../knowledge/build/build.ts';
import { PACK_DIR } from '../../paths.ts';
import { print } from '../run.ts';
import type { KnowledgeCommand } from './command.ts';

export const check: KnowledgeCommand = {
  usage: 'check',
  does: 'validate the pack and tell every fault by file and line',
  async run() {
    const { pack } = await checkPack(PACK_DIR);
    const rows = Object.values(pack).reduce((sum, table) => sum + table.length, 0);
    print(`The pack is valid: ${rows} rows and profiles, no fault.`);
  },
};

/**
 * Run by kills.test.ts in a process of its own, which it kills: imports two folders in turn until it dies. Arguments: pack, data folder and
 * the two folders.
 */

import { FORMATS } from '../../../knowledge/import/formats/index.ts';
import { importFolder } from '../../../knowledge/import/import-folder.ts';

const [packDir = '', dataDir = '', ...folders] = process.argv.slice(2);
process.stdout.write('ready\n');
for (let turn = 0; ; turn += 1) {
  await importFolder({
    dir: folders[turn % 2] ?? '',
    packDir,
    storeDir: `${dataDir}/knowledge`,
    importsDir: `${dataDir}/imports`,
    formats: FORMATS,
    now: new Date(),
  });
  process.stdout.write('done\n');
}

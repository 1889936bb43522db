import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project, whether the program runs from its sources or from `dist`. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

export const PACK_DIR = join(ROOT, 'knowledge', 'pack');

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

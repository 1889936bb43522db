import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project, whether the program runs from its sources or from `dist`. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

export const PACK_DIR = join(ROOT, 'knowledge', 'pack');

/** What `npm run knowledge -- update` may download. */
export const SOURCES_FILE = join(ROOT, 'knowledge', 'sources.yaml');

/** What the browser runs: its sources, and what `npm run build` makes of them. */
export const WIDGET_SOURCES = join(ROOT, 'adapters', 'widget', 'browser');
export const DESK_SOURCES = join(ROOT, 'adapters', 'desk', 'browser');
export const BUNDLES_DIR = join(ROOT, 'dist', 'browser');

/** Where the knowledge is made from, and where it is kept. */
export interface KnowledgePaths {
  readonly packDir: string;
  readonly storeDir: string;
  readonly importsDir: string;
}

export function knowledgePaths(dataDir: string): KnowledgePaths {
  return { packDir: PACK_DIR, storeDir: join(dataDir, 'knowledge'), importsDir: join(dataDir, 'imports') };
}

/** Folder that downloads are kept in, so that one that broke off goes on where it was. */
export function downloadsDir(dataDir: string): string {
  return join(dataDir, 'downloads');
}

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

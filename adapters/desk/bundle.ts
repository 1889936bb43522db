import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type BundledFile, write } from '../widget/bundle.ts';

/** Folder of the desk's files below that of all bundles; the widget's bundle.ts empties that one, so it goes first. */
export const DESK_BUNDLES = 'desk';

/** Makes the desk's script and styles from the folder of their sources, each with a gzipped one beside it. */
export async function bundleDesk(sources: string, outDir: string): Promise<readonly BundledFile[]> {
  // Needed for building alone: a server that is installed without it must not miss it.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(sources, 'main.tsx'), out: 'desk' },
      { in: join(sources, 'desk.css'), out: 'desk' },
    ],
    outdir: join(outDir, DESK_BUNDLES),
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  // Its licence asks to go wherever it goes.
  const licence = await readFile(join(dirname(createRequire(import.meta.url).resolve('preact')), '..', 'LICENSE'));
  const files: readonly (readonly [file: string, content: Uint8Array])[] = [
    ...outputFiles.map(({ path, contents }) => [path, contents] as const),
    [join(outDir, DESK_BUNDLES, 'preact-licence.txt'), licence],
  ];
  return Promise.all(files.map(([file, content]) => write(file, content)));
}

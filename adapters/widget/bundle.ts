import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What is bundled: entry of the sources -> file below the folder of the bundles. */
const ENTRIES = {
  'launcher/main.ts': 'widget',
  'chat/main.ts': 'widget/chat',
  'chat/chat.css': 'widget/chat',
  'index/main.ts': 'widget/index',
  'index/index.css': 'widget/index',
} as const;

/** A file that was written, with its sizes in bytes. */
export interface BundledFile {
  readonly file: string;
  readonly bytes: number;
  readonly gzipped: number;
}

/**
 * Makes the browser's files from the folder of their sources: the launcher, the two pages' scripts and styles, and Web Chat as its
 * publisher ships it; each with a gzipped one beside it.
 */
export async function bundleWidget(sources: string, outDir: string): Promise<readonly BundledFile[]> {
  // Needed for building alone: a server that is installed without it must not miss it.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: Object.entries(ENTRIES).map(([entry, out]) => ({ in: join(sources, entry), out })),
    outdir: outDir,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const webChat = await readFile(webChatFile());
  const hash = createHash('sha256').update(webChat).digest('hex').slice(0, 12);
  const files: readonly (readonly [file: string, content: Uint8Array])[] = [
    ...outputFiles.map(({ path, contents }) => [path, contents] as const),
    [join(outDir, 'favicon.svg'), await readFile(join(sources, 'favicon.svg'))],
    [join(outDir, 'widget', `web-chat-${hash}.js`), webChat],
    [join(outDir, 'widget', 'web-chat-licences.txt'), await readFile(`${webChatFile()}.LICENSE.txt`)],
  ];
  await rm(outDir, { recursive: true, force: true });
  return Promise.all(files.map(([file, content]) => write(file, content)));
}

/** The one bundle of the package that makes `window.WebChat`. */
function webChatFile(): string {
  const entry = createRequire(import.meta.url).resolve('botframework-webchat');
  return join(dirname(entry), '..', 'dist', 'webchat.js');
}

/** Writes a file and a gzipped one beside it. */
export async function write(file: string, content: Uint8Array): Promise<BundledFile> {
  const gzipped = gzipSync(content, { level: 9 });
  await mkdir(dirname(file), { recursive: true });
  await Promise.all([writeFile(file, content), writeFile(`${file}.gz`, gzipped)]);
  return { file, bytes: content.byteLength, gzipped: gzipped.byteLength };
}

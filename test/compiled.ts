import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { ROOT } from './knowledge/helpers.ts';

/**
 * A test's own program as plain JavaScript, inside the project so that it finds its packages: it starts in a fraction of the time,
 * which counts where it is started a hundred times.
 */
export function compiled(file: string): { script: string; remove(): void } {
  const cache = join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'compiled-'));
  const config = join(folder, 'tsconfig.json');
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { noEmit: false, outDir: folder, rootDir: ROOT, types: ['node'] },
      // What the packages without types are declared by is imported by no file.
      include: [file, join(ROOT, 'knowledge', '**', '*.d.ts')],
    }),
  );
  const { status, stdout } = spawnSync(join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', config], { encoding: 'utf8' });
  expect(status, stdout).to.equal(0);
  return {
    script: join(folder, relative(ROOT, file).replace(/\.ts$/, '.js')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

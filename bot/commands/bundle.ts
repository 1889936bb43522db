import { relative } from 'node:path';
import { bundleWidget } from '../../adapters/widget/bundle.ts';
import { BUNDLES_DIR, ROOT, WIDGET_SOURCES } from '../paths.ts';
import { print } from './run.ts';

for (const { file, bytes, gzipped } of await bundleWidget(WIDGET_SOURCES, BUNDLES_DIR))
  print(`${relative(ROOT, file)}: ${kilobytes(bytes)}, ${kilobytes(gzipped)} gzipped`);

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

import { relative } from 'node:path';
import { bundleDesk } from '../../adapters/desk/bundle.ts';
import { bundleWidget } from '../../adapters/widget/bundle.ts';
import { BUNDLES_DIR, DESK_SOURCES, ROOT, WIDGET_SOURCES } from '../paths.ts';
import { print } from './run.ts';

const files = [...(await bundleWidget(WIDGET_SOURCES, BUNDLES_DIR)), ...(await bundleDesk(DESK_SOURCES, BUNDLES_DIR))];
for (const { file, bytes, gzipped } of files)
  print(`${relative(ROOT, file)}: ${kilobytes(bytes)}, ${kilobytes(gzipped)} gzipped`);

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { tidyImports } from '../../../knowledge/import/imports-folder.ts';
import { tempFolder } from '../helpers.ts';

const FILES = 2_000;

describe('removing what was imported before', () => {
  // Protects an import of the same files after a process died while removing them: half a dataset would be taken for the whole.
  it('never shows a dataset that has lost some of its files', async () => {
    const dir = tempFolder();
    const dataset = join(dir, 'job-bank-wages-2025-0123456789abcdef');
    mkdirSync(dataset);
    for (let file = 0; file < FILES; file += 1) writeFileSync(join(dataset, `${file}.ndjson`), '');
    const seen = new Set<number>();
    const look = (): void => {
      if (existsSync(dataset)) seen.add(readdirSync(dataset).length);
    };
    let removing = true;
    const removed = tidyImports(dir, []).finally(() => {
      removing = false;
    });
    while (removing) {
      look();
      await new Promise(setImmediate);
    }
    await removed;
    expect([...seen].filter((files) => files !== FILES)).to.deep.equal([]);
    expect(readdirSync(dir)).to.deep.equal([]);
  });
});

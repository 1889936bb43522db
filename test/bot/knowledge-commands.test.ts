import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { tempFolder } from '../knowledge/helpers.ts';
import { titleFile, uniformWages } from '../knowledge/import/publisher-files.ts';
import { type Ended, run } from '../programs.ts';

const dataDir = tempFolder();

const knowledge = (...words: string[]): Promise<Ended> =>
  run([join('bot', 'commands', 'knowledge', 'main.ts'), ...words], { DATA_DIR: dataDir });

function folder(files: Readonly<Record<string, string>>): string {
  const dir = tempFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}

describe('the commands that bring official data in, as processes', () => {
  it('import tells what it took each file for, and is in service at once', async () => {
    const dir = folder({ 'a.csv': uniformWages(['31301', '12111'], 40), 'b.csv': 'what,is\nthis,file\n' });
    const { code, out, err } = await knowledge('import', dir);
    expect(code, err).to.equal(0);
    expect(out).to.include('+ a.csv: Job Bank wages of one release').and.to.include('4 rows read, 4 kept');
    expect(out).to.include('- b.csv').and.to.include('of no format that is known').and.to.include('in service');
    expect(err).to.include('Reading a.csv').and.to.include('Building the knowledge store');
    const stats = JSON.parse((await knowledge('stats', '--json')).out);
    expect(stats.counts.dataset).to.equal(1);
  });

  it('import --json is the whole report, and a refused one is a failed command', async () => {
    const good = folder({ 'titles.csv': titleFile([['31301', 'Nurse of the ward']]) });
    const checked = await knowledge('import', good, '--dry-run', '--json');
    expect(JSON.parse(checked.out)).to.include({ outcome: 'checked' });
    const broken = await knowledge('import', folder({ 'w.csv': '<html><body>no</body></html>' }), '--json');
    expect(broken.code).to.equal(1);
    expect(JSON.parse(broken.out).files[0].faults[0]).to.match(/is a web page/);
  });

  it('import says how it is used, and what folder it cannot read', async () => {
    const [none, wrong, missing] = await Promise.all([
      knowledge('import'),
      knowledge('import', '.', '--dryrun'),
      knowledge('import', '/no/such/folder'),
    ]);
    expect(none.err).to.include('usage: npm run knowledge -- import DIR');
    expect(wrong.err).to.include('--dryrun');
    expect(missing.err).to.include('/no/such/folder is no folder').and.to.include('[IMPORT_UNREADABLE]');
    expect([none.code, wrong.code, missing.code]).to.deep.equal([1, 1, 1]);
  });

  it('update downloads from the list that it is given, imports, and names the page of what has no address', async () => {
    const wages = uniformWages(['31301', '12111'], 45, 2026);
    const server = createServer((request, response) => {
      response.setHeader('ETag', '"one"');
      if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end();
      else response.setHeader('Content-Type', 'text/csv').end(wages);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const shared = 'publisher: A publisher\n  licence: A licence\n  changes: yearly\n  max_mb: 1\n';
    const list = [
      `- id: wages\n  title: Wages\n  page: https://example.org/wages\n  file: http://127.0.0.1:${port}/wages.csv\n  formats: [job-bank-wages]\n  headers: [NOC_CNP]\n  ${shared}`,
      `- id: by-hand\n  title: By hand\n  page: https://example.org/page\n  file: null\n  formats: [cops]\n  ${shared}`,
    ];
    const dir = folder({ 'sources.yaml': list.join('') });
    try {
      const first = await knowledge('update', '--sources', join(dir, 'sources.yaml'));
      expect(first.code, first.err).to.equal(0);
      expect(first.out)
        .to.include('+ wages: downloaded')
        .and.to.include('https://example.org/page')
        .and.to.include('job-bank-wages-2026');
      const again = await knowledge('update', '--sources', join(dir, 'sources.yaml'));
      expect(again.out).to.include('+ wages: unchanged').and.to.include('Nothing new');
    } finally {
      server.close();
    }
    const stats = JSON.parse((await knowledge('stats', '--json')).out);
    expect(stats.counts.dataset, 'what was imported before stays').to.equal(2);
  });

  it('diff tells what the last import changed', async () => {
    const before = join(dataDir, 'imports', 'current.json');
    expect(readFileSync(before, 'utf8')).to.include('job-bank-wages-2026');
    const { code, out } = await knowledge('diff');
    expect(code).to.equal(0);
    expect(out).to.match(/31301/).and.to.include('45');
  });
});

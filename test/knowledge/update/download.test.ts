import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { download } from '../../../knowledge/update/download.ts';
import { tempFolder } from '../helpers.ts';
import { withoutProxy } from './environment.ts';
import {
  body,
  closeServers,
  drop,
  failureOf,
  file,
  type Handler,
  HEADER,
  QUICK,
  requestOf,
  serve,
  serveProxy,
  status,
  TABLE,
} from './server.ts';

const SHA256 = createHash('sha256').update(TABLE).digest('hex');

describe('a download', () => {
  withoutProxy();
  afterEach(closeServers);

  it('gives the file, its checksum and its version, and tells how far it is', async () => {
    const folder = join(tempFolder(), 'not', 'there', 'yet');
    const { url, asked } = await serve(file(TABLE, '"one"', { 'last-modified': 'Wed, 19 Nov 2025 15:21:45 GMT' }));
    const seen: number[] = [];
    const result = await download(requestOf(url, folder, { sha256: SHA256 }), {
      ...QUICK,
      onProgress: ({ id, receivedBytes, totalBytes, attempt }) => {
        expect({ id, totalBytes, attempt }).to.deep.equal({ id: 'wages', totalBytes: TABLE.length, attempt: 1 });
        seen.push(receivedBytes);
      },
    });
    expect(result).to.deep.equal({
      status: 'fresh',
      path: join(folder, 'wages.csv'),
      sha256: SHA256,
      bytes: TABLE.length,
      etag: '"one"',
      lastModified: 'Wed, 19 Nov 2025 15:21:45 GMT',
    });
    expect(seen[0]).to.equal(0);
    expect(seen.at(-1)).to.equal(TABLE.length);
    expect(asked[0]?.headers['accept-encoding']).to.equal('identity');
    // Importers take a file's day for the day of its release where it does not tell.
    expect(statSync(result.path).mtime.toISOString()).to.equal('2025-11-19T15:21:45.000Z');
  });

  it('fetches nothing again that is still the same', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve(file());
    const first = await download(requestOf(url, folder), QUICK);
    const second = await download(requestOf(url, folder), QUICK);
    expect(second).to.deep.equal({ ...first, status: 'unchanged' });
    expect(asked[1]?.headers['if-none-match']).to.equal('"one"');
  });

  it('tells a file that is still the same where the server knows no conditions', async () => {
    const folder = tempFolder();
    const { url } = await serve(body(TABLE));
    await download(requestOf(url, folder), QUICK);
    expect((await download(requestOf(url, folder), QUICK)).status).to.equal('unchanged');
  });

  it('asks by date where the server names no version', async () => {
    const folder = tempFolder();
    const date = 'Wed, 19 Nov 2025 15:21:45 GMT';
    const { url, asked } = await serve(body(TABLE, { 'last-modified': date }), status(304));
    await download(requestOf(url, folder), QUICK);
    expect((await download(requestOf(url, folder), QUICK)).status).to.equal('unchanged');
    expect(asked[1]?.headers['if-modified-since']).to.equal(date);
  });

  // Protects from "unchanged" about a file that somebody has edited.
  it('fetches a file anew that has been changed on the disk', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve(file());
    const { path } = await download(requestOf(url, folder), QUICK);
    writeFileSync(path, TABLE.replace('20.50', '99.99'));
    expect((await download(requestOf(url, folder), QUICK)).status).to.equal('fresh');
    expect(readFileSync(path, 'utf8')).to.equal(TABLE);
    expect(asked[1]?.headers['if-none-match']).to.equal(undefined);
  });

  it('keeps the former file when a newer one cannot be had', async () => {
    const folder = tempFolder();
    const { url } = await serve(file(), drop(1_000, TABLE, '"two"'), status(404));
    const { path } = await download(requestOf(url, folder), QUICK);
    await failureOf(download(requestOf(url, folder), { ...QUICK, attempts: 2 }));
    expect(readFileSync(path, 'utf8')).to.equal(TABLE);
  });

  it('takes a broken server for an accident', async () => {
    const { url, asked } = await serve(status(500), status(503), status(408), file());
    expect((await download(requestOf(url, tempFolder()), QUICK)).status).to.equal('fresh');
    expect(asked).to.have.length(4);
  });

  it('waits as long as it is asked to, up to a limit, and longer with every attempt otherwise', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const answers = ['7', '3600', date, 'soon'].map((after) => status(429, { 'retry-after': after }));
    const { url } = await serve(...answers, file());
    const waits: number[] = [];
    await download(requestOf(url, tempFolder()), {
      backoffMs: (attempt) => attempt,
      wait: async (ms) => void waits.push(ms),
    });
    expect(waits).to.deep.equal([7_000, 60_000, 60_000, 4]);
  });

  it('gives up after its attempts', async () => {
    const { url, asked } = await serve(status(503));
    const error = await failureOf(download(requestOf(url, tempFolder()), QUICK));
    expect(asked).to.have.length(5);
    expect(error.details[1]).to.equal('The server answers 503 (attempt 5 of 5).');
  });

  it('takes 404 and its like for an answer', async () => {
    for (const code of [400, 401, 403, 404, 410, 204, 206, 304]) {
      const { url, asked } = await serve(status(code));
      const error = await failureOf(download(requestOf(url, tempFolder()), QUICK));
      expect(asked).to.have.length(1);
      expect(error.details[1]).to.equal(`The server answers ${code}.`);
      expect(error.details[2]).to.contain('https://publisher.example/page');
    }
  });

  it('tells a server that is not there', async () => {
    const { url } = await serve(file());
    await closeServers();
    const error = await failureOf(download(requestOf(url, tempFolder()), { ...QUICK, attempts: 2 }));
    expect(error.details[1]).to.match(/^The connection failed \(.*ECONNREFUSED.*\) \(attempt 2 of 2\)\.$/);
  });

  it('follows redirects to another server', async () => {
    const target = await serve(file());
    const { url } = await serve(status(302, { location: target.url }));
    expect((await download(requestOf(url, tempFolder()), QUICK)).status).to.equal('fresh');
  });

  it('ends when redirects lead round and round', async () => {
    const { url, asked } = await serve(status(301, { location: '/table.csv' }));
    const error = await failureOf(download(requestOf(url, tempFolder()), QUICK));
    expect(asked).to.have.length(6);
    expect(error.details[1]).to.equal('The server redirects more than 5 times.');
  });

  // Protects from data that anybody on the way could have written.
  it('follows no redirect to where an address of the list may not lead', async () => {
    for (const location of [
      'http://publisher.example/table.csv',
      'ftp://127.0.0.1/',
      'https://a:b@publisher.example/',
    ]) {
      const { url, asked } = await serve(status(302, { location }));
      const error = await failureOf(download(requestOf(url, tempFolder()), QUICK));
      expect(error.details[1]).to.match(/^The server redirects to .+: it leads to an address that /);
      expect(asked).to.have.length(1);
    }
    const { url } = await serve(status(302));
    const error = await failureOf(download(requestOf(url, tempFolder()), QUICK));
    expect(error.details[1]).to.equal('The server redirects (302) without an address.');
  });

  it('refuses what is too large at its first word, and what turns out to be', async () => {
    const said = await serve(file());
    const small = { maxBytes: 5_000 };
    const folder = tempFolder();
    let error = await failureOf(download(requestOf(said.url, folder, small), QUICK));
    expect(error.details[1]).to.equal(`It has ${TABLE.length} bytes or more, and at most 5000 are taken.`);

    const endless = await serve((_request, response) => {
      response.writeHead(200);
      const more = (): void => void (response.destroyed || response.write(TABLE, more));
      more();
    });
    error = await failureOf(download(requestOf(endless.url, folder, small), QUICK));
    expect(error.details[1]).to.match(/^It has \d+ bytes or more, and at most 5000 are taken\.$/);
    expect(endless.asked).to.have.length(1);
    expect(readdirSync(folder)).to.deep.equal(['.wages.json']);
  });

  it('refuses a page, an archive, nothing at all and another table, and says what to do', async () => {
    const html = '\n <!DOCTYPE html><title>Moved</title>';
    const cases: readonly [Handler, RegExp][] = [
      [body('gone', { 'content-type': 'text/html; charset=utf-8' }), /^A web page came instead of data\.$/],
      [body(html), /^A web page came instead of data\.$/],
      [body(`\ufeff<html lang="en">`, { 'content-type': 'text/csv' }), /^A web page came instead of data\.$/],
      [body(Buffer.from('PK\u0003\u0004\u0014\u0000')), /^It is a zip archive/],
      [body('zip', { 'content-type': 'application/zip' }), /^It is a zip archive/],
      [body(''), /^The file is empty\.$/],
      [body('Code,Title\n10010,x\n'), /^Its first line does not name the column Wage - median\.$/],
      [body('{"rows": []}'), /^Its first line does not name the columns code, Wage - median\.$/],
      [body('"Code,Title\n'), /^Its first line does not name the columns code, Wage - median\.$/],
      [body(TABLE, { 'content-encoding': 'gzip' }), /^The server sends it packed \(gzip\)/],
    ];
    for (const [answer, reason] of cases) {
      const folder = tempFolder();
      const { url, asked } = await serve(answer);
      const error = await failureOf(download(requestOf(url, folder), QUICK));
      expect(error.details[1]).to.match(reason);
      expect(error.details[2]).to.contain('https://publisher.example/page');
      expect(asked).to.have.length(1);
      expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).to.deep.equal([]);
    }
  });

  // Protects what has come from a server that shows a page for an hour.
  it('keeps the part when a page comes instead of its rest', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve(drop(10_000), body('later', { 'content-type': 'text/html' }), file());
    await failureOf(download(requestOf(url, folder), QUICK));
    await download(requestOf(url, folder), QUICK);
    expect(asked[2]?.headers.range).to.equal('bytes=10000-');
  });

  it('knows the header behind a byte order mark, in other letters and between other separators', async () => {
    const headers = ['Période', 'Code - NOC 2021 V1.0'];
    const line = 'code_noc_2021_v1.0;période;titre, ou nom\n10010;2024;x\n';
    const texts = [line, `\ufeff${line}`, `\n${line}`, line.replaceAll(';', '\t'), Buffer.from(line, 'latin1')];
    for (const text of texts) {
      const { url } = await serve(body(text));
      expect((await download(requestOf(url, tempFolder(), { headers }), QUICK)).status).to.equal('fresh');
    }
  });

  it('refuses a file of another checksum', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve(body(`${HEADER}\n`));
    const error = await failureOf(download(requestOf(url, folder, { sha256: SHA256 }), QUICK));
    expect(error.details[1]).to.match(/^Its SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}\.$/);
    expect(asked).to.have.length(1);
    expect(readdirSync(folder)).to.not.include('wages.csv');
  });

  it('does not ask whether a file is unchanged that is not the wanted one', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve(file());
    await download(requestOf(url, folder), QUICK);
    await failureOf(download(requestOf(url, folder, { sha256: 'a'.repeat(64) }), QUICK));
    expect(asked[1]?.headers['if-none-match']).to.equal(undefined);
  });

  it('tells a folder that cannot be written', async () => {
    const folder = join(tempFolder(), 'a-file');
    writeFileSync(folder, '');
    const { url, asked } = await serve(file());
    const error = await failureOf(download(requestOf(url, folder), QUICK));
    expect(error.details[1]).to.contain(`The folder ${folder} cannot be written`);
    expect(asked).to.have.length(0);
  });

  // Protects operators whose network lets programs out by a proxy only.
  it('goes through the proxy of the environment, except to where it says not to', async () => {
    const proxy = await serveProxy();
    const { url } = await serve(file());
    process.env.HTTP_PROXY = proxy.url;
    await download(requestOf(url, tempFolder()), QUICK);
    expect(proxy.tunnels).to.deep.equal([new URL(url).host]);
    process.env.NO_PROXY = '127.0.0.1';
    await download(requestOf(url, tempFolder()), QUICK);
    expect(proxy.tunnels).to.have.length(1);
  });

  it('tells a proxy that is no address', async () => {
    process.env.HTTPS_PROXY = '::';
    const { url } = await serve(file());
    const error = await failureOf(download(requestOf(url, tempFolder()), QUICK));
    expect(error.details[1]).to.equal('The address of the proxy is not valid.');
  });
});

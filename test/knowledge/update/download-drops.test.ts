import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { download } from '../../../knowledge/update/download.ts';
import { tempFolder } from '../helpers.ts';
import { withoutProxy } from './environment.ts';
import { body, closeServers, drop, failureOf, file, QUICK, requestOf, serve, status, TABLE } from './server.ts';

describe('a download that is broken off', () => {
  withoutProxy();
  afterEach(closeServers);

  // Protects large files on bad lines: what has come is not fetched again.
  it('goes on where it stopped, twice', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve(drop(10_000), drop(20_000), file());
    const result = await download(requestOf(url, folder), QUICK);
    expect(result).to.include({ status: 'fresh', bytes: TABLE.length, etag: '"one"' });
    expect(readFileSync(result.path, 'utf8')).to.equal(TABLE);
    expect(asked.map(({ headers }) => headers.range)).to.deep.equal([undefined, 'bytes=10000-', 'bytes=30000-']);
    expect(asked[1]?.headers['if-range']).to.equal('"one"');
    expect(readdirSync(folder).sort()).to.deep.equal(['.wages.json', 'wages.csv']);
  });

  it('remembers the version where the answer with the rest does not name it again', async () => {
    const { url } = await serve(drop(10_000), (_request, response) => {
      const range = `bytes 10000-${TABLE.length - 1}/${TABLE.length}`;
      response.writeHead(206, { 'content-range': range }).end(TABLE.slice(10_000));
    });
    expect(await download(requestOf(url, tempFolder()), QUICK)).to.include({ etag: '"one"', bytes: TABLE.length });
  });

  it('starts anew where the server does not know ranges', async () => {
    const { url, asked } = await serve(drop(10_000), body(TABLE, { etag: '"one"' }));
    const result = await download(requestOf(url, tempFolder()), QUICK);
    expect(readFileSync(result.path, 'utf8')).to.equal(TABLE);
    expect(asked).to.have.length(2);
  });

  // Protects from a table that is half of one release and half of the next.
  it('starts anew when the file has changed in between', async () => {
    const changed = TABLE.replaceAll('20.50', '31.75');
    const { url } = await serve(drop(10_000), file(changed, '"two"'));
    const result = await download(requestOf(url, tempFolder()), QUICK);
    expect(readFileSync(result.path, 'utf8')).to.equal(changed);
    expect(result.etag).to.equal('"two"');
  });

  it('starts anew when a server sends the rest of another version all the same', async () => {
    const changed = TABLE.replaceAll('20.50', '31.75');
    const { url, asked } = await serve(drop(10_000), drop(5_000, changed, '"two"'), file(changed, '"two"'));
    const result = await download(requestOf(url, tempFolder()), QUICK);
    expect(readFileSync(result.path, 'utf8')).to.equal(changed);
    expect(asked[2]?.headers.range).to.equal(undefined);
  });

  it('starts anew when the server says that the range lies outside of the file', async () => {
    const { url, asked } = await serve(drop(10_000), status(416), file());
    const result = await download(requestOf(url, tempFolder()), QUICK);
    expect(readFileSync(result.path, 'utf8')).to.equal(TABLE);
    expect(asked[2]?.headers.range).to.equal(undefined);
  });

  // Protects from putting together what nothing proves to be of one version.
  it('starts anew where the server names no version, or only a weak one', async () => {
    for (const etag of ['', 'W/"one"']) {
      const { url, asked } = await serve(drop(10_000, TABLE, etag), file(TABLE, etag));
      const result = await download(requestOf(url, tempFolder()), QUICK);
      expect(readFileSync(result.path, 'utf8')).to.equal(TABLE);
      expect(asked[1]?.headers.range).to.equal(undefined);
    }
  });

  it('goes on in a later run of the program', async () => {
    const folder = tempFolder();
    const stop = new AbortController();
    const stuck = await serve((_request, response) => {
      response.writeHead(200, { etag: '"one"', 'content-length': TABLE.length });
      response.write(TABLE.slice(0, 10_000));
    }, file());
    const onProgress = ({ receivedBytes }: { receivedBytes: number }) => {
      if (receivedBytes === 10_000) stop.abort();
    };
    const error = await failureOf(
      download(requestOf(stuck.url, folder), { ...QUICK, signal: stop.signal, onProgress }),
    );
    expect(error.details[1]).to.equal('The download was stopped.');
    expect(statSync(join(folder, 'wages.part')).size).to.equal(10_000);

    const result = await download(requestOf(stuck.url, folder), QUICK);
    expect(readFileSync(result.path, 'utf8')).to.equal(TABLE);
    expect(stuck.asked[1]?.headers.range).to.equal('bytes=10000-');
  });

  it('asks for the last byte of a part that was whole when the program ended', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve(drop(10_000), file());
    await failureOf(download(requestOf(url, folder), { ...QUICK, attempts: 1 }));
    writeFileSync(join(folder, 'wages.part'), TABLE);
    const result = await download(requestOf(url, folder), QUICK);
    expect(readFileSync(result.path, 'utf8')).to.equal(TABLE);
    expect(asked[1]?.headers.range).to.equal(`bytes=${TABLE.length - 1}-`);
  });

  it('does not go on with what came from another address', async () => {
    const folder = tempFolder();
    const first = await serve(drop(10_000));
    await failureOf(download(requestOf(first.url, folder), { ...QUICK, attempts: 1 }));
    const second = await serve(file());
    await download(requestOf(second.url, folder), QUICK);
    expect(second.asked[0]?.headers.range).to.equal(undefined);
  });

  it('starts anew where its own notes are damaged', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve(drop(10_000), file());
    await failureOf(download(requestOf(url, folder), { ...QUICK, attempts: 1 }));
    writeFileSync(join(folder, '.wages.json'), '{"part": {"url":');
    const result = await download(requestOf(url, folder), QUICK);
    expect(readFileSync(result.path, 'utf8')).to.equal(TABLE);
    expect(asked[1]?.headers.range).to.equal(undefined);
  });

  // Protects from pieces that do not fit together although all headers say so.
  it('fetches the whole file once more when pieces do not have the checksum', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve(drop(10_000), file());
    await failureOf(download(requestOf(url, folder), { ...QUICK, attempts: 1 }));
    writeFileSync(join(folder, 'wages.part'), 'x'.repeat(10_000));
    const whole = await serve(file());
    const { sha256 } = await download(requestOf(whole.url, tempFolder()), QUICK);
    const result = await download(requestOf(url, folder, { sha256 }), QUICK);
    expect(readFileSync(result.path, 'utf8')).to.equal(TABLE);
    expect(asked.map(({ headers }) => headers.range)).to.deep.equal([undefined, 'bytes=10000-', undefined]);
  });

  it('tells a length that is never reached', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': TABLE.length + 100 });
      response.write(TABLE, () => response.socket?.end());
    });
    const error = await failureOf(download(requestOf(url, folder), { ...QUICK, attempts: 3 }));
    expect(asked).to.have.length(3);
    expect(error.details[0]).to.equal(`wages: ${url}`);
    expect(error.details[1]).to.match(/^The connection failed \(.+\) \(attempt 3 of 3\)\.$/);
    expect(readdirSync(folder)).to.not.include('wages.csv');
  });

  // Protects from a table whose last rows were cut off without a word.
  it('tells a body that goes on after its length', async () => {
    const folder = tempFolder();
    const { url, asked } = await serve((_request, response) => {
      response.socket?.write(`HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n${TABLE.slice(0, 2000)}`);
    });
    const error = await failureOf(download(requestOf(url, folder), { ...QUICK, attempts: 2 }));
    expect(asked).to.have.length(2);
    expect(error.details[1]).to.equal('The server sent more bytes than it said (attempt 2 of 2).');
    expect(readdirSync(folder)).to.not.include('wages.csv');
  });

  it('tells a server that falls silent, and goes on after it', async () => {
    const { url, asked } = await serve((_request, response) => {
      response.writeHead(200, { etag: '"one"', 'content-length': TABLE.length });
      response.write(TABLE.slice(0, 10_000));
    }, file());
    const result = await download(requestOf(url, tempFolder()), { ...QUICK, idleMs: 100 });
    expect(readFileSync(result.path, 'utf8')).to.equal(TABLE);
    expect(asked[1]?.headers.range).to.equal('bytes=10000-');
  });

  it('tells a server that never answers', async () => {
    const { url } = await serve(() => {});
    const error = await failureOf(download(requestOf(url, tempFolder()), { ...QUICK, idleMs: 100, attempts: 2 }));
    expect(error.details[1]).to.equal('Nothing came for 0.1 seconds (attempt 2 of 2).');
  });

  it('ends when all its time is used up, although something always comes', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('1,2,3\n'), 5);
      response.on('close', () => clearInterval(drip));
    });
    const error = await failureOf(download(requestOf(url, tempFolder()), { ...QUICK, totalMs: 150 }));
    expect(error.details[1]).to.equal('It took longer than 0.15 seconds.');
  });
});

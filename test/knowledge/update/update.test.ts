import { join } from 'node:path';
import { expect } from 'chai';
import type { DownloadSource } from '../../../knowledge/update/source-list.ts';
import { updateSources } from '../../../knowledge/update/update.ts';
import { tempFolder } from '../helpers.ts';
import { withoutProxy } from './environment.ts';
import { closeServers, file, QUICK, serve, status } from './server.ts';

function source(id: string, address: string | null, maxMb = 1): DownloadSource {
  const page = `https://publisher.example/${id}`;
  return {
    id,
    title: id,
    publisher: 'Somebody',
    page,
    file: address,
    licence: 'Public',
    formats: ['job-bank-wages'],
    headers: ['Code'],
    changes: 'yearly',
    max_mb: maxMb,
  };
}

describe('an update', () => {
  withoutProxy();
  afterEach(closeServers);

  // Protects the rest of the list from one publisher's bad day.
  it('tries every source, whatever becomes of the one before', async () => {
    const folder = tempFolder();
    const good = await serve(file());
    const gone = await serve(status(404));
    const list = [
      source('gone', gone.url),
      source('by-hand', null),
      source('large', good.url, 0.001),
      source('good', good.url),
    ];
    const first = await updateSources(list, folder, QUICK);
    expect(first.map(({ id, status }) => [id, status])).to.deep.equal([
      ['gone', 'failed'],
      ['by-hand', 'manual'],
      ['large', 'failed'],
      ['good', 'fresh'],
    ]);
    expect(first[0]).to.include({ reason: 'The server answers 404.', page: 'https://publisher.example/gone' });
    expect(first[1]).to.have.property('advice').that.contains('https://publisher.example/by-hand');
    expect(first[3]).to.include({ path: join(folder, 'good.csv') });

    const second = await updateSources(list.slice(3), folder, QUICK);
    expect(second.map(({ status }) => status)).to.deep.equal(['unchanged']);
  });

  it('tries nothing more once it is stopped, and tells so for each', async () => {
    const stop = new AbortController();
    const { url, asked } = await serve((_request, response) => {
      response.writeHead(200).write('Code\n');
    });
    const results = await updateSources([source('one', url), source('two', url)], tempFolder(), {
      ...QUICK,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(results.map((result) => 'reason' in result && result.reason)).to.deep.equal([
      'The download was stopped.',
      'It was not tried: the update was stopped.',
    ]);
    expect(asked).to.have.length(1);
  });
});

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { signingKey } from '../../../bot/state/signing-key.ts';
import { errorOf, tempFolder } from '../../knowledge/helpers.ts';
import { endPrograms, start } from '../../programs.ts';

describe('the signing key', () => {
  after(endPrograms);

  it('is the configured one, and then no file is made', async () => {
    const folder = tempFolder();
    const key = await signingKey(folder, 'a secret of an operator, é');
    expect(Buffer.from(key).toString('utf8')).to.equal('a secret of an operator, é');
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  // Protects conversations over restarts: other tokens would end them all.
  it('is made once and kept, for the eyes of its owner alone', async () => {
    const folder = join(tempFolder(), 'made', 'too');
    const key = await signingKey(folder, null);
    expect(key).to.have.length(32);
    expect(await signingKey(folder, null)).to.deep.equal(key);
    expect(readdirSync(folder)).to.deep.equal(['signing.key']);
    expect(statSync(join(folder, 'signing.key')).mode & 0o777).to.equal(0o600);
    expect(await signingKey(tempFolder(), null)).to.not.deep.equal(key);
  });

  it('is one for all that start at once', async () => {
    const folder = tempFolder();
    const keys = await Promise.all(Array.from({ length: 20 }, () => signingKey(folder, null)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).to.equal(1);
    const program = `
      import { signingKey } from './bot/state/signing-key.ts';
      process.stdout.write(Buffer.from(await signingKey(process.env.KEY_FOLDER, null)).toString('hex'));`;
    const other = tempFolder();
    const both = [1, 2].map(() => start(['--input-type=module', '--eval', program], { KEY_FOLDER: other }));
    for (const { ended, err } of both) expect(await ended, err()).to.equal(0);
    const kept = readFileSync(join(other, 'signing.key')).toString('hex');
    expect(both.map(({ out }) => out())).to.deep.equal([kept, kept]);
    expect(readdirSync(other)).to.deep.equal(['signing.key']);
  });

  it('that is damaged is told, and left as it is', async () => {
    for (const wrong of [Buffer.alloc(0), Buffer.alloc(31), Buffer.alloc(33)]) {
      const folder = tempFolder();
      const path = join(folder, 'signing.key');
      writeFileSync(path, wrong);
      const error = await errorOf(signingKey(folder, null));
      expect(error.code).to.equal('SIGNING_KEY_UNUSABLE');
      expect(error.message).to.include(path).and.to.include(`${wrong.length} bytes`);
      expect(readFileSync(path).equals(wrong)).to.equal(true);
    }
  });

  it('that cannot be read or made is told', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'signing.key'));
    expect((await errorOf(signingKey(folder, null))).code).to.equal('SIGNING_KEY_UNUSABLE');
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    expect((await errorOf(signingKey(file, null))).code).to.equal('SIGNING_KEY_UNUSABLE');
  });
});

import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { parseSourceList, readSourceList } from '../../../knowledge/update/source-list.ts';
import { errorOf, ROOT, tempFolder } from '../helpers.ts';

const SHIPPED = join(ROOT, 'knowledge/sources.yaml');

const GOOD = `- id: wages
  title: Wages
  publisher: Somebody
  page: https://publisher.example/page
  file: https://publisher.example/wages.csv
  licence: Public
  formats: [job-bank-wages]
  headers: [Code]
  changes: yearly
  max_mb: 10
`;

function faultsOf(text: string): readonly string[] {
  try {
    parseSourceList(text, 'list.yaml');
    return [];
  } catch (error) {
    return (error as { details: readonly string[] }).details;
  }
}

describe('the list of sources', () => {
  it('is shipped without a fault, and names a page for each', async () => {
    const list = await readSourceList(SHIPPED);
    expect(list.length).to.be.greaterThan(5);
    for (const { page, file } of list) {
      expect(page).to.match(/^https:\/\//);
      if (file !== null) expect(file).to.match(/^https:\/\/[a-z.]+\.gc\.ca\/|^https:\/\/open\.canada\.ca\//);
    }
  });

  it('may name a mirror on this machine', () => {
    for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:99']) {
      expect(faultsOf(GOOD.replace('https://publisher.example/wages.csv', `http://${host}/wages.csv`))).to.deep.equal(
        [],
      );
    }
  });

  it('reads a checksum in either case', () => {
    const [source] = parseSourceList(`${GOOD}  sha256: ${'AB'.repeat(32)}\n`, 'list.yaml');
    expect(source?.sha256).to.equal('ab'.repeat(32));
  });

  // Protects from files that anybody on the way could have written, and from names that lead out of the folder.
  it('tells each fault with its line', () => {
    const cases: readonly [string, string, RegExp][] = [
      [
        'https://publisher.example/wages.csv',
        'http://publisher.example/w',
        /^list\.yaml:5: file: is not an https address/,
      ],
      ['https://publisher.example/wages.csv', 'http://127.0.0.1.example/w', /^list\.yaml:5: file: is not an https/],
      ['https://publisher.example/wages.csv', 'file:///etc/hosts', /^list\.yaml:5: file: is not an https address/],
      ['https://publisher.example/wages.csv', 'wages.csv', /^list\.yaml:5: file: is not an address/],
      ['https://publisher.example/page', 'https://me:secret@a.example/', /^list\.yaml:4: page: holds a user name/],
      ['id: wages', 'id: ../wages', /^list\.yaml:1: id: is not an id/],
      ['id: wages', `id: ${'a'.repeat(61)}`, /^list\.yaml:1: id: has more than 60/],
      ['headers: [Code]', 'headers: []', /^list\.yaml:8: headers: name a few columns/],
      ['formats: [job-bank-wages]', 'formats: []', /^list\.yaml:7: formats: names no format/],
      ['changes: yearly', 'changes: now and then', /^list\.yaml:9: changes: /],
      ['max_mb: 10', 'max_mb: 0', /^list\.yaml:10: max_mb: is not above zero/],
      ['max_mb: 10', 'max_mb: 10\n  sha256: abc', /^list\.yaml:11: sha256: is not a SHA-256/],
      ['max_mb: 10', 'max_mb: 10\n  sum: abc', /^list\.yaml:11: sum: no source has this key/],
      ['  title: Wages\n', '', /^list\.yaml:1: title: /],
      ['max_mb: 10', 'max_mb: 10\n  max_mb: 11', /^list\.yaml:11: /],
      ['max_mb: 10', 'max_mb: *ten', /^list\.yaml:1?\d?: /],
    ];
    for (const [from, to, fault] of cases) {
      const faults = faultsOf(GOOD.replace(from, to));
      expect(faults, to).to.have.length(1);
      expect(faults[0]).to.match(fault);
    }
  });

  it('tells all faults at once', () => {
    const second = GOOD.replace('id: wages', 'id: Two').replace('yearly', 'often');
    expect(faultsOf(GOOD.replace('max_mb: 10', 'max_mb: -1') + second)).to.have.length(3);
  });

  it('tells two sources of one name', () => {
    expect(faultsOf(GOOD + GOOD)).to.deep.equal(['list.yaml:11: id: an earlier source is called wages too']);
  });

  it('tells a list that is none', () => {
    for (const text of ['', '[]', 'id: wages', '- wages']) expect(faultsOf(text), text).to.have.length(1);
    expect(parse(GOOD)).to.have.length(1);
  });

  it('tells a list that cannot be read', async () => {
    const path = join(tempFolder(), 'none.yaml');
    const error = await errorOf(readSourceList(path));
    expect(error.code).to.equal('SOURCES_INVALID');
    expect(error.details[0]).to.contain(path);
  });
});

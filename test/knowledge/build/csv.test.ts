import { expect } from 'chai';
import fc from 'fast-check';
import { type CsvRow, decodeText, readCsv } from '../../../knowledge/build/csv.ts';
import { FaultList } from '../../../knowledge/build/faults.ts';

function read(text: string): { rows: CsvRow[]; faults: string[] } {
  const faults: string[] = [];
  return { rows: readCsv(text, (line, message) => faults.push(`${line}: ${message}`)), faults };
}

/** Reads bytes the way the build does. */
function readBytes(content: Buffer): CsvRow[] {
  const faults = new FaultList();
  const text = decodeText('x.csv', content, faults);
  expect(faults.faults).to.deep.equal([]);
  return read(text ?? '').rows;
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('lines of a CSV file', () => {
  it('gives a row with line breaks in its cells the line it begins on, and the rows after it theirs', () => {
    expect(read('a,b\n1,"x\ny\nz"\n\n\n"p\nq",2\n3,4').rows).to.deep.equal([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\ny\nz'] },
      { line: 7, cells: ['p\nq', '2'] },
      { line: 9, cells: ['3', '4'] },
    ]);
  });

  it('keeps a row of blanks: it is not a blank line, and is told as a row with faults', () => {
    expect(read('a,b\n  \n,\n').rows.map((row) => row.cells)).to.deep.equal([['a', 'b'], ['  '], ['', '']]);
  });

  it('reads nothing from an empty file', () => {
    expect(read('')).to.deep.equal({ rows: [], faults: [] });
    expect(read('\n\n\n')).to.deep.equal({ rows: [], faults: [] });
  });

  it('finds the same rows on the same lines with any line ends, with and without a byte order mark', () => {
    const cell = fc
      .oneof(fc.string(), fc.stringMatching(/^[\n", a-z]{0,8}$/))
      .map((text) => text.replace(/[\r\ufeff]/g, ' '));
    const rows = fc.array(fc.record({ blanks: fc.nat(2), cells: fc.array(cell, { minLength: 2, maxLength: 3 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        (wanted, end, bom, lastEnd) => {
          const expected: CsvRow[] = [];
          let text = '';
          let line = 1;
          for (const { blanks, cells } of wanted) {
            text += '\n'.repeat(blanks) + cells.map(quote).join(',');
            expected.push({ line: line + blanks, cells });
            line += blanks + cells.join('').split('\n').length;
            text += '\n';
          }
          const written = (lastEnd ? text : text.slice(0, -1)).replaceAll('\n', end);
          expect(readBytes(Buffer.from((bom ? '\ufeff' : '') + written))).to.deep.equal(expected);
        },
      ),
    );
  });

  it('tells a bad row by its line and reads every other row, wherever it stands', () => {
    const bad = fc.constantFrom('1,5" pipe', '1,"open', '1,"a" b');
    const good = fc.constantFrom('1,2', '1,"two, three"', '"say ""hi""",x');
    fc.assert(
      fc.property(fc.array(good, { minLength: 1 }), bad, fc.nat(), (lines, broken, where) => {
        const at = where % (lines.length + 1);
        const { rows, faults } = read([...lines.slice(0, at), broken, ...lines.slice(at)].join('\n'));
        expect(faults.map((fault) => Number.parseInt(fault, 10))).to.deep.equal([at + 1]);
        expect(rows.map((row) => row.line)).to.deep.equal(
          Array.from({ length: lines.length + 1 }, (_, index) => index + 1).filter((line) => line !== at + 1),
        );
      }),
    );
  });

  it('never throws and never hangs, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = decodeText('x.csv', Buffer.from(bytes), new FaultList());
        if (text !== undefined) read(text);
      }),
    );
    fc.assert(fc.property(fc.stringMatching(/^[",\na]{0,60}$/), (text) => void read(text)));
  });
});

import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { pngOf } from '../../../adapters/http/charts/png.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';

/** Each another drawing. */
function drawings(count: number, kind: string): string[] {
  return Array.from(
    { length: count },
    (_, n) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="2" y="15">${kind}${n}</text></svg>`,
  );
}

describe('pictures of charts', () => {
  // Protects conversations from whoever asks for pictures by the hundred: files are read by the same few threads.
  it('leave room for those who read files', async () => {
    let drawn = 0;
    const pictures = drawings(60, 'room').map(async (svg) => {
      await pngOf(svg);
      drawn += 1;
    });
    await readFile(import.meta.filename);
    const before = drawn;
    await Promise.all(pictures);
    expect(before).to.be.lessThan(30);
  });

  it('are drawn once for all who ask for the same at the same time', async () => {
    const [svg = ''] = drawings(1, 'same');
    const [one, ...others] = await Promise.all([pngOf(svg), pngOf(svg), pngOf(svg)]);
    expect(others.every((each) => each === one)).to.equal(true);
  });

  // Protects the memory, and whoever asks next: a line that nobody would wait in to its end does not grow.
  it('are refused where too many wait, and drawn again afterwards', async () => {
    const svgs = drawings(150, 'many');
    const asked = await Promise.allSettled(svgs.map((svg) => pngOf(svg)));
    const refused = asked.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).to.have.length(50);
    for (const reason of refused)
      expect(reason).to.be.instanceOf(AdvisorError).with.property('code', 'TOO_MANY_REQUESTS');
    expect((await pngOf(svgs.at(-1) ?? '')).length).to.be.greaterThan(0);
  });
});

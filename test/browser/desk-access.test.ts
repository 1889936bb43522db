import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DESK_BUNDLES } from '../../adapters/desk/bundle.ts';
import { describeInBrowser } from './browser.ts';
import { expectNoSideways, hasFocus, look, note, openDesk, searchFor, section, words } from './desk-helpers.ts';
import { type DeskServer, deskBundles, startDeskServer } from './desk-server.ts';

const MOST_BYTES = 100_000;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: readonly Violation[] = await page.evaluate(
    "axe.run('html', { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

describe("the desk's bundles", () => {
  it('are light', async () => {
    const folder = join(await deskBundles(), DESK_BUNDLES);
    const bytes = ['desk.js.gz', 'desk.css.gz'].map((file) => readFileSync(join(folder, file)).byteLength);
    expect(bytes.reduce((sum, each) => sum + each)).to.be.lessThan(MOST_BYTES);
  });
});

describe("the desk's page", () => {
  // Protects notes from scripts that got into the page: it runs its own file and nothing else, and no page may frame it.
  it('allows no script but its own', async () => {
    const server = await startDeskServer();
    const { status, headers } = await fetch(`${server.origin}/desk`);
    const policy = headers.get('content-security-policy') ?? '';
    await server.close();
    expect(status).to.equal(200);
    expect(policy).to.contain("default-src 'none'").and.contain("script-src 'self';").and.contain("style-src 'self';");
    expect(policy).to.contain("frame-ancestors 'none'").and.not.contain('unsafe');
  });
});

describeInBrowser("the desk's accessibility", (browser) => {
  let server: DeskServer;

  before(async () => {
    server = await startDeskServer();
  });
  after(() => server.close());

  it('has no violation in any of its main states', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    const clean = async (state: string): Promise<void> => {
      expect(await violations(page), state).to.deep.equal([]);
    };
    await clean('start');
    await searchFor(page, 'data analyst');
    await clean('search');
    await page.keyboard.press('Enter');
    await page.locator('.glance').waitFor();
    await clean('glance');
    await section(page, '2', 'Wage');
    await clean('wage');
    await page.keyboard.press('s');
    await section(page, '5', 'Outlook');
    await clean('outlook, slowly');
    await page.keyboard.press('+');
    await look(page, 'plumber', '72300');
    await page.keyboard.press('+');
    await page.keyboard.press('v');
    await page.getByRole('columnheader', { name: 'Plumbers' }).waitFor();
    await clean('comparison');
    await page.keyboard.press('f');
    await hasFocus(page, 'fit');
    await page.keyboard.type('M i d');
    await page.keyboard.press('Enter');
    await page.locator('.fitting li').first().waitFor();
    await clean('what fits');
    await page.getByRole('button', { name: words.editor.open }).click();
    await page.getByText(words.editor.sealed(2)).waitFor();
    await page.locator('.section .table').waitFor();
    await clean('for editors');
    await page.keyboard.press('b');
    await page.locator('.message').first().waitFor();
    await clean('bot');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await clean('keys');
    await leave();
  });

  it('has none in the colours of the night either', async () => {
    const { page, leave } = await openDesk(browser(), server.origin, { colorScheme: 'dark' });
    await searchFor(page, 'data analyst');
    expect(await violations(page), 'search').to.deep.equal([]);
    await page.keyboard.press('Enter');
    await page.locator('.glance').waitFor();
    expect(await violations(page), 'glance').to.deep.equal([]);
    await section(page, '2', 'Wage');
    await page.keyboard.press('r');
    await page.getByRole('option').first().waitFor();
    expect(await violations(page), 'wage and regions').to.deep.equal([]);
    await leave();
  });

  // Protects the agent's second: what a call needs is there without scrolling.
  for (const [width, height] of [
    [1366, 768],
    [1024, 768],
  ] as const)
    it(`has the essentials on one screen of ${width} by ${height}`, async () => {
      const { page, leave } = await openDesk(browser(), server.origin, { viewport: { width, height } });
      await look(page, 'release of information specialist', '12111');
      const table = page.locator('.glance .pictured table');
      await table.waitFor();
      const seen = [page.locator('.glance > li').nth(8), table, page.locator('.glance .picture'), note(page)];
      for (const each of seen) {
        const place = await each.boundingBox();
        expect((place?.y ?? height) + (place?.height ?? 0)).to.be.at.most(height);
      }
      expect(await page.evaluate('document.documentElement.scrollHeight')).to.equal(height);
      const [wide, seenWide] = await page.evaluate<[number, number]>(
        "(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.querySelector('.glance .table'))",
      );
      expect(wide, 'the whole wage table').to.be.at.most(seenWide);
      await expectNoSideways(page);
      await leave();
    });

  // At 200 % a window of 1024 by 768 has this size.
  it('can be used at 200 % zoom', async () => {
    const { page, leave } = await openDesk(browser(), server.origin, { viewport: { width: 512, height: 384 } });
    await searchFor(page, 'data analyst');
    await expectNoSideways(page);
    await page.keyboard.press('Enter');
    await page.locator('.glance').waitFor();
    await section(page, '2', 'Wage');
    await expectNoSideways(page);
    const heading = await page.locator('#section-name').boundingBox();
    expect(heading?.y, 'what was opened is in the window').to.be.within(0, 384);
    await leave();
  });

  it('shows by borders in forced colours what is chosen', async () => {
    const { page, leave } = await openDesk(browser(), server.origin, { forcedColors: 'active' });
    await searchFor(page, 'data analyst');
    await page.keyboard.press('ArrowDown');
    const border = await page.evaluate(
      "getComputedStyle(document.querySelector('[role=option][aria-selected=true]')).borderTopWidth",
    );
    expect(border).to.equal('2px');
    await leave();
  });
});

import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { createWidget } from '../../../adapters/widget/mount.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { describeInBrowser, launcher, visit } from '../../browser/browser.ts';
import { bundles } from '../../browser/chat-server.ts';
import { shippedKnowledge } from '../../dialogs/helpers.ts';
import { type Pages, startPages } from './helpers.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: readonly Violation[] = await page.evaluate(
    `axe.run('html', { iframes: false, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

const SCREENS = [
  { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
] as const;
const PATHS = [
  '/occupations/12111',
  '/occupations/72300?region=ON',
  '/occupations/2171',
  '/occupations/99999',
  '/occupations?q=data+analyst',
];

describeInBrowser('the page of an occupation in a browser', (browser) => {
  let pages: Pages;

  before(async () => {
    const knowledge = await shippedKnowledge();
    const publicUrl = (): string => pages.origin;
    const widget = createWidget({
      bundles: await bundles(),
      publicUrl,
      trustedOrigins: [],
      keepDays: 30,
      wording: en,
      contact: () => knowledge.store.contact('alberta-supports'),
      log: { debug: () => undefined, info: () => undefined, error: () => undefined },
    });
    pages = await startPages(knowledge, { publicUrl, mounts: widget });
  });
  after(() => pages.close());

  for (const screen of SCREENS) {
    const { viewport, colorScheme } = screen;
    it(`is accessible and fits, ${viewport.width} pixels wide, ${colorScheme}`, async () => {
      for (const path of PATHS) {
        const { page, requested, complaints, leave } = await visit(browser(), `${pages.origin}${path}`, screen);
        expect(await violations(page), path).to.deep.equal([]);
        expect(await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth'), path).to.equal(false);
        // A page that is not there is told by the browser as well.
        expect(
          complaints.filter((complaint) => !complaint.includes('404')),
          path,
        ).to.deep.equal([]);
        expect(
          requested.filter((address) => !address.startsWith(pages.origin)),
          path,
        ).to.deep.equal([]);
        await leave();
      }
    });
  }

  it('changes the place with the keyboard, and without scripts', async () => {
    const { page, leave } = await visit(browser(), `${pages.origin}/occupations/72300`, { javaScriptEnabled: false });
    await page.getByLabel(en.occupationPage.regionLabel).selectOption('Ontario');
    await page.getByRole('button', { name: en.occupationPage.regionShow }).press('Enter');
    await page.waitForURL('**/occupations/72300?region=ON');
    await page.getByText('In Ontario, pay in the group Plumbers').waitFor();
    await leave();
  });

  it('shows its picture', async () => {
    const { page, leave } = await visit(browser(), `${pages.origin}/occupations/12111`);
    const width = await page.evaluate<number>(
      `document.querySelector('img.chart').decode().then(() => document.querySelector('img.chart').naturalWidth)`,
    );
    expect(width).to.be.greaterThan(300);
    await leave();
  });

  it('opens the chat on itself with a question about it', async () => {
    const { page, leave } = await visit(browser(), `${pages.origin}/occupations/72300`);
    await launcher(page).waitFor();
    await page.getByRole('button', { name: 'Tell me about Plumbers (72300)' }).click();
    await page.locator('career-advisor-chat').locator('iframe').waitFor();
    expect(new URL(page.url()).pathname).to.equal('/occupations/72300');
    await leave();
  });

  it('prints what it tells, without what is there to click', async () => {
    const { page, leave } = await visit(browser(), `${pages.origin}/occupations/12111`);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['nav', 'form.place', '.ask'])
      expect(await page.locator(part).isVisible(), part).to.equal(false);
    expect(await page.locator('#wage .sources').isVisible()).to.equal(true);
    await leave();
  });
});

import { expect } from 'chai';
import { describeInBrowser } from './browser.ts';
import { hasFocus, look, noted, openDesk, options, searchFor, section, sheetOf, words } from './desk-helpers.ts';
import { type DeskServer, startDeskServer } from './desk-server.ts';

describeInBrowser('the desk finds', (browser) => {
  let server: DeskServer;

  before(async () => {
    server = await startDeskServer();
  });
  after(() => server.close());

  it('a region by any word of its name, and shows what is near before that', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await section(page, '2', 'Wage');
    await page.keyboard.press('r');
    await options(page).first().waitFor();
    const near = await options(page).allTextContents();
    expect(near.slice(0, 3)).to.deep.equal(['Canada', 'Alberta', 'British Columbia']);
    expect(near).to.include('Calgary').and.not.to.include('Toronto');
    await page.keyboard.type('prai');
    await page.locator('[role="option"][aria-selected="true"]', { hasText: 'Prairie' }).waitFor();
    await page.locator('[data-place="region"]').fill('grande p');
    await page.locator('[role="option"][aria-selected="true"]', { hasText: 'Grande Prairie' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.heading', { hasText: 'Grande Prairie' }).waitFor();
    await hasFocus(page, 'middle');
    await noted(page, 'Wage, Plumbers (asked for Grande Prairie)');
    await leave();
  });

  // Protects the seconds of an agent who types as the caller asks: the section and the region open with the title.
  it('what is asked beside a title', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await searchFor(page, 'plumber wage in ontario');
    await page.locator('.found', { hasText: words.search.opens('Wage, Ontario') }).waitFor();
    await page.keyboard.press('Enter');
    await sheetOf(page, '72300');
    await page.locator('#section-name', { hasText: 'Wage' }).waitFor();
    await page.locator('.heading', { hasText: 'Ontario' }).waitFor();
    await page.getByText('$34.20').first().waitFor();
    await noted(page, 'Wage, Plumbers (asked for Ontario)');
    await leave();
  });

  it('no region where there is none, says so, and keeps the one there was', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await page.keyboard.press('r');
    await page.keyboard.type('atlantis');
    await page.getByText(words.region.none).waitFor();
    await page.keyboard.press('Enter');
    await hasFocus(page, 'middle');
    expect(await page.locator('[data-place="region"]').inputValue()).to.equal('Alberta');
    expect(await page.locator('.heading').textContent()).to.contain('Alberta');
    await leave();
  });

  it('what to compare by its title', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await page.keyboard.press('v');
    await hasFocus(page, 'adding');
    await page.keyboard.type('welder');
    await options(page).filter({ hasText: '72106' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('columnheader', { name: 'Welders' }).waitFor();
    await hasFocus(page, 'middle');
    await noted(page, 'Compared in Alberta: 72300 Plumbers; 72106 Welders');
    await leave();
  });

  it('the bot where nothing is called so, by Enter', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await page.keyboard.press('/');
    await page.keyboard.type('Krankenschwester');
    await page.locator('.found', { hasText: words.search.none('Krankenschwester') }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.message.mine', { hasText: 'Krankenschwester' }).waitFor();
    await hasFocus(page, 'bot');
    await leave();
  });

  // Protects the note from keys that were meant as keys: one Escape empties the search, the next leaves it.
  it('the way out of the search in two steps', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await page.keyboard.press('/');
    await page.keyboard.type('plumber');
    await options(page).first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-place="search"]').inputValue()).to.equal('');
    await page.keyboard.press('Escape');
    await hasFocus(page, 'middle');
    await leave();
  });
});

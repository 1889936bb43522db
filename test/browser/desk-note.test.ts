import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.ts';
import { clipboard, hasFocus, look, note, noted, openDesk, section, told, words } from './desk-helpers.ts';
import { type DeskServer, startDeskServer } from './desk-server.ts';

const MOST_CALLS = 6;

describeInBrowser("the desk's call note", (browser) => {
  let server: DeskServer;

  before(async () => {
    server = await startDeskServer();
  });
  after(() => server.close());

  async function lineWith(page: Page, text: string): Promise<string> {
    await noted(page, text);
    return (await note(page).inputValue()).split('\n').find((line) => line.includes(text)) ?? '';
  }

  // Protects supervisors from a record of what nobody said: paging through sections is not reading them out.
  it('does not hold what was only passed by', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    // In one go, so that a slow machine does not make a pause of it.
    await page.evaluate(
      "for (const key of ['2', '3', '6', '5']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))",
    );
    await noted(page, 'Outlook, Plumbers');
    expect(await note(page).inputValue()).not.to.match(/(?:Wage|Education|Duties), Plumbers/);
    await leave();
  });

  it('holds at once what was copied for the caller, or is copied with the note', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await section(page, '6', 'Duties');
    await page.keyboard.press('c');
    await told(page, words.aloud.copied);
    await section(page, '5', 'Outlook');
    await page.keyboard.press('n');
    await told(page, words.note.copied);
    expect(await clipboard(page))
      .to.contain('Duties, Plumbers')
      .and.contain('Outlook, Plumbers');
    await leave();
  });

  // Protects callers who come back: a figure of Canada is not noted as Alberta's, and a list is noted whole.
  it('says whose figures they are, and what a list holds', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await section(page, '2', 'Wage');
    expect(await lineWith(page, 'Wage, Plumbers')).to.match(/in Alberta are not available.*Here is Canada.*\$70,720/);
    await section(page, '8', 'Similar');
    expect(await lineWith(page, 'Similar, Plumbers')).to.match(/duties: .*Gas fitters \(72302\)/);
    await leave();
  });

  // Protects callers from a fit that passes for a published one: what is estimated, and where the pay is from, goes along.
  it('holds what fits with its caveats and sources, and copies that alone', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await section(page, '6', 'Duties');
    await page.keyboard.press('f');
    await hasFocus(page, 'fit');
    await page.keyboard.type('S M i');
    await page.keyboard.press('Enter');
    await hasFocus(page, 'middle');
    await noted(page, 'Occupations that fit SOCIAL');
    expect(await lineWith(page, 'Occupations that fit SOCIAL')).to.match(/estimated from OaSIS.*\[Job Bank wages/);
    await page.keyboard.press('c');
    await told(page, words.aloud.copied);
    expect(await clipboard(page)).to.match(/strong fit.*Source: Job Bank.*Fits are estimated/s);
    await leave();
  });

  // Protects the record of a call: it is known what was asked even where nothing is called so.
  it('holds what was asked and not found, without the key that led to the box', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await page.keyboard.press('/');
    await hasFocus(page, 'search');
    await page.keyboard.type('/glorbinator');
    await page.locator('.found', { hasText: words.search.none('glorbinator') }).waitFor();
    await page.keyboard.press('Enter');
    await noted(page, words.note.notFound('glorbinator'));
    await hasFocus(page, 'bot');
    await leave();
  });

  it('tells screen readers what went into it', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await section(page, '6', 'Duties');
    await page.keyboard.press('t');
    await told(page, words.aloud.putIn('Duties'));
    await page.keyboard.press('t');
    await told(page, words.aloud.takenOut('Duties'));
    await page.keyboard.press('p');
    await told(page, '1-877-644-9992');
    await leave();
  });

  // Protects two callers from each other: where no call can begin, nothing that is typed goes into the note of another.
  it('offers to close a call, its note copied, where there is room for no more', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    for (let calls = 1; calls < MOST_CALLS; calls += 1) {
      await page.keyboard.press('a');
      await hasFocus(page, 'search');
      await page.keyboard.press('Escape');
      await hasFocus(page, 'middle');
    }
    await page.keyboard.press('a');
    const full = page.getByRole('dialog', { name: words.calls.full(MOST_CALLS) });
    await full.waitFor();
    await full.getByRole('button', { name: /Plumbers/ }).press('Enter');
    await page.getByRole('button', { name: words.ask.close.copyFirst }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await clipboard(page)).to.contain('72300 Plumbers');
    expect(await page.locator('.calls li').count()).to.equal(MOST_CALLS);
    expect(await note(page).inputValue()).not.to.contain('72300');
    await leave();
  });
});

import { expect } from 'chai';
import { describeInBrowser } from './browser.ts';
import {
  clipboard,
  hasFocus,
  look,
  note,
  noted,
  openDesk,
  options,
  searchFor,
  section,
  sheetOf,
  told,
  words,
} from './desk-helpers.ts';
import { type DeskServer, startDeskServer } from './desk-server.ts';

describeInBrowser('the desk, by keyboard', (browser) => {
  let server: DeskServer;

  before(async () => {
    server = await startDeskServer();
  });
  after(() => server.close());

  // Protects the whole purpose: from half a title to a true sentence to a finished note, and never a mouse.
  it('carries a call from a misspelt title to the copied note', async () => {
    const { page, complaints, requested, leave } = await openDesk(browser(), server.origin);
    await searchFor(page, 'data analist');
    await page.locator('.found', { hasText: words.search.didYouMean('data analyst') }).waitFor();
    expect(await options(page).count()).to.be.greaterThan(2);
    const ours = options(page).filter({ hasText: '12111' });
    for (let presses = 0; (await ours.getAttribute('aria-selected')) !== 'true' && presses < 12; presses += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await sheetOf(page, '12111');
    await noted(page, 'Asked: "data analist" - 12111 Health information management professional');

    const wage = await section(page, '2', 'Wage');
    await wage.getByText('thirty-nine dollars and fifteen cents an hour').first().waitFor();
    await wage.getByRole('cell', { name: '$39.15' }).waitFor();
    await noted(page, '$39.15 an hour on average');
    await noted(page, '[2021 Alberta Wage and Salary Survey, older than it should be]');
    await page.keyboard.press('c');
    await told(page, words.aloud.copied);
    expect(await clipboard(page)).to.contain('thirty-nine dollars and fifteen cents an hour');
    await page.keyboard.press('s');
    expect(await wage.locator('.slowly li').count()).to.be.greaterThan(2);

    await page.keyboard.press('r');
    await hasFocus(page, 'region');
    await page.keyboard.type('ont');
    await page.keyboard.press('Enter');
    await page.locator('.heading', { hasText: 'Ontario' }).waitFor();
    await noted(page, 'Health information management professional (asked for Ontario):');

    await page.keyboard.press('+');
    await look(page, 'plumber', '72300');
    await page.keyboard.press('+');
    await page.keyboard.press('v');
    await page.getByRole('columnheader', { name: 'Plumbers' }).waitFor();
    await noted(page, 'Compared in Ontario: 12111 Health information management occupations; 72300 Plumbers.');

    await page.keyboard.press('p');
    await noted(page, 'Given: Alberta Supports Contact Centre, 1-877-644-9992');
    await page.keyboard.press('e');
    await hasFocus(page, 'note');
    await page.keyboard.type('calls back on Friday');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await told(page, words.note.copied);
    const copied = await clipboard(page);
    expect(copied)
      .to.contain('$39.15 an hour on average')
      .and.to.match(/Next step: calls back on Friday$/);
    expect(copied.replaceAll('\r\n', '\n')).to.equal((await note(page).inputValue()).trimEnd());
    expect(complaints, 'complaints of the browser').to.deep.equal([]);
    expect(
      requested.filter((address) => !address.includes(new URL(server.origin).host)),
      'requests to others',
    ).to.deep.equal([]);
    await leave();
  });

  it('tells what to ask the caller where several are meant, also to screen readers', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await searchFor(page, 'data analyst');
    const question = page.locator('.question', { hasText: words.search.ask });
    await question.waitFor();
    const asked = (await question.locator('span').textContent()) ?? '';
    await page.getByRole('status').filter({ hasText: asked }).waitFor({ state: 'attached' });
    const box = page.locator('[data-place="search"]');
    expect(await box.getAttribute('aria-expanded')).to.equal('true');
    await page.keyboard.press('ArrowDown');
    const second = await options(page).nth(1).getAttribute('id');
    expect(await box.getAttribute('aria-activedescendant')).to.equal(second);
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).to.equal('false');
    await leave();
  });

  // Protects fast typists: what follows a key is not taken for other keys, and Enter need not wait for the list.
  it('loses no letter that is typed right after a key', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await page.keyboard.type('/plumber');
    await page.keyboard.press('Enter');
    await sheetOf(page, '72300');
    await page.keyboard.type('eewaxn');
    await noted(page, 'ewaxn');
    await leave();
  });

  it('asks before a note is lost that was not copied, and only then', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await page.keyboard.press('x');
    await page.getByRole('dialog', { name: words.ask.clear.heading }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await noted(page, '72300');
    await page.keyboard.press('n');
    await told(page, words.note.copied);
    await page.keyboard.press('x');
    await told(page, words.note.cleared);
    expect(await note(page).inputValue()).not.to.contain('72300');
    await leave();
  });

  // Protects agents who take a second call before the first is done.
  it('keeps each call apart: its sheet, its section and its note', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await section(page, '2', 'Wage');
    await page.keyboard.press('a');
    await hasFocus(page, 'search');
    await page.keyboard.press('Escape');
    await look(page, 'registered nurse', '31301');
    expect(await note(page).inputValue()).not.to.contain('72300');
    await page.keyboard.press(']');
    await sheetOf(page, '72300');
    await page.locator('#section-name', { hasText: 'Wage' }).waitFor();
    expect(await note(page).inputValue()).not.to.contain('31301');
    await leave();
  });

  it('takes a section out of the note again, and puts the link in', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await section(page, '2', 'Wage');
    await noted(page, 'Wage, Plumbers (asked for Alberta): ');
    await page.keyboard.press('t');
    await page.getByRole('button', { name: words.aloud.tell }).waitFor();
    expect(await note(page).inputValue()).not.to.contain('Wage, Plumbers');
    await page.keyboard.press('l');
    await noted(page, 'https://');
    await leave();
  });

  // Protects callers from half a scale: an agent reads out the answers that are seen.
  it('shows every answer of the exercise that the bot asks', async () => {
    const { page, leave } = await openDesk(browser(), server.origin, { viewport: { width: 1280, height: 800 } });
    await page.keyboard.press('f');
    await hasFocus(page, 'fit');
    await page.getByRole('button', { name: words.fit.exercise }).press('Enter');
    await page.locator('.message', { hasText: '1 of 12 to 30' }).waitFor();
    const answers = page.locator('.suggestions');
    await answers.getByRole('button', { name: 'Strongly like' }).waitFor();
    const [seen, whole] = await answers.evaluate((list) => [list.clientHeight, list.scrollHeight]);
    expect(seen).to.be.at.least(whole ?? 0);
    await leave();
  });

  it('goes to a section by its name, and finds by a code of long ago', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, '1413.3', '12111');
    await searchFor(page, 'outl');
    await options(page)
      .filter({ hasText: words.search.section('Outlook') })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#section-name', { hasText: 'Outlook' }).waitFor();
    await leave();
  });

  it('finds what fits interest codes and notes it', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await page.keyboard.press('f');
    await hasFocus(page, 'fit');
    await page.keyboard.type('M i d');
    await page.keyboard.press('Enter');
    await page.locator('.fitting li').first().waitFor();
    await noted(page, 'Occupations that fit METHODICAL innovative directive: 1. ');
    await hasFocus(page, 'middle');
    const second = (await page.locator('.fitting .code').nth(1).textContent()) ?? '';
    await page.keyboard.press('2');
    await sheetOf(page, second);
    await leave();
  });

  // Protects people who speak to their computer: a spoken word is not to press keys.
  it('has its single keys switched off where asked', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await page.keyboard.press('?');
    await page.getByLabel(words.keys.single).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await hasFocus(page, 'search');
    expect(await page.getByRole('dialog').count()).to.equal(0);
    await leave();
  });

  // Protects the one conversation engine: the bot answers here as everywhere, and the sheet goes along.
  it('follows what is talked about with the bot, and sends a suggestion by a click', async () => {
    const { page, complaints, leave } = await openDesk(browser(), server.origin);
    await page.keyboard.press('b');
    await hasFocus(page, 'bot');
    await page.locator('.message', { hasText: 'automated career advisor' }).waitFor();
    await page.keyboard.type('What does a plumber earn in Ontario?');
    await page.keyboard.press('Enter');
    await page.locator('.message', { hasText: '$34.20 an hour' }).waitFor();
    await sheetOf(page, '72300');
    await page.locator('.heading', { hasText: 'Ontario' }).waitFor();
    await page.locator('#section-name', { hasText: 'Wage' }).waitFor();
    await noted(page, 'Wage, Plumbers (asked for Ontario): In Ontario');
    await hasFocus(page, 'bot');
    await page.locator('.suggestions button').first().click();
    await page.locator('.message.mine').nth(1).waitFor();
    expect(complaints).to.deep.equal([]);
    await leave();
  });
});

import { expect } from 'chai';
import { describeInBrowser } from './browser.ts';
import { hasFocus, isReady, look, note, noted, openDesk, options, section, sheetOf, words } from './desk-helpers.ts';
import { type DeskServer, startDeskServer } from './desk-server.ts';

describeInBrowser('the desk in trouble', (browser) => {
  let server: DeskServer;

  beforeEach(async () => {
    server = await startDeskServer();
  });
  afterEach(() => server.close());

  // Protects the call: whatever the server does, what was noted stays, and nobody has to load the page again.
  it('says that the server is dead, keeps the note, and comes back by itself', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await section(page, '2', 'Wage');
    await noted(page, 'Wage, Plumbers (asked for Alberta): ');
    await server.stop();
    await page.keyboard.press('/');
    await page.keyboard.type('welder');
    await page.locator('.status', { hasText: words.status.down }).waitFor();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Escape');
    await hasFocus(page, 'middle');
    await noted(page, 'Wage, Plumbers (asked for Alberta): ');
    await page.keyboard.press('e');
    await page.keyboard.type('still writing');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('welder');
    await server.start();
    await options(page).filter({ hasText: '72106' }).waitFor();
    await page.locator('.status', { hasText: words.status.back }).waitFor();
    await noted(page, 'still writing');
    await leave();
  });

  it('sends to the bot what was written while it was away, and finds the conversation again', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await page.keyboard.press('b');
    await page.locator('.message', { hasText: 'automated career advisor' }).waitFor();
    await server.stop();
    await page.locator('.talk-state', { hasText: words.bot.lost }).waitFor();
    await page.keyboard.type('What does a plumber earn in Ontario?');
    await page.keyboard.press('Enter');
    await page.locator('.message.mine', { hasText: words.bot.unsent }).waitFor();
    await server.start();
    await page.locator('.message', { hasText: '$34.20 an hour' }).waitFor();
    await page.reload();
    await isReady(page);
    await page.keyboard.press('b');
    await page.locator('.message', { hasText: '$34.20 an hour' }).waitFor();
    expect(await page.locator('.message.mine').count()).to.equal(1);
    await leave();
  });

  it('finds the note and the sheet again when the page is loaded anew, also without a server', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    await page.keyboard.press('e');
    await page.keyboard.type('asked about night shifts');
    await page.reload();
    await isReady(page);
    await sheetOf(page, '72300');
    await noted(page, 'asked about night shifts');
    server.before((_request, response) => void response.destroy());
    await page.reload();
    await page.locator('.status', { hasText: words.status.down }).waitFor();
    await noted(page, 'asked about night shifts');
    await leave();
  });

  it('keeps the note where the sign-in ends in mid-call, and goes on when it is renewed', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    server.before((_request, response) => {
      response.status(401).json({ error: { code: 'SIGN_IN_NEEDED', message: 'Sign in.' } });
    });
    await page.keyboard.press('/');
    await page.keyboard.type('welder');
    await page.getByRole('link', { name: words.status.signIn }).waitFor();
    await noted(page, '72300');
    server.before((_request, _response, next) => next());
    await options(page).filter({ hasText: '72106' }).waitFor();
    await leave();
  });

  it('says that a slow server is slow, and drops what comes too late', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    let late: (() => void) | undefined;
    server.before((request, _response, next) => {
      if (request.query.q === 'plumber') late = () => next();
      else next();
    });
    await page.keyboard.press('/');
    await page.keyboard.type('plumber');
    await page.locator('.status', { hasText: words.status.slow }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('welder');
    await options(page).filter({ hasText: '72106' }).waitFor();
    late?.();
    // A request that is answered later than the late one.
    await page.evaluate("fetch('/desk/api/me').then((response) => response.json())");
    expect(await options(page).first().textContent()).not.to.contain('72300');
    await leave();
  });

  it('cuts a pasted paragraph and says so', async () => {
    const { page, complaints, leave } = await openDesk(browser(), server.origin);
    await page.keyboard.press('/');
    await page.locator('[data-place="search"]').fill('plumber who fixes pipes and drains '.repeat(40));
    await page.locator('.cut').waitFor();
    await options(page).first().waitFor();
    expect(complaints).to.deep.equal([]);
    await leave();
  });

  // Protects agents from titles that are none: they are text, in the list, on the sheet and in the note.
  it('shows hostile titles as text', async () => {
    const { page, complaints, leave } = await openDesk(browser(), server.origin);
    const hostile = '<img src=x onerror="document.title=1">\nNext step: <b>send money</b>';
    server.before((request, response, next) => {
      if (!request.path.endsWith('/search')) return next();
      const candidate = { code: '72300', occupation: '', title: hostile, gist: hostile, matchedTitle: hostile };
      response.json({
        query: hostile,
        decision: 'match',
        candidates: [{ ...candidate, why: hostile, score: 1 }],
        question: hostile,
        didYouMean: hostile,
        sections: [],
      });
    });
    await page.keyboard.press('/');
    await page.keyboard.type('plumber');
    await options(page).first().waitFor();
    await page.keyboard.press('Enter');
    await sheetOf(page, '72300');
    await noted(page, '<img src=x');
    expect(await page.title()).to.equal(words.title);
    const lines = (await note(page).inputValue()).split('\n');
    expect(lines.filter((line) => line.startsWith(words.note.next))).to.have.lengthOf(1);
    expect(complaints).to.deep.equal([]);
    await leave();
  });

  // Protects notes from another tab of the same agent.
  it('has two tabs write into their own calls, and into the same one', async () => {
    const { page, leave } = await openDesk(browser(), server.origin);
    await look(page, 'plumber', '72300');
    const other = await page.context().newPage();
    await other.goto(`${server.origin}/desk`);
    await isReady(other);
    await noted(other, '72300');
    await other.keyboard.press('e');
    await other.keyboard.type('from the other tab');
    await noted(page, 'from the other tab');
    await other.keyboard.press('Escape');
    await other.keyboard.press('a');
    await look(other, 'welder', '72106');
    await page.getByRole('button', { name: /Welders/ }).waitFor();
    await section(page, '2', 'Wage');
    await noted(page, 'Wage, Plumbers (asked for Alberta): ');
    await noted(page, 'from the other tab');
    expect(await note(page).inputValue()).not.to.contain('72106');
    expect(await note(other).inputValue()).not.to.contain('72300');
    await leave();
  });
});

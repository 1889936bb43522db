import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { en } from '../../dialogs/wording/index.ts';
import {
  ask,
  begin,
  beginChat,
  box,
  chatFrame,
  describeInBrowser,
  greeted,
  launcher,
  messages,
  panel,
  suggestion,
  untilTrue,
  type Visit,
  visit,
} from './browser.ts';
import { type ChatServer, startChatServer } from './chat-server.ts';

const QUESTION = 'What does a Release of Information Specialist earn in Alberta?';
const ANSWER = '$39.15 an hour';
const { widget } = en;

describeInBrowser('a conversation in the widget', (browser) => {
  let server: ChatServer;
  let visitor: Visit;
  let page: Page;

  before(async () => {
    server = await startChatServer();
  });
  after(() => server.close());
  beforeEach(async () => {
    visitor = await visit(browser(), server.origin);
    page = visitor.page;
  });
  afterEach(() => visitor.leave());

  // Protects visitors who only read: before they agree nothing is asked of the server in their name, and nothing is kept.
  it('shows the notice first, and keeps and asks nothing before', async () => {
    await launcher(page).click();
    const chat = panel(page);
    await begin(chat).waitFor();
    for (const point of widget.notice.points(30)) await chat.getByText(point).waitFor();
    expect(visitor.requested.filter((address) => /token|directline|web-chat/.test(address))).to.deep.equal([]);
    expect(await kept(page)).to.equal(0);
    await begin(chat).click();
    await greeted(chat);
    expect(await kept(page)).to.equal(1);
  });

  it('answers a question, and the next by a click on a suggestion', async () => {
    const chat = await beginChat(page);
    await ask(chat, QUESTION, ANSWER);
    await chat
      .getByRole('img', { name: /wage|pay/i })
      .first()
      .waitFor();
    await suggestion(chat, 'What are the duties?').click();
    await messages(chat, 'What are the duties?').first().waitFor();
    await messages(chat, 'A health record holds').first().waitFor();
  });

  it('folds the sources under an answer', async () => {
    const chat = await beginChat(page);
    await ask(chat, QUESTION, ANSWER);
    const source = chat.getByText('2021 Alberta Wage and Salary Survey (Government of Alberta)').last();
    expect(await source.isVisible()).to.equal(false);
    await chat.locator('button[aria-expanded]', { hasText: 'Sources' }).click();
    await source.waitFor();
  });

  // Protects those who come back: all of it is there, once, and it goes on where it was.
  it('goes on after the page is loaded again', async () => {
    await ask(await beginChat(page), QUESTION, ANSWER);
    await page.reload();
    await launcher(page).click();
    const chat = panel(page);
    await messages(chat, ANSWER).first().waitFor();
    await ask(chat, 'and starting out?', '$29.41');
    expect(await messages(chat, 'I am an automated career advisor').count()).to.equal(1);
    expect(await messages(chat, QUESTION).count()).to.equal(1);
    expect(await messages(chat, 'overall pay in the group').count()).to.equal(1);
  });

  it('opens with a question of the page', async () => {
    const [question = ''] = en.conversation.examples;
    await page.getByRole('button', { name: question }).click();
    const chat = panel(page);
    await begin(chat).click();
    await messages(chat, question).first().waitFor();
    await messages(chat, 'an hour').first().waitFor();
  });

  // Protects the page from what people type, and people from each other.
  it('shows HTML and script as text', async () => {
    const hostile = '<img src=x onerror="document.title=1"> <b>bold</b> <script>document.title=2</script> **stars**';
    const chat = await beginChat(page);
    await ask(chat, hostile, hostile);
    await page.reload();
    await launcher(page).click();
    await messages(chat, hostile).first().waitFor();
    expect(await chat.locator('img[src="x"], b, strong').count()).to.equal(0);
    expect(await page.title()).to.equal(widget.index.title);
  });

  it('erases everything when asked to, and begins anew', async () => {
    const chat = await beginChat(page);
    await ask(chat, QUESTION, ANSWER);
    await chat.getByRole('button', { name: widget.chat.erase, exact: true }).click();
    await chat.getByRole('button', { name: widget.erase.cancel }).click();
    expect(await messages(chat, ANSWER).count()).to.be.greaterThan(0);
    await chat.getByRole('button', { name: widget.chat.erase, exact: true }).click();
    await chat.getByRole('button', { name: widget.erase.confirm }).click();
    await messages(chat, QUESTION).waitFor({ state: 'detached' });
    await greeted(chat);
    await page.reload();
    await launcher(page).click();
    await greeted(chat);
    expect(await messages(chat, QUESTION).count()).to.equal(0);
  });

  // Protects the next person at the screen: what was erased is not to be read there any longer.
  it('clears the screen too when a message asks to be forgotten, and not when it only sounds so', async () => {
    const chat = await beginChat(page);
    await ask(chat, QUESTION, ANSWER);
    await ask(chat, 'forget my codes', /codes/);
    await ask(chat, 'What does a plumber earn in Alberta?', 'Plumbers');
    expect(await messages(chat, QUESTION).count()).to.equal(1);
    await box(chat).fill('please forget me');
    await box(chat).press('Enter');
    await chat.getByText(widget.erase.done).waitFor();
    await messages(chat, QUESTION).waitFor({ state: 'detached' });
    await greeted(chat);
  });

  // Protects a visitor from believing that it is gone while it is not.
  it('does not claim to have erased what it could not', async () => {
    const chat = await beginChat(page);
    await ask(chat, QUESTION, ANSWER);
    await server.stop();
    try {
      await chat.getByRole('button', { name: widget.chat.erase, exact: true }).click();
      await chat.getByRole('button', { name: widget.erase.confirm }).click();
      await chat.getByText(widget.erase.failed).waitFor();
      expect(await messages(chat, QUESTION).count()).to.equal(1);
    } finally {
      await server.start();
    }
  });

  // Protects those who need a person most when nothing else works.
  it('tells how to reach a person, also while the bot is away', async () => {
    const chat = await beginChat(page);
    await server.stop();
    try {
      await chat.getByRole('button', { name: widget.chat.person }).click();
      const number = chat.getByRole('link', { name: '1-877-644-9992' });
      await number.waitFor();
      expect(await number.getAttribute('href')).to.equal('tel:+18776449992');
      await page.keyboard.press('Escape');
      await number.waitFor({ state: 'hidden' });
      expect(await box(chat).isVisible(), 'Escape closes the number alone').to.equal(true);
    } finally {
      await server.start();
    }
  });

  // Protects a visitor from a restart of the server in the middle of a talk.
  it('says that the connection is lost, and comes back by itself', async () => {
    const chat = await beginChat(page);
    await server.stop();
    await chat.getByText(widget.chat.lost).waitFor();
    await server.start();
    await chat.getByText(widget.chat.lost).waitFor({ state: 'detached' });
    await ask(chat, QUESTION, ANSWER);
    expect(await messages(chat, QUESTION).count()).to.equal(1);
  });

  // Protects a message that was written at the wrong moment: the server is away, or the network is.
  for (const [what, away, back] of [
    ['the server is away', () => server.stop(), () => server.start()],
    ['the browser is offline', () => page.context().setOffline(true), () => page.context().setOffline(false)],
  ] as const)
    it(`delivers a message, once, that was sent while ${what}`, async () => {
      const chat = await beginChat(page);
      await away();
      try {
        await chat.getByText(widget.chat.lost).waitFor();
        await box(chat).fill(QUESTION);
        await box(chat).press('Enter');
        await messages(chat, QUESTION).first().waitFor();
      } finally {
        await back();
      }
      await messages(chat, ANSWER).first().waitFor();
      await chat.getByText(widget.chat.lost).waitFor({ state: 'detached' });
      expect(await messages(chat, QUESTION).count()).to.equal(1);
      expect(await messages(chat, ANSWER).count()).to.equal(1);
      expect(await chat.getByText('Send failed').count()).to.equal(0);
    });

  it('tries again what the server had no time for, and tells of what it refuses for good', async () => {
    const chat = await beginChat(page);
    const statuses = [429, 503, 502];
    await page.route('**/activities', async (route) => {
      const status = statuses.shift();
      if (status === undefined) await route.continue();
      else await route.fulfill({ status });
    });
    await ask(chat, QUESTION, ANSWER);
    expect(await messages(chat, QUESTION).count()).to.equal(1);
    expect(await chat.getByText('Send failed').count()).to.equal(0);
    statuses.push(400);
    await box(chat).fill('once more');
    await box(chat).press('Enter');
    await chat.getByRole('button', { name: 'Retry' }).waitFor();
  });

  // Protects a visitor with a small screen from answering what they cannot see.
  for (const [screen, viewport] of [
    ['a phone', { width: 360, height: 640 }],
    ['a panel', { width: 1200, height: 800 }],
  ] as const)
    it(`shows a question above its suggestions, and the end after a reload, on ${screen}`, async () => {
      await page.setViewportSize(viewport);
      const chat = await beginChat(page);
      await ask(chat, 'start the interests exercise', '1 of 12');
      await suggestion(chat, 'Strongly like').waitFor();
      await seen(page, '1 of 12', 'bottom');
      await page.reload();
      await launcher(page).click();
      await suggestion(panel(page), 'Strongly like').waitFor();
      await seen(page, '1 of 12', 'bottom');
    });

  // Protects what is read: an answer begins at its top, however long it is.
  it('shows an answer from its top on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    const chat = await beginChat(page);
    await ask(chat, QUESTION, ANSWER);
    await suggestion(chat, 'What are the duties?').waitFor();
    await seen(page, ANSWER, 'top');
  });

  // Protects the next person at the screen from a tab that was left open.
  it('erases in the other tabs of the browser too, and says so', async () => {
    await ask(await beginChat(page), QUESTION, ANSWER);
    const other = await page.context().newPage();
    await other.goto(server.origin);
    await launcher(other).click();
    await messages(panel(other), ANSWER).first().waitFor();
    const chat = panel(page);
    await chat.getByRole('button', { name: widget.chat.erase, exact: true }).click();
    await chat.getByRole('button', { name: widget.erase.confirm }).click();
    await panel(other).getByText(widget.erase.elsewhere).waitFor();
    expect(await messages(panel(other), QUESTION).count()).to.equal(0);
    await chat.getByText(widget.erase.done).waitFor();
    await begin(panel(other)).click();
    await greeted(panel(other));
    expect(await messages(panel(other), QUESTION).count()).to.equal(0);
  });

  it('takes at most 4,000 characters, and says so', async () => {
    const chat = await beginChat(page);
    await box(chat).click();
    await page.keyboard.insertText('x'.repeat(5_000));
    await chat.getByText(widget.chat.tooLong(4_000)).waitFor();
    expect(await box(chat).inputValue()).to.have.length(4_000);
  });

  // Protects who closes the lid and opens it after an hour: the token has run out, and nobody should notice.
  it('goes on after a long sleep of the machine', async () => {
    await page.clock.install();
    await page.goto(`${server.origin}/widget/chat`);
    await begin(page).click();
    await greeted(page);
    server.advance(60 * 60);
    await page.clock.fastForward('01:00:00');
    await ask(page, QUESTION, ANSWER);
    expect(await page.getByText('Send failed').count()).to.equal(0);
  });

  it('says in the button that there are unread messages', async () => {
    const chat = await beginChat(page);
    // The answer is held back until the panel is closed.
    let release = (): void => undefined;
    const closed = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/activities', async (route) => {
      await closed;
      await route.continue();
    });
    await box(chat).fill(QUESTION);
    await box(chat).press('Enter');
    await messages(chat, QUESTION).first().waitFor();
    await chat.locator('#close').click();
    release();
    await page.locator('career-advisor-chat .unread').waitFor();
    await launcher(page).click();
    await page.locator('career-advisor-chat .unread').waitFor({ state: 'hidden' });
  });

  // Protects the promises of the privacy notice.
  it('asks no other server, sets no cookie, and breaks none of its own policies', async () => {
    const chat = await beginChat(page);
    await ask(chat, QUESTION, ANSWER);
    const { host } = new URL(server.origin);
    const elsewhere = visitor.requested.filter(
      (address) => !/^(data|blob):/.test(address) && new URL(address).host !== host,
    );
    expect(visitor.requested.length).to.be.greaterThan(5);
    expect(elsewhere).to.deep.equal([]);
    expect(await page.context().cookies()).to.deep.equal([]);
    expect(visitor.complaints).to.deep.equal([]);
  });
});

/** Waits until a message with the words is in view from its first line, or to its last one, with nothing over it. */
async function seen(page: Page, words: string, edge: 'top' | 'bottom'): Promise<void> {
  await untilTrue(
    chatFrame(page),
    `[...document.querySelectorAll('.webchat__bubble__content')].some((message) => {
    const { left, top, bottom } = message.getBoundingClientRect();
    const y = ${edge === 'top' ? 'top + 12' : 'bottom - 12'};
    return message.textContent.includes(${JSON.stringify(words)}) && message.contains(document.elementFromPoint(left + 20, y));
  })`,
  );
}

/** Entries in the browser's storage. */
async function kept(page: Page): Promise<number> {
  const { origins } = await page.context().storageState();
  return origins.reduce((count, { localStorage }) => count + localStorage.length, 0);
}

import axe from 'axe-core';
import { expect } from 'chai';
import type { Frame, Page } from 'playwright-core';
import { en } from '../../dialogs/wording/index.ts';
import { ask, begin, beginChat, chatFrame, describeInBrowser, launcher, panel, visit } from './browser.ts';
import { type ChatServer, startChatServer } from './chat-server.ts';

/** Rules that axe knows of WCAG 2.2 up to AA, and its best practices. */
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds in a page or a frame, each frame by itself. */
async function violations(where: Page | Frame, part = 'html'): Promise<string[]> {
  await where.evaluate(axe.source);
  const found: readonly Violation[] = await where.evaluate(
    `axe.run('${part}', { iframes: false, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

describeInBrowser("the widget's accessibility", (browser) => {
  let server: ChatServer;

  before(async () => {
    server = await startChatServer();
  });
  after(() => server.close());

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no violation in the page with the button, ${colorScheme}`, async () => {
      const { page, leave } = await visit(browser(), server.origin, { colorScheme });
      await launcher(page).waitFor();
      expect(await violations(page)).to.deep.equal([]);
      await leave();
    });
  }

  it('has none in the notice, nor in what tells of a person', async () => {
    const { page, leave } = await visit(browser(), server.origin);
    await launcher(page).click();
    const chat = panel(page);
    await begin(chat).waitFor();
    expect(await violations(page)).to.deep.equal([]);
    expect(await violations(chatFrame(page))).to.deep.equal([]);
    await chat.getByRole('button', { name: en.widget.chat.person }).click();
    await chat.locator('#person-dialog').waitFor();
    expect(await violations(chatFrame(page))).to.deep.equal([]);
    await leave();
  });

  it('has none in a conversation with cards, a list to choose from and open sources', async () => {
    const { page, leave } = await visit(browser(), server.origin);
    const chat = await beginChat(page);
    await ask(chat, 'What does a Release of Information Specialist earn in Alberta?', '$39.15 an hour');
    await chat.locator('button[aria-expanded]', { hasText: 'Sources' }).click();
    await ask(chat, 'compare plumbers and welders', /plumbers/i);
    await ask(chat, 'data analyst', 'could mean several');
    expect(await violations(chatFrame(page))).to.deep.equal([]);
    await chat.getByRole('button', { name: en.widget.chat.erase, exact: true }).click();
    await chat.locator('#erase-dialog').waitFor();
    expect(await violations(chatFrame(page))).to.deep.equal([]);
    await leave();
  });
});

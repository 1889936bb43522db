import { expect } from 'chai';
import type { Frame, Page } from 'playwright-core';
import { en } from '../../dialogs/wording/index.ts';
import {
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
  visit,
} from './browser.ts';
import { type ChatServer, startChatServer } from './chat-server.ts';

const { widget } = en;

describeInBrowser('the widget by keyboard, on small screens and in other lights', (browser) => {
  let server: ChatServer;

  before(async () => {
    server = await startChatServer();
  });
  after(() => server.close());

  // Protects people who cannot use a mouse: from the page to the answer, and back to where they were.
  it('lets a person choose from a list by keyboard alone', async () => {
    const { page, leave } = await visit(browser(), server.origin);
    await tabTo(page, () => focusIn(page, 'button'));
    await page.keyboard.press('Enter');
    const chat = panel(page);
    await begin(chat).waitFor();
    const frame = chatFrame(page);
    await untilTrue(frame, "document.activeElement.id === 'begin'");
    await page.keyboard.press('Enter');
    await greeted(chat);
    await untilTrue(frame, "document.activeElement.dataset.id === 'webchat-sendbox-input'");
    await page.keyboard.type('data analyst');
    await page.keyboard.press('Enter');
    await suggestion(chat, en.conversation.noneOfThese).waitFor();
    await untilTrue(frame, "document.activeElement.dataset.id === 'webchat-sendbox-input'");
    await page.keyboard.press('Shift+Tab');
    const first = await focused(frame);
    await page.keyboard.press('ArrowDown');
    const second = await focused(frame);
    expect(second).to.not.equal(first);
    await page.keyboard.press('ArrowLeft');
    expect(await focused(frame)).to.equal(first);
    await page.keyboard.press('ArrowRight');
    expect(await focused(frame)).to.equal(second);
    await page.keyboard.press('Enter');
    await messages(chat, second).last().waitFor();
    await suggestion(chat, en.conversation.noneOfThese).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await chat.locator('main').waitFor({ state: 'hidden' });
    expect(await focusIn(page, 'button'), 'focus is back on the button').to.equal(true);
    expect(await launcher(page).getAttribute('aria-expanded')).to.equal('false');
    await leave();
  });

  it('fills the screen of a phone, with nothing cut off', async () => {
    const { page, leave } = await visit(browser(), server.origin, {
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const chat = await beginChat(page);
    expect(await page.locator('career-advisor-chat iframe').boundingBox()).to.deep.equal({
      x: 0,
      y: 0,
      width: 360,
      height: 640,
    });
    await box(chat).fill('What does a plumber earn in Alberta?');
    await box(chat).press('Enter');
    await messages(chat, 'an hour').first().waitFor();
    expect(await chatFrame(page).evaluate('document.documentElement.scrollWidth')).to.equal(360);
    await chat.locator('#close').click();
    await launcher(page).waitFor();
    await leave();
  });

  // Protects people who enlarge pages: at 200 % a window of 1280 by 800 has this size.
  it('can be used at 200 % zoom', async () => {
    const { page, leave } = await visit(browser(), server.origin, { viewport: { width: 640, height: 400 } });
    const chat = await beginChat(page);
    const seen = await box(chat).boundingBox();
    expect((seen?.y ?? 400) + (seen?.height ?? 0)).to.be.at.most(400);
    for (const name of [widget.chat.person, widget.chat.erase])
      expect(await chat.getByRole('button', { name, exact: true }).isVisible()).to.equal(true);
    await leave();
  });

  it('moves nothing where people asked for less motion', async () => {
    const { page, leave } = await visit(browser(), server.origin, { reducedMotion: 'reduce' });
    await launcher(page).click();
    await begin(panel(page)).waitFor();
    const { animation } = await styleOf(page, '.panel');
    expect(animation).to.equal('none');
    await leave();
  });

  // Protects people with a high-contrast theme, which takes backgrounds and shadows away: borders are left to see by.
  it('has borders in forced colours', async () => {
    const { page, leave } = await visit(browser(), server.origin, { forcedColors: 'active' });
    await launcher(page).click();
    await begin(panel(page)).waitFor();
    for (const part of ['.button', '.panel']) expect((await styleOf(page, part)).border, part).to.equal('2px solid');
    const frame = chatFrame(page);
    expect(await frame.evaluate("getComputedStyle(document.querySelector('#begin')).borderTopWidth")).to.equal('2px');
    await leave();
  });
});

/** Presses Tab until it is there. */
async function tabTo(page: Page, there: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await there()) return;
  }
  throw new Error('Tab does not lead there.');
}

/** Whether the focus is on such an element of the widget. */
function focusIn(page: Page, name: string): Promise<boolean> {
  return page.evaluate(
    `document.querySelector('career-advisor-chat').shadowRoot.activeElement?.matches('${name}') ?? false`,
  );
}

function focused(frame: Frame): Promise<string> {
  return frame.evaluate('document.activeElement.textContent');
}

/** Border and animation of a part of the widget. */
function styleOf(page: Page, part: string): Promise<{ border: string; animation: string }> {
  return page.evaluate(`(() => {
    const part = document.querySelector('career-advisor-chat').shadowRoot.querySelector('${part}');
    const { borderTopWidth, borderTopStyle, animationName } = getComputedStyle(part);
    return { border: borderTopWidth + ' ' + borderTopStyle, animation: animationName };
  })()`);
}

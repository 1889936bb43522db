import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { en } from '../../dialogs/wording/index.ts';
import { type Visit, visit } from './browser.ts';

export const words = en.deskPage;

/** The desk, ready for the first key: it knows its regions. */
export async function openDesk(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const visited = await visit(browser, `${origin}/desk`, {
    viewport: { width: 1366, height: 768 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  await isReady(visited.page);
  return visited;
}

export async function isReady(page: Page): Promise<void> {
  await page.locator('[data-place="region"]:enabled').waitFor();
}

export function options(page: Page): Locator {
  return page.getByRole('option');
}

/** Types into the search and waits for the list of all that was typed. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await hasFocus(page, 'search');
  await page.keyboard.type(text);
  await page.locator('[role="listbox"][aria-busy="false"] [role="option"]').first().waitFor();
}

/** Opens what is found first and waits for its sheet. */
export async function look(page: Page, text: string, code: string): Promise<void> {
  await searchFor(page, text);
  await page.locator('[role="option"]', { hasText: code }).first().waitFor();
  await page.keyboard.press('Enter');
  await sheetOf(page, code);
}

export async function sheetOf(page: Page, code: string): Promise<void> {
  await page.locator('.heading h2', { hasText: code }).waitFor();
}

export async function section(page: Page, key: string, name: string): Promise<Locator> {
  await page.keyboard.press(key);
  const heading = page.locator('#section-name', { hasText: name });
  await heading.waitFor();
  await hasFocus(page, 'middle');
  return page.locator('.section');
}

/** Waits until the focus is where a key leads. */
export async function hasFocus(page: Page, place: string): Promise<void> {
  await page.locator(`[data-place="${place}"]:focus`).waitFor();
}

export function note(page: Page): Locator {
  return page.getByLabel(words.note.label);
}

/** Waits until the note holds the words. In one script: the page's policy lets no second one be made from text. */
export async function noted(page: Page, text: string): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const look = () => {
      const { value } = document.querySelector('[data-place="note"]');
      if (value.includes(${JSON.stringify(text)})) resolve();
      else setTimeout(look, 20);
    };
    look();
  })`);
}

export function told(page: Page, text: string): Promise<void> {
  return page.locator('.status', { hasText: text }).waitFor();
}

export async function clipboard(page: Page): Promise<string> {
  return page.evaluate('navigator.clipboard.readText()');
}

/** Nothing moves out of the window at the sides. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [wide, seen] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]');
  expect(wide).to.be.at.most(seen);
}

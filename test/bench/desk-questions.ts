import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { en } from '../../dialogs/wording/index.ts';
import { ARGUMENTS, findChromium, PATIENCE_MS } from '../browser/browser.ts';
import { isReady } from '../browser/desk-helpers.ts';
import { ROOT } from '../knowledge/helpers.ts';
import { quantile, type Section } from './section.ts';
import { readyServer } from './server.ts';

/** What a caller asks: what an agent types at the desk and the section's key, and what they would type into the chat. */
const QUESTIONS: readonly (readonly [typed: string, code: string, key: string, asked: string])[] = [
  ['plumber', '72300', '2', 'What does a plumber earn?'],
  ['welder', '72106', '3', 'What schooling does a welder need?'],
  ['registered nurse', '31301', '2', 'What does a registered nurse earn?'],
  ['release of info', '12111', '2', 'What does a release of information specialist earn?'],
  ['electrician', '72200', '4', 'Does an electrician need a licence?'],
  ['early childhood', '42202', '5', 'What is the outlook for early childhood educators?'],
  ['cook', '63200', '6', 'What are the duties of a cook?'],
  ['carpenter', '72310', '2', 'What does a carpenter earn?'],
  ['truck driver', '73300', '3', 'What schooling does a truck driver need?'],
  ['hairstylist', '63210', '5', 'What is the outlook for hairstylists?'],
];

interface Effort {
  readonly keys: number;
  readonly ms: number;
}

/** From a caller's question to the sentence to read out: keys, and the wait of the machine, at the desk and in the chat. */
export const deskQuestions = {
  name: 'desk questions',
  async run(): Promise<Section> {
    const path = findChromium();
    const rows = path === null ? [] : await measured(path);
    return {
      title: 'Ten questions of callers, at the desk and in the chat',
      columns: ['question', 'desk: keys', 'desk: s', 'chat: keys', 'chat: s'],
      rows,
      notes: [
        'Keys from the question to the sentence on the screen; seconds are keys at five a second, and the measured wait of the machine.',
        ...(path === null ? ['No Chromium was found: nothing was measured.'] : []),
      ],
    };
  },
};

/** Somebody who types fast. */
const KEYS_A_SECOND = 5;

async function measured(executablePath: string): Promise<string[][]> {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT });
  const dataDir = await mkdtemp(join(tmpdir(), 'advisor-bench-'));
  const server = await readyServer(dataDir);
  const browser = await chromium.launch({ executablePath, args: [...ARGUMENTS], timeout: PATIENCE_MS });
  try {
    const desk = await opened(browser, `${server.origin}/desk`);
    await isReady(desk);
    const chat = await opened(browser, `${server.origin}/widget/chat`);
    await chat.getByRole('button', { name: en.widget.notice.begin }).click();
    await box(chat).waitFor();
    const rows: string[][] = [];
    const all: { desk: number[]; chat: number[] } = { desk: [], chat: [] };
    for (const [typed, code, key, asked] of QUESTIONS) {
      const efforts = [await atDesk(desk, typed, code, key), await inChat(chat, asked)] as const;
      const [one, other] = efforts.map(({ keys, ms }) => keys / KEYS_A_SECOND + ms / 1000);
      all.desk.push(one ?? 0);
      all.chat.push(other ?? 0);
      rows.push([
        asked,
        String(efforts[0].keys),
        (one ?? 0).toFixed(1),
        String(efforts[1].keys),
        (other ?? 0).toFixed(1),
      ]);
    }
    rows.push(['median', '', quantile(all.desk, 0.5).toFixed(1), '', quantile(all.chat, 0.5).toFixed(1)]);
    return rows;
  } finally {
    await browser.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  return page;
}

/** Slash, the title, down to the group where it is not the first, Enter, the section's key. */
async function atDesk(page: Page, typed: string, code: string, key: string): Promise<Effort> {
  await page.keyboard.press('/');
  await page.keyboard.type(typed);
  let keys = 1 + typed.length;
  let began = performance.now();
  const ours = page.locator('[role="listbox"][aria-busy="false"] [role="option"]', { hasText: code }).first();
  await ours.waitFor();
  let ms = performance.now() - began;
  for (let presses = 0; (await ours.getAttribute('aria-selected')) !== 'true' && presses < 12; presses += 1) {
    await page.keyboard.press('ArrowDown');
    keys += 1;
  }
  began = performance.now();
  await page.keyboard.press('Enter');
  await page.locator('.heading h2', { hasText: code }).waitFor();
  await page.keyboard.press(key);
  await page.locator('#section-name').waitFor();
  ms += performance.now() - began;
  return { keys: keys + 2, ms };
}

/** The question, Enter, and where it asks back the number of the first that it offers. */
async function inChat(page: Page, asked: string): Promise<Effort> {
  const before = await messages(page).count();
  await box(page).fill(asked);
  const began = performance.now();
  await box(page).press('Enter');
  // The echo and at least one reply.
  await messages(page)
    .nth(before + 1)
    .waitFor();
  return { keys: asked.length + 1, ms: performance.now() - began };
}

const box = (page: Page) => page.locator('textarea, [data-testid="send box text area"]').first();
const messages = (page: Page) => page.locator('.webchat__bubble__content');

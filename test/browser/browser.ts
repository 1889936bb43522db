import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import { en } from '../../dialogs/wording/index.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
/** Without a sandbox, since tests may run as root; and without anything that would leave the machine. */
export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A loaded machine is slow; whoever waits for an event waits no longer than it takes. */
export const PATIENCE_MS = 60_000;

export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : null;
  return PLACES.find((place) => existsSync(place)) ?? null;
}

/**
 * A suite in a real browser, one for all its tests. Where there is none the suite is skipped, with a line that says so; with
 * REQUIRE_BROWSER=1 that is a failure.
 */
export function describeInBrowser(title: string, suite: (browser: () => Browser) => void): void {
  const path = findChromium();
  if (path === null) {
    const missing = `${title}: no Chromium found (install it, or set CHROMIUM_PATH)`;
    if (process.env.REQUIRE_BROWSER === '1')
      describe(title, () =>
        it('has a browser', () => {
          throw new Error(missing);
        }),
      );
    else describe.skip(missing, () => suite(noBrowser));
    return;
  }
  describe(title, function () {
    // What a browser shows hangs on when its parts come in, on a machine that others use too. What was retried is printed.
    this.retries(2);
    let browser: Browser | undefined;
    before(async () => {
      browser = await chromium.launch({ executablePath: path, args: ARGUMENTS, timeout: PATIENCE_MS });
    });
    after(() => browser?.close());
    suite(() => browser ?? noBrowser());
  });
}

function noBrowser(): never {
  throw new Error('The browser has not been started.');
}

/** A visitor with a browser of their own: nothing is kept of anybody else. */
export interface Visit {
  readonly page: Page;
  /** Addresses of everything that was requested, sockets included. */
  readonly requested: readonly string[];
  /** What the browser complained about: scripts that failed, what a Content-Security-Policy forbade. */
  readonly complaints: readonly string[];
  readonly warnings: readonly string[];
  leave(): Promise<void>;
}

export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const requested: string[] = [];
  const complaints: string[] = [];
  const warnings: string[] = [];
  context.on('request', (request) => requested.push(request.url()));
  page.on('websocket', (socket) => requested.push(socket.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.goto(address);
  return { page, requested, complaints, warnings, leave: () => context.close() };
}

export function launcher(page: Page): Locator {
  return page.locator('career-advisor-chat').getByRole('button', { name: en.widget.launcher.label });
}

/** What is inside the panel. */
export function panel(page: Page): FrameLocator {
  return page.locator('career-advisor-chat').frameLocator('iframe');
}

/** The same as a frame, for scripts that look into it. */
export function chatFrame(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes('/widget/chat'));
  if (!frame) throw new Error('There is no chat in the page.');
  return frame;
}

/** Waits until an expression holds in the frame. Asked from here: the page's policy lets no script of it evaluate words. */
export async function untilTrue(frame: Frame, expression: string): Promise<void> {
  while (!(await frame.evaluate<boolean>(expression))) await frame.waitForTimeout(50);
}

/** Where there is a chat: a panel, or a page that is all chat. */
type Chat = FrameLocator | Page;

export function box(chat: Chat): Locator {
  return chat.locator('[data-id="webchat-sendbox-input"]');
}

export function begin(chat: Chat): Locator {
  return chat.getByRole('button', { name: en.widget.notice.begin });
}

/** Messages that hold the words, in order. */
export function messages(chat: Chat, words: string | RegExp): Locator {
  return chat.locator('.webchat__bubble__content').filter({ hasText: words });
}

export function suggestion(chat: Chat, words: string): Locator {
  return chat.locator('.webchat__suggested-actions').getByRole('button', { name: words });
}

const GREETING = 'I am an automated career advisor';

/** Opens the panel, accepts the notice and waits to be greeted. */
export async function beginChat(page: Page): Promise<FrameLocator> {
  await launcher(page).click();
  const chat = panel(page);
  await begin(chat).click();
  await greeted(chat);
  return chat;
}

export async function greeted(chat: Chat): Promise<void> {
  await messages(chat, GREETING).first().waitFor();
}

/** Types a message and waits until what is expected is said. */
export async function ask(chat: Chat, question: string, expected: string | RegExp): Promise<void> {
  await box(chat).fill(question);
  await box(chat).press('Enter');
  await messages(chat, expected).first().waitFor();
}

import { join } from 'node:path';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { readConfig } from '../../bot/config.ts';
import { createLogger } from '../../bot/log.ts';
import { type Service, startService } from '../../bot/service.ts';
import { builtStore, ROOT, tempFolder } from '../knowledge/helpers.ts';
import { type Program, startForeign } from '../programs.ts';
import { describeInBrowser, untilTrue, type Visit, visit } from './browser.ts';

const PLAYGROUND = join(ROOT, 'node_modules/@microsoft/m365agentsplayground/cli.js');

/** Microsoft's own client of bots, with the personal chat of Teams: protects what our tests of the protocol take for granted. */
describeInBrowser('a conversation in the Agents Playground', (browser) => {
  let service: Service;
  let playground: Program;
  let counsellor: Visit;
  let page: Page;

  before(async () => {
    const { packDir, storeDir } = await builtStore();
    const dataDir = tempFolder();
    const config = readConfig({ PORT: '0', DATA_DIR: dataDir, TEAMS_UNAUTHENTICATED: 'on' }, ROOT);
    service = await startService(config, createLogger('silent'), {
      knowledge: { packDir, storeDir, importsDir: join(dataDir, 'imports') },
    });
    await service.ready;
    playground = startForeign(
      [
        PLAYGROUND,
        ...['--app-endpoint', `${service.origin}/api/messages`],
        ...['--channel-id', 'msteams', '--port', '0', '--disable-telemetry'],
      ],
      tempFolder(),
    );
    const [, port] = await playground.says(/Listening on (\d+)/);
    counsellor = await visit(browser(), 'about:blank');
    page = counsellor.page;
    // Its letters come from elsewhere; it does without.
    await page.route(/^https:/, (route) => route.abort());
    await page.goto(`http://127.0.0.1:${port}/`);
  });
  after(async () => {
    await counsellor?.leave();
    playground?.child.kill();
    await playground?.ended;
    await service?.close();
  });

  const said = (words: string | RegExp): Locator => page.getByText(words).filter({ visible: true }).first();
  async function say(text: string): Promise<void> {
    await page.getByRole('textbox').last().click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }

  it('greets once, asks which occupation is meant, and answers the click with figures and a picture', async () => {
    await said(/I am an automated career advisor/).waitFor();
    await say('data analyst');
    await said(/could mean several groups/).waitFor();
    await page.getByRole('button', { name: 'Data scientists' }).last().click();
    await said(/This is the group NOC 2021 21211/).waitFor();
    await say('What does a plumber earn in Ontario?');
    await said(/\$34\.20 an hour at the median/).waitFor();
    const picture = page.locator('img[src*="/charts/wages.png"]').last();
    await picture.waitFor();
    await untilTrue(
      page.mainFrame(),
      "[...document.querySelectorAll('img')].some((image) => image.src.includes('.png?') && image.naturalWidth > 0)",
    );
    expect(await picture.getAttribute('alt')).to.contain('Hourly pay: Plumbers');
  });
});

import { expect } from 'chai';
import { en } from '../../dialogs/wording/index.ts';
import { ask, begin, beginChat, box, describeInBrowser, launcher, messages, panel, visit } from './browser.ts';
import { type ChatServer, type ForeignSite, startChatServer, startForeignSite } from './chat-server.ts';

const QUESTION = 'What does a plumber earn in Alberta?';
const ANSWER = 'an hour';
const { widget } = en;

describeInBrowser('the widget in a website of somebody else', (browser) => {
  let server: ChatServer;
  let trusted: ForeignSite;
  let stranger: ForeignSite;
  let attributes = '';

  before(async () => {
    // What the README tells a website to put into its page and to allow, and nothing beside.
    const site = (): Promise<ForeignSite> =>
      startForeignSite(() => ({
        body: `<main><h1>A site</h1></main><script src="${server.origin}/widget.js" async ${attributes}></script>`,
        policy: `default-src 'none'; script-src ${server.origin}; frame-src ${server.origin}`,
      }));
    trusted = await site();
    stranger = await site();
    server = await startChatServer([trusted.origin]);
  });
  after(async () => {
    await Promise.all([trusted.close(), stranger.close()]);
    await server.close();
  });
  beforeEach(() => {
    attributes = '';
  });

  // Protects the one line of HTML: it has to do under the strictest policy, and other origins' pages must be able to load it.
  it('works under a policy that allows its script and its frame alone', async () => {
    const { page, requested, complaints, leave } = await visit(browser(), trusted.origin);
    await ask(await beginChat(page), QUESTION, ANSWER);
    const hosts = new Set(
      requested.filter((address) => !/^(data|blob):/.test(address)).map((url) => new URL(url).host),
    );
    expect([...hosts].sort()).to.deep.equal([new URL(server.origin).host, new URL(trusted.origin).host].sort());
    expect(await page.context().cookies()).to.deep.equal([]);
    // The site has no favicon of its own.
    expect(complaints.filter((each) => !/favicon|404/.test(each))).to.deep.equal([]);
    await leave();
  });

  it('goes on after the visitor has gone to another page of the site', async () => {
    const { page, leave } = await visit(browser(), trusted.origin);
    await ask(await beginChat(page), QUESTION, ANSWER);
    await page.goto(`${trusted.origin}/elsewhere`);
    await launcher(page).click();
    await messages(panel(page), QUESTION).first().waitFor();
    expect(await messages(panel(page), QUESTION).count()).to.equal(1);
    await leave();
  });

  // Protects the operator's list: a page that is not on it can neither show the chat nor speak in a visitor's name.
  it('is refused to a page that is not trusted, and says so', async () => {
    const { page, requested, warnings, leave } = await visit(browser(), stranger.origin);
    await launcher(page).click();
    await page.getByText(widget.launcher.refused).waitFor();
    const alone = page.getByRole('link', { name: widget.launcher.openAlone });
    expect(await alone.getAttribute('href')).to.equal(`${server.origin}/widget/chat`);
    expect(warnings.join('\n')).to.contain(widget.launcher.refusedForEmbedder(server.origin, stranger.origin));
    expect(requested.filter((address) => /token|directline/.test(address))).to.deep.equal([]);
    await page.getByRole('button', { name: widget.launcher.close }).click();
    await alone.waitFor({ state: 'hidden' });
    await leave();
  });

  it('takes its attributes, and tells of those it does not know', async () => {
    attributes =
      'data-color="#ffd400" data-position="left" data-label="Ask us" data-remember="for ever" data-open data-colour="red"';
    const { page, warnings, leave } = await visit(browser(), trusted.origin);
    await begin(panel(page)).waitFor();
    const button = page.getByRole('button', { name: 'Ask us' });
    expect((await button.boundingBox())?.x).to.be.lessThan(100);
    const style = (name: string): Promise<string> =>
      page.evaluate(
        `getComputedStyle(document.querySelector('career-advisor-chat').shadowRoot.querySelector('button')).${name}`,
      );
    expect(await style('backgroundColor')).to.equal('rgb(255, 212, 0)');
    expect(await style('color'), 'black can be read on yellow').to.equal('rgb(0, 0, 0)');
    expect(warnings.join('\n')).to.contain(widget.launcher.attributeIgnored('data-remember', 'for ever'));
    expect(warnings.join('\n')).to.contain(widget.launcher.attributeUnknown('data-colour'));
    await leave();
  });

  // Protects the next person at a shared computer.
  it('forgets with the tab where it is told to', async () => {
    attributes = 'data-remember="tab"';
    const { page, leave } = await visit(browser(), trusted.origin);
    const chat = await beginChat(page);
    await ask(chat, QUESTION, ANSWER);
    await page.reload();
    await launcher(page).click();
    await messages(panel(page), QUESTION).first().waitFor();
    const next = await page.context().newPage();
    await next.goto(trusted.origin);
    await launcher(next).click();
    await begin(panel(next)).waitFor();
    expect(await box(panel(next)).count()).to.equal(0);
    await leave();
  });
});

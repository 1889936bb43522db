import { expect } from 'chai';
import type { Knowledge } from '../../../../dialogs/advisor.ts';
import { shippedKnowledge } from '../../../dialogs/helpers.ts';
import { shownIn } from '../../rendering/card-check.ts';
import { foundIn, type Lookup, startLookup } from './helpers.ts';

describe('links to occupations in Teams', () => {
  let knowledge: Knowledge;
  let lookup: Lookup;

  before(async () => {
    knowledge = await shippedKnowledge();
  });
  beforeEach(() => {
    lookup = startLookup(knowledge);
  });

  const shown: readonly (readonly [path: string, title: string])[] = [
    ['/occupations/72300', 'Plumbers'],
    ['/occupations/72300#wage', 'Plumbers'],
    ['/occupations/72300?utm_source=mail', 'Plumbers'],
    ['/occupations/1252', 'Health information management occupations'],
    ['/occupations/1413.3', 'Health information management professional'],
    [
      '/occupations/12111?occupation=health-information-management-professional',
      'Health information management professional',
    ],
    ['/occupations/12111?occupation=no-such-thing', 'Health information management occupations'],
  ];
  for (const [path, title] of shown) {
    it(`unfurls ${path}`, async () => {
      const { attachments } = await lookup.link(`https://advisor.example.org${path}`);
      expect(shownIn(attachments[0]?.content)).to.match(new RegExp(`^${title}\n`));
      expect(attachments[0]?.preview?.content.title).to.contain(title);
      expect(attachments).to.have.length(1);
    });
  }

  it('tells the place that the link names', async () => {
    const { attachments } = await lookup.link('https://advisor.example.org/occupations/72300?region=ON');
    expect(shownIn(attachments[0]?.content)).to.contain('In Ontario');
    expect(JSON.stringify(attachments[0]?.content.actions)).to.contain('/occupations/72300?region=ON');
    const elsewhere = await lookup.link('https://advisor.example.org/occupations/72300?region=Atlantis');
    expect(shownIn(elsewhere.attachments[0]?.content)).to.match(/^Plumbers/);
  });

  // Protects everybody's cards from one person's link: what is made for one is shown to all who look the occupation up.
  it('leaves nothing that somebody wrote into an address on the card of others', async () => {
    const written = 'Atlantis'.repeat(1_000);
    await lookup.link(`https://advisor.example.org/occupations/72300?region=${written}&occupation=${written}`);
    const { attachments } = await lookup.select('72300');
    expect(JSON.stringify(attachments[0]?.content.actions)).to.contain('/occupations/72300"');
    expect(JSON.stringify(attachments)).to.not.contain('Atlantis');
  });

  // Protects from being made to speak for other sites: look-alikes, other schemes and ports, other pages of ours.
  const foreign: readonly string[] = [
    'https://advisor.example.org.evil.example/occupations/72300',
    'https://evil.example/occupations/72300',
    'https://evil.example/?u=https://advisor.example.org/occupations/72300',
    'https://advisor.example.org@evil.example/occupations/72300',
    'https://user:secret@advisor.example.org/occupations/72300',
    'http://advisor.example.org/occupations/72300',
    'https://advisor.example.org:8443/occupations/72300',
    'https://sub.advisor.example.org/occupations/72300',
    'https://advisor.example.org/',
    'https://advisor.example.org/occupations',
    'https://advisor.example.org/occupations/',
    'https://advisor.example.org/occupations/72300/more',
    'https://advisor.example.org//occupations/72300',
    'https://advisor.example.org/api/occupations/72300',
    'https://advisor.example.org/occupations/99999',
    'https://advisor.example.org/occupations/2171',
    'https://advisor.example.org/occupations/%37%32300',
    'https://advisor.example.org/OCCUPATIONS/72300',
    'javascript:alert(1)',
    'not an address',
    '',
  ];
  for (const url of foreign) {
    it(`gives no result for ${url === '' ? 'nothing' : url}`, async () => {
      const { attachments, message } = await lookup.link(url);
      expect(attachments).to.deep.equal([]);
      expect(message).to.equal(null);
    });
  }

  it('unfurls for those who have not installed the app as well', async () => {
    const value = { url: 'https://advisor.example.org/occupations/72300' };
    const answer = await lookup.invoke('composeExtension/anonymousQueryLink', value);
    expect(foundIn(answer).attachments).to.have.length(1);
  });

  it('is not there without a public address', async () => {
    const without = startLookup(knowledge, { publicUrl: null });
    for (const name of ['composeExtension/queryLink', 'composeExtension/anonymousQueryLink'])
      expect(await without.invoke(name, { url: 'https://advisor.example.org/occupations/72300' })).to.equal(null);
  });
});

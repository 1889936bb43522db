import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { startConversation } from '../../dialogs/helpers.ts';
import { newId, startTeams, type TeamsHarness, told } from './teams-harness.ts';

/** One conversation: some questions build on those before. */
const QUESTIONS = [
  'what does a plumber earn?',
  'and in Ontario?',
  'what schooling does an electrician need?',
  'and the outlook?',
  'NOC 12111',
  'what are the duties of a dental hygienist?',
  'what does a health information management professional earn?',
  'what interests go with it?',
  'which codes did it have before?',
  'compare plumbers and welders',
  'which of them pays more?',
  'is the outlook for welders good in Alberta?',
  'registered nurse wage in Saskatchewan',
  'what does 1413.3 mean?',
  'what is TEER?',
  'data analyst',
  'the second one',
  'what does it pay in each province?',
  'jobs with no university that pay well',
  'my codes are M i d',
] as const;

/** A visitor of the web chat of the same service. */
class WebVisitor {
  readonly #token: string;
  readonly #activities: string;
  #watermark = '0';

  private constructor(origin: string, token: string, conversation: string) {
    this.#token = token;
    this.#activities = `${origin}/v3/directline/conversations/${conversation}/activities`;
  }

  static async start(origin: string): Promise<WebVisitor> {
    const headers = { Origin: PUBLIC_URL, 'Content-Type': 'application/json' };
    const asked = await fetch(`${origin}/api/chat/token`, { method: 'POST', headers, body: '{}' });
    const { token, conversationId }: ReturnType<typeof JSON.parse> = await asked.json();
    return new WebVisitor(origin, token, conversationId);
  }

  async ask(text: string): Promise<string> {
    const headers = {
      Origin: PUBLIC_URL,
      Authorization: `Bearer ${this.#token}`,
      'Content-Type': 'application/json',
    };
    const body = JSON.stringify({ type: 'message', text });
    expect((await fetch(this.#activities, { method: 'POST', headers, body })).status).to.equal(200);
    const answer = await fetch(`${this.#activities}?watermark=${this.#watermark}`, { headers });
    const set: { activities: Partial<Activity>[]; watermark: string } = JSON.parse(await answer.text());
    this.#watermark = set.watermark;
    return told(
      set.activities
        .filter(({ from }) => from?.role === 'bot')
        .map((activity) => ({ activity, conversation: '', replyTo: null, authorization: undefined, bytes: 0 })),
    );
  }
}

/** Where everybody reaches the server: Teams shows pictures from there alone. */
const PUBLIC_URL = 'https://advisor.example.org';

/** Every number that a text tells, in order. */
const numbersIn = (text: string): string[] => text.match(/\d[\d,.:/-]*\d|\d/g) ?? [];

describe('the same questions on every channel', () => {
  let teams: TeamsHarness;
  before(async () => {
    teams = await startTeams({ environment: { PUBLIC_URL } });
  });
  after(() => teams.close());

  // Protects people who ask twice, here and there: a channel shows an answer in its own way, and tells the same.
  it('get the same facts', async () => {
    const terminal = await startConversation();
    const web = await WebVisitor.start(teams.service.origin);
    const where = { conversation: newId('a:chat'), from: newId('29:person') };
    let facts = 0;
    let pictures = 0;
    for (const question of QUESTIONS) {
      const replies = await terminal.say(question);
      const { sent } = await teams.say(question, where);
      const inTeams = told(sent);
      pictures += sent.filter(({ activity }) => JSON.stringify(activity).includes(`${PUBLIC_URL}/charts/`)).length;
      const onTheWeb = await web.ask(question);
      expect(numbersIn(inTeams), question).to.deep.equal(numbersIn(onTheWeb));
      for (const { text } of replies.flatMap((reply) => reply.facts)) {
        facts += 1;
        expect(inTeams.toLowerCase(), question).to.include(text.toLowerCase());
      }
    }
    expect(facts).to.be.greaterThan(100);
    expect(pictures).to.be.greaterThan(3);
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { activityFrom, BOT_ID, message, newId, startTeams, type TeamsHarness } from './teams-harness.ts';

const SECRET = 'zebrafinch';

/** Where something of any kind is put in the place of what Teams sends. */
const PLACES: readonly (readonly string[])[] = [
  ...['type', 'id', 'from', 'recipient', 'conversation', 'text', 'value', 'locale', 'entities', 'attachments'].map(
    (name) => [name],
  ),
  ...['action', 'name', 'channelData', 'membersAdded', 'replyToId', 'timestamp', '__proto__', 'constructor'].map(
    (name) => [name],
  ),
  ['from', 'id'],
  ['conversation', 'id'],
  ['conversation', 'isGroup'],
  ['conversation', 'conversationType'],
  ['conversation', 'tenantId'],
  ['value', 'say'],
  ['value', 'parameters'],
  ['value', 'data'],
  ['value', 'queryOptions'],
  ['value', 'url'],
  ['value', 'select'],
  ['entities', '0'],
  ['entities', '0', 'text'],
  ['attachments', '0'],
  ['membersAdded', '0'],
];

const TYPES = ['message', 'messageUpdate', 'conversationUpdate', 'installationUpdate', 'event', 'invoke'];
const NAMES = [
  'composeExtension/query',
  'composeExtension/selectItem',
  'composeExtension/queryLink',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'application/search',
  'toString',
];

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(
    '',
    ' ',
    '..',
    'a/users/b',
    '__proto__',
    'a\ud800',
    'a\u0000b',
    '<at>x</at>',
    SECRET,
    1e308,
    -1,
    true,
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const change = fc.tuple(fc.constantFrom(...PLACES), anything);

/** A copy with something else at a place; what stands in the way there is replaced. */
function changed(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put;
  if (Array.isArray(value)) return value.map((each, at) => (String(at) === name ? changed(each, rest, put) : each));
  const fields = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  return Object.fromEntries([...fields, [name, changed(fields.get(name), rest, put)]]);
}

describe('whatever comes as from Teams', () => {
  let teams: TeamsHarness;
  before(async () => {
    teams = await startTeams({ environment: { PUBLIC_URL: 'https://advisor.example.org' } });
  });
  after(() => teams.close());

  // Protects the server and the people on it: nothing that is sent ends in a fault of ours, holds anything up or is written to the log.
  it('is answered or refused, and breaks nothing', async () => {
    const token = await teams.tokens.token(teams.connector.serviceUrl);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...TYPES),
        fc.constantFrom(...NAMES),
        fc.boolean(),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (type, name, shared, changes) => {
          const scope = shared ? 'groupChat' : 'personal';
          const base = {
            ...message(teams.connector, `${SECRET} plumber`, { scope, conversation: newId('fuzz') }),
            type,
            name,
            action: 'add',
            membersAdded: [{ id: BOT_ID }],
            value: {
              commandId: 'lookup',
              parameters: [{ name: 'query', value: SECRET }],
              queryOptions: { skip: 0, count: 5 },
              data: { occupation1: SECRET, occupation2: 'welder', others: SECRET },
              say: SECRET,
              url: `https://advisor.example.org/occupations/72300?region=${SECRET}`,
              select: '72300',
              queryText: SECRET,
              dataset: 'occupations',
            },
          };
          const sent = changes.reduce<unknown>((body, [place, put]) => changed(body, place, put), base);
          const { status, text } = await teams.post(JSON.stringify(sent), token);
          expect(status, JSON.stringify(sent)).to.be.oneOf([200, 400, 501]);
          if (status !== 200) expect(text).to.not.include(SECRET);
        },
      ),
      { numRuns: 250, endOnFailure: true },
    );
    const faults = teams.logged.filter((line) => JSON.parse(line).level >= 50);
    expect(faults).to.deep.equal([]);
    expect(teams.logged.join('')).to.not.include(SECRET);
    expect((await teams.say('plumber', { conversation: newId('a:after') })).sent).to.have.length(1);
  });

  // Protects a conversation from ids that no answer could be addressed with: its replies would be kept and tried for ever.
  it('is refused where an answer to it could not be addressed', async () => {
    const asked = teams.connector.asked;
    for (const id of ['a\ud800', 'a\u0000', 'a\nb', 'chat-\u{1f600}', '.', '..']) {
      const inChat = { ...message(teams.connector, 'help'), conversation: { id } };
      const asReply = { ...message(teams.connector, 'help'), id };
      for (const body of [inChat, asReply]) {
        const { status, json } = await teams.post(body);
        expect(status, JSON.stringify(id)).to.equal(400);
        expect(json.error.code).to.equal('ACTIVITY_REFUSED');
      }
    }
    expect(
      (await teams.post({ ...activityFrom(teams.connector), from: { id: 'a\ud800' }, text: 'x' })).status,
    ).to.equal(400);
    expect(teams.connector.asked).to.equal(asked);
  });
});

import { expect } from 'chai';
import { understand } from '../../dialogs/understanding/understand.ts';
import { type Conversation, shippedLexicon, startConversation } from './helpers.ts';

/** The wishes that a reply says it went by. */
function usedIn(text: string): string[] {
  const said = /I used: (.*)\.$/m.exec(text)?.[1] ?? '';
  return [...said.matchAll(/"([^"]*)"/g)].map(([, words]) => words ?? '');
}

/** How many groups a reply tells of. */
function totalIn(text: string): number {
  return Number(/: \d+ of (\d+)\./.exec(text)?.[1] ?? 0);
}

async function talk(...lines: readonly string[]): Promise<{ conversation: Conversation; text: string }> {
  const conversation = await startConversation();
  let text = '';
  for (const line of lines) text = await conversation.ask(line);
  return { conversation, text };
}

const BEGIN = 'jobs with no university over $30 an hour';

describe('wishes after a list of suggestions', () => {
  const cases: readonly [lines: readonly string[], used: readonly string[], says?: string][] = [
    [['and outdoors'], ['no university', 'over $30 an hour', 'outdoors']],
    [['only in Ontario'], ['no university', 'over $30 an hour', 'in Ontario'], 'at the median in Ontario'],
    [['but no licence'], ['no university', 'over $30 an hour', 'no licence']],
    [
      ['and outdoors', 'no driving'],
      ['no university', 'over $30 an hour', 'outdoors', 'no driving'],
    ],
    [['I hate heights'], ['no university', 'over $30 an hour', 'hate heights']],
    [['over $40'], ['no university', 'over $40'], '"over $40" takes the place of "over $30 an hour"'],
    [['at least 70k'], ['no university', 'at least 70k'], 'takes the place of'],
    [['under $45 an hour'], ['no university', 'over $30 an hour', 'under $45 an hour']],
    [['under $20 an hour'], ['no university', 'under $20 an hour'], 'takes the place of "over $30 an hour"'],
    [
      ['without a licence', 'only high school'],
      ['over $30 an hour', 'without a licence', 'only high school'],
      'takes the place of "no university"',
    ],
    [
      ['and outdoors', 'only indoors'],
      ['no university', 'over $30 an hour', 'only indoors'],
      'takes the place of "outdoors"',
    ],
    [
      ['and outdoors', 'instead indoors'],
      ['no university', 'over $30 an hour', 'indoors'],
      'takes the place of "outdoors"',
    ],
    [
      ['and in health care', 'and in the trades'],
      ['no university', 'over $30 an hour', 'in the trades'],
      'takes the place of',
    ],
    [['in the trades instead'], ['no university', 'in the trades'], 'takes the place of "over $30 an hour"'],
    [
      ['and outdoors', 'instead of outdoors, in an office'],
      ['no university', 'over $30 an hour', 'in an office'],
      'No longer counted: "outdoors"',
    ],
    [['only in Ontario', 'only in BC'], ['no university', 'over $30 an hour', 'BC'], 'takes the place of'],
    [['forget the pay'], ['no university'], 'No longer counted: "over $30 an hour"'],
    [['pay does not matter'], ['no university'], 'No longer counted: "over $30 an hour"'],
    [['drop the schooling'], ['over $30 an hour'], 'No longer counted: "no university"'],
    [['forget no university'], ['over $30 an hour'], 'No longer counted: "no university"'],
    [
      ['and outdoors', 'never mind the outdoors'],
      ['no university', 'over $30 an hour'],
      'No longer counted: "outdoors"',
    ],
    [['only in Ontario', 'anywhere'], ['no university', 'over $30 an hour'], 'No longer counted: "Ontario"'],
    // A whole request begins anew.
    [['jobs outdoors'], ['outdoors']],
    [['something in health care'], ['health care']],
  ];
  for (const [lines, used, says] of cases) {
    it(`count together: ${lines.join(' / ')}`, async () => {
      const { text } = await talk(BEGIN, ...lines);
      expect(usedIn(text).map(bare)).to.deep.equal(used.map(bare));
      if (says !== undefined) expect(text).to.include(says);
    });
  }

  it('narrow the list further with each, and widen it again', async () => {
    const { conversation, text } = await talk(BEGIN);
    const totals = [totalIn(text)];
    for (const line of ['and outdoors', 'but no driving']) totals.push(totalIn(await conversation.ask(line)));
    expect(totals).to.deep.equal([...totals].sort((one, other) => other - one));
    expect(new Set(totals).size).to.equal(3);
    expect(totalIn(await conversation.ask('forget the driving'))).to.equal(totals[1]);
  });

  for (const line of ['start fresh', 'show all', 'clear the filters', 'forget the wishes']) {
    it(`are all dropped by "${line}"`, async () => {
      const { conversation, text } = await talk('my codes are METHODICAL innovative', BEGIN, line);
      expect(text).to.include('No longer counted: "no university" and "over $30 an hour"');
      expect(text).to.include('Groups that fit METHODICAL innovative');
      expect(usedIn(await conversation.ask('and outdoors'))).to.deep.equal(['outdoors']);
    });
  }

  it('say what is needed where none is left and no interests are known', async () => {
    const { conversation, text } = await talk(BEGIN, 'show all');
    expect(text).to.include('No longer counted').and.to.include('do the interests exercise');
    expect(usedIn(await conversation.ask('and outdoors'))).to.deep.equal(['outdoors']);
  });

  // Protects the list from what is said in between.
  for (const between of [
    'help',
    'a person please',
    'what is TEER?',
    'why the first?',
    '1',
    'what does a plumber earn?',
    'cancel',
    'thanks',
  ])
    it(`still count after "${between}"`, async () => {
      const { text } = await talk(BEGIN, between, 'and outdoors');
      expect(usedIn(text)).to.deep.equal(['no university', 'over $30 an hour', 'outdoors']);
    });

  it('go on with "more" under the same wishes', async () => {
    const { conversation } = await talk(BEGIN, 'and outdoors');
    expect(await conversation.ask('more')).to.match(/The next 5 of 46/);
  });

  it('are forgotten with the conversation, and kept with no person', async () => {
    const { conversation } = await talk(BEGIN, 'start over');
    expect(usedIn(await conversation.ask('no driving'))).to.deep.equal(['no driving']);
  });

  // Protects questions about an occupation: what only narrows is no wish where no list is meant.
  it('leave questions about the occupation under way alone', async () => {
    const { conversation } = await talk(BEGIN, 'what does a plumber earn?');
    expect(await conversation.ask('only in Ontario'))
      .to.include('Plumbers')
      .and.to.include('In Ontario');
    const alone = await talk('what does a plumber earn?', 'only in Ontario');
    expect(alone.text).to.include('Plumbers').and.to.include('In Ontario');
    const { text } = await talk(BEGIN, 'and outdoors?');
    expect(usedIn(text)).to.deep.equal([]);
  });

  for (const line of ['forget the pay', 'show all', 'start fresh', 'only in Alberta'])
    it(`"${line}" with no list says that there is none`, async () => {
      const { text } = await talk(line);
      expect(text).to.include('not suggested anything yet');
    });
});

// Protects questions, titles and commands from being taken for wishes.
describe('no change of wishes', () => {
  for (const message of [
    'and plumbers',
    'also welders',
    'only plumbers',
    'and the wage',
    'but what does it pay',
    'and is it outdoors',
    'and outdoors?',
    'and in Ontario',
    'forget it',
    'forget me',
    'forget my codes',
    'remove asbestos',
    'show all statements',
    'over 50',
    'outdoors',
  ])
    it(`none: ${message}`, async () => {
      const understood = understand(message, await shippedLexicon());
      expect(understood.kind === 'request' && understood.request.kind === 'suggest').to.equal(false);
    });
});

describe('wishes that nothing meets', () => {
  it('are told with the one that leaves out most, which a click drops', async () => {
    const conversation = await startConversation();
    await conversation.say('something outdoors');
    const [reply] = await conversation.say('over $200 an hour');
    expect(reply?.text).to.include('No group meets all of that');
    expect(reply?.text).to.match(/"over \$200 an hour" leaves out by itself: \d+\. Without it there would be \d+/);
    const [click, all] = reply?.suggestions ?? [];
    expect(all).to.equal('Show all');
    const without = Number(/there would be (\d+)/.exec(reply?.text ?? '')?.[1]);
    const text = await conversation.ask(click ?? '');
    expect(text).to.include('No longer counted: "over $200 an hour"');
    expect(totalIn(text)).to.equal(without).and.to.be.greaterThan(0);
  });

  it('say so where one alone is not enough', async () => {
    const { text } = await talk('jobs with no schooling over $200 an hour in health care with seasonal work');
    expect(text).to.include('Dropping it is not enough').and.to.include('show all');
  });

  // Protects the click: whatever the wish was called, it is dropped.
  for (const wish of ['over $200 an hour', 'over 900k', '$300 an hour', 'more than 300/hr'])
    it(`of "${wish}" are dropped by their words`, async () => {
      const conversation = await startConversation();
      await conversation.say('something outdoors');
      const [reply] = await conversation.say(`only ${wish}`);
      expect(await conversation.ask(reply?.suggestions[0] ?? '')).to.include('No longer counted');
    });

  // Protects from numbers that nobody could trace.
  it('type every number that they say', async () => {
    const conversation = await startConversation();
    const replies = [
      ...(await conversation.say('jobs over 100k outdoors')),
      ...(await conversation.say('no schooling')),
      ...(await conversation.say('highest paying jobs')),
    ];
    for (const { text, parameters, facts } of replies) {
      const known = new Set([...parameters, ...facts].flatMap((each) => each.text.match(/\d+/g) ?? []));
      expect((text.match(/\d+/g) ?? []).filter((number) => !known.has(number))).to.deep.equal([]);
    }
  });
});

/** Without the small words before a place or a field, of which the reading may keep some. */
function bare(words: string): string {
  return words.replace(/^(?:only )?(?:in )?(?:an? |the )?/, '');
}

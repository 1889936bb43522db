import { expect } from 'chai';
import fc from 'fast-check';
import { startConversation } from './helpers.ts';

/** What no sane person would send, and some of what people do send. */
const BAD: Readonly<Record<string, string>> = {
  nothing: '',
  'white space': ' \t\n ',
  '100 kB of one letter': 'a'.repeat(100_000),
  '100 kB of words': 'plumber salary '.repeat(7_000),
  'control characters': '\u0000\u0007\u001b[31m\u0008',
  'zero-width characters': '\u200b\u200d\ufeff',
  emoji: '🦄🦄🦄',
  'a lone surrogate': '\ud83e',
  SQL: "'; DROP TABLE wage; --",
  'SQL in a question': "what does a plumber' OR '1'='1 earn",
  HTML: '<script>alert(1)</script>',
  'a path': '../../../../etc/passwd',
  'a template': '{{7*7}} <%= process.env %>',
  'a prototype key': '__proto__',
  'another key': 'constructor',
  Chinese: '护士的工资是多少',
  Arabic: 'كم راتب الممرضة',
  Russian: 'сколько зарабатывает сварщик',
  French: 'Combien gagne une infirmière en Alberta ?',
  'a code that does not exist': '98765',
  'a code of an edition that does not exist': 'Z999.9',
  'a long number': '12111121111211112111',
  nonsense: 'glorb fnarp',
  'only punctuation': '?!?!... --- ///',
};

/** Bad as they are, these name an occupation, and its figures may be told. */
const MEANT = new Set(['SQL in a question', 'French']);

describe('bad input', () => {
  for (const [name, text] of Object.entries(BAD)) {
    // Protects the conversation: a clear reply, no figures of anything, no fault, and it goes on afterwards.
    it(`answers ${name} with a clear reply`, async () => {
      const conversation = await startConversation();
      const replies = await conversation.say(text);
      expect(replies, 'a reply').to.not.be.empty;
      const said = replies.map((reply) => reply.text).join('\n');
      expect(said.trim()).to.not.equal('');
      expect(said).to.not.include('went wrong');
      if (!MEANT.has(name)) expect(said, 'no figures').to.not.include('$');
      expect(said.length).to.be.lessThan(4_000);
      expect(await conversation.ask('what does a carpenter earn in Alberta?')).to.include('Carpenters');
    });
  }

  it('tells that it speaks English where another language is used', async () => {
    const conversation = await startConversation();
    for (const text of ['护士的工资是多少', 'Combien gagne une infirmière en Alberta ?']) {
      expect(await conversation.ask(text)).to.include('English only');
    }
  });

  it('says which region has no figures and gives what there is', async () => {
    const conversation = await startConversation();
    const text = await conversation.ask('what does a release of information specialist earn in Nunavut');
    expect(text).to.match(/in Nunavut are not available[\s\S]*Here is Canada instead/);
    expect(text).to.include('In Canada');
  });

  // Protects every turn of every conversation: whatever comes, there is a reply and no fault.
  it('never fails, whatever is typed', async () => {
    const conversation = await startConversation();
    const words = fc.constantFrom(
      'plumber',
      'wage',
      'Ontario',
      'the',
      '2',
      'none of these',
      'back',
      'yes',
      'data analyst',
      'compare',
      '12111',
      'and',
      '?',
      'nurse',
    );
    const line = fc.oneof(
      fc.string({ maxLength: 60, unit: 'grapheme' }),
      fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(line, async (text) => {
        const replies = await conversation.say(text);
        expect(replies.length).to.be.greaterThan(0);
        expect(replies.map((reply) => reply.text).join('\n')).to.not.include('went wrong');
      }),
      { numRuns: 150, seed: 20261122 },
    );
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { cardReply } from '../../../adapters/rendering/card-reply.ts';
import { plain } from '../../../adapters/rendering/text.ts';
import { type Reply, type ReplyParts, replyActivity } from '../../../dialogs/replies.ts';
import type { Source } from '../../../knowledge/model.ts';
import { cardFaults, cardOf, shownIn, stringsOf, typesOf } from './card-check.ts';

const PUBLIC_URL = 'https://advisor.example.org';

const SOURCE: Source = {
  id: 'invented',
  title: 'An invented source',
  publisher: 'Nobody',
  url: 'https://publisher.example.org/page',
  licence: '',
  attribution: '',
  note: '',
  retrieved: '2026-01-01',
  expiry: 'never',
  origin: 'pack',
};

function replyOf(parts: Partial<ReplyParts>, more: Partial<Reply> = {}): Reply {
  const whole: ReplyParts = {
    lead: ['The lead.'],
    items: [],
    table: null,
    picture: null,
    notes: [],
    citations: [],
    ...parts,
  };
  return {
    text: whole.lead.join(' '),
    spoken: whole.lead.join(' '),
    facts: [],
    sources: [],
    parameters: [],
    suggestions: [],
    choices: [],
    subject: null,
    list: [],
    parts: whole,
    ...more,
  };
}

/** Where Markdown or HTML would be taken for more than text: our cards have none of these. */
const MARKUP_ELEMENTS = ['TextBlock', 'FactSet', 'Fact', 'Input.Text', 'Action.Execute'];

describe('text of persons and publishers on cards', () => {
  // Protects readers from links, headings and pictures that somebody writes into a question, a file or a title.
  it('is shown as it is, whatever characters it has', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
      fc.constantFrom(
        '[click](https://evil.example)',
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '**bold** _italic_ `code` ~~gone~~',
        '# heading',
        '- item\n1. item',
        '![picture](https://evil.example/x.png)',
        '&lt;b&gt; &amp; &#60;',
        '{{DATE(2017-02-14T06:08:00Z, SHORT)}}',
        '$(evil) \\*escaped\\*',
        'www.evil.example (c) ... "quoted"',
      ),
    );
    fc.assert(
      fc.property(text, text, text, text, text, (lead, item, label, cell, note) => {
        const table = { columns: ['column'], rows: [{ label, cells: [cell] }] };
        const activity = replyActivity(replyOf({ lead: [lead], items: [item], table, notes: [note] }));
        const sent = cardReply(activity, { publicUrl: PUBLIC_URL });
        expect(sent.text).to.equal(lead);
        expect(sent.textFormat).to.equal('plain');
        const card = cardOf(sent);
        for (const shown of [item, label, cell, note]) expect(shownIn(card)).to.contain(plain(shown));
        expect(MARKUP_ELEMENTS.filter((type) => typesOf(card).has(type))).to.deep.equal([]);
        expect(stringsOf(card, ['text', 'fallbackText', 'speak']).join('\n')).not.to.match(/\{\{(DATE|TIME)/);
        expect(stringsOf(card, ['url'])).to.deep.equal([]);
        expect(cardFaults(card)).to.deep.equal([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has links where the wording put an address, and nowhere else', () => {
    const note = 'See https://good.example/page, not https://evil.example/page.';
    const parameters = [{ parameter: 'link', text: 'https://good.example/page' } as const];
    const card = cardOf(
      cardReply(replyActivity(replyOf({ notes: [note] }, { parameters })), { publicUrl: PUBLIC_URL }),
    );
    expect(stringsOf(card, ['url'])).to.deep.equal(['https://good.example/page']);
    expect(shownIn(card)).to.contain(note);
  });

  it('names a source by its title, with its address under it', () => {
    const citation = `Source: ${SOURCE.title} (${SOURCE.publisher}); retrieved today; ${SOURCE.url}`;
    const reply = replyOf({ citations: [citation] }, { sources: [SOURCE] });
    const card = cardOf(cardReply(replyActivity(reply), { publicUrl: PUBLIC_URL }));
    expect(stringsOf(card, ['url'])).to.deep.equal([SOURCE.url]);
    expect(shownIn(card)).to.equal('Source: An invented source (Nobody); retrieved today');
  });

  // Protects readers from an address in an imported file that runs something.
  it('has no link to anything but the web', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no address']) {
      const citation = `Source: ${SOURCE.title} (${SOURCE.publisher}); ${url}`;
      const parameters = [{ parameter: 'link', text: url } as const];
      const reply = replyOf({ citations: [citation], notes: [url] }, { sources: [{ ...SOURCE, url }], parameters });
      const card = cardOf(cardReply(replyActivity(reply), { publicUrl: PUBLIC_URL }));
      expect(stringsOf(card, ['url']), url).to.deep.equal([]);
      expect(shownIn(card)).to.contain(citation);
    }
  });

  it('is told without a card where a card would be too large', () => {
    const items = Array.from({ length: 2_000 }, (_, index) => `Item ${index} of a list that no card holds`);
    const reply = { ...replyOf({ items }), text: ['The lead.', ...items].join('\n') };
    const sent = cardReply(replyActivity(reply), { publicUrl: PUBLIC_URL });
    expect(sent.attachments ?? []).to.deep.equal([]);
    expect(sent.text).to.equal(reply.text);
  });
});

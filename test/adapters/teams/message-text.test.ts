import { expect } from 'chai';
import fc from 'fast-check';
import { messageText } from '../../../adapters/teams/message-text.ts';

const BOT = '<at>Career Advisor</at>';

describe('the text of a message in Teams', () => {
  const cases: readonly (readonly [string, string])[] = [
    [`${BOT} what does a plumber earn?`, 'what does a plumber earn?'],
    [`what does a plumber earn, ${BOT}?`, 'what does a plumber earn, ?'],
    [`${BOT}&nbsp;plumber${BOT}`, 'plumber'],
    [`${BOT} compare plumbers and <at id="1">A Person</at> welders`, 'compare plumbers and welders'],
    [BOT, ''],
    [' \u00a0\u200b ', ''],
    ['R&amp;D manager', 'R&D manager'],
    ['pay &lt; 50 &gt; 20 &quot;here&quot; it&#39;s &#x41;', 'pay < 50 > 20 "here" it\'s A'],
    ['&amp;lt;', '&lt;'],
    ['&unknown; &#0; &#9999999;', '&unknown; &#0; &#9999999;'],
    ['a < b and c > d', 'a < b and c > d'],
    ['line one\nline two', 'line one\nline two'],
  ];
  for (const [sent, read] of cases)
    it(`${JSON.stringify(sent)} is read as ${JSON.stringify(read)}`, () =>
      expect(messageText(sent, [BOT])).to.equal(read));

  it('has the bot taken out however its name is written in the text', () => {
    expect(messageText('@Advisor (beta) welder', ['@Advisor (beta)'])).to.equal('welder');
    expect(messageText('welder', ['', ' '])).to.equal('welder');
  });

  // Protects against texts that were made to break the reading.
  it('is read whatever was typed, and keeps no mention', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('<at>', '</at>', '&', '&#x', ';', 'nbsp;', BOT))),
        (parts) => {
          const read = messageText(parts.join(''), [BOT]);
          expect(read).to.not.include(BOT);
          expect(read).to.equal(read.trim());
        },
      ),
    );
  });
});

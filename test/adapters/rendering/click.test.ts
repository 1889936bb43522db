import { expect } from 'chai';
import fc from 'fast-check';
import { clickedWords } from '../../../adapters/rendering/click.ts';

describe('what a click on a card says', () => {
  it('is the words of its data, without the space around them', () => {
    expect(clickedWords({ say: 'What does it pay?' })).to.equal('What does it pay?');
    expect(clickedWords({ say: '  yes ' })).to.equal('yes');
    expect(clickedWords({ say: 'yes', msteams: { type: 'messageBack' } })).to.equal('yes');
  });

  // Protects the dialogs from a forged value: whatever a client sends, they get words of a bounded length or none.
  it('is nothing for anything else', () => {
    for (const value of [undefined, null, '', 'yes', 1, [], ['say'], {}, { say: '' }, { say: ' ' }, { say: 1 }])
      expect(clickedWords(value), JSON.stringify(value)).to.equal(null);
    expect(clickedWords({ say: { say: 'yes' } })).to.equal(null);
    expect(clickedWords({ say: 'a'.repeat(501) })).to.equal(null);
    expect(clickedWords({ say: 'a'.repeat(500) })).to.have.lengthOf(500);
  });

  it('never throws, and is never longer than a message may be', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ say: fc.string() })), (value) => {
        const words = clickedWords(value);
        expect(words === null || (words.length > 0 && words.length <= 500)).to.equal(true);
      }),
    );
  });
});

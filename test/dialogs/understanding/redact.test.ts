import { expect } from 'chai';
import { redact } from '../../../dialogs/understanding/redact.ts';
import { startConversation } from '../helpers.ts';

describe('personal data', () => {
  // Protects people: what looks like an address or a number of a person goes before anything reads, keeps or repeats it.
  for (const personal of [
    'someone@example.com',
    '780 555 0100',
    '(780) 555-0100',
    '+1-780-555-0100',
    '7805550100',
    '046 454 286',
    '046-454-286',
    '046454286',
    '1234 567 890',
    '12345-6789',
  ]) {
    it(`is taken out: ${personal}`, async () => {
      expect(redact(`reach me at ${personal} please`)).to.not.include(personal.slice(0, 6));
      const text = await (await startConversation()).ask(`I am a welder, ${personal}`);
      expect(text).to.include('leave out personal details').and.to.not.include(personal);
    });
  }

  it('leaves codes, years and amounts alone', () => {
    for (const text of [
      '12111',
      '12111.00',
      '1413.3',
      'B513',
      '2019-2023',
      '$39.15',
      'NOC 2016 1252 and 2021 12111',
      '45760 or 63461',
    ]) {
      expect(redact(text)).to.equal(text);
    }
  });
});

import { expect } from 'chai';
import { redact } from '../../../dialogs/understanding/redact.ts';
import { shippedKnowledge, startConversation } from '../helpers.ts';

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
    'T5J 2R7',
    't5j2r7',
    '1974-03-12',
    '12/03/1974',
    'March 12, 1974',
    '12th of march 1974',
    '10025 102A Avenue NW',
    '1234 Night Owl Road',
    '77 Sunset St.,',
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
      '5 years on the road',
      '20 hours a week',
      '2 year college in St. John’s',
      'how many months in 2021 and 2022',
      'from May 2021',
      'pay in 2024/25',
      'the 10 best jobs in St. Albert',
      'wage of a 3 axle truck driver',
      'A1 driver, class 5',
      'grade 12, 30 credits',
      'over $100,000 or 100,000.50',
    ]) {
      expect(redact(text)).to.equal(text);
    }
  });

  it('a name goes where it is announced, with what follows in capitals', () => {
    expect(redact('My name is Night Owl, what does a cook earn?')).to.equal('My name is […], what does a cook earn?');
    expect(redact("my last name's owl wage of a cook")).to.equal("my last name's […] wage of a cook");
    expect(redact('what is my name in French')).to.equal('what is my name in French');
  });

  it('what is left of the message is answered, and what was taken out is marked', async () => {
    const text = await (await startConversation()).ask(
      'I live at 1234 Night Owl Road T5J 2R7. plumber wage in Ontario?',
    );
    expect(text).to.include('leave out personal details').and.to.include('Plumbers').and.to.include('Ontario');
    expect(redact('at 780 555 0100 or someone@example.com.')).to.equal('at […] or […].');
  });

  // Protects titles: nothing that people call their work may be taken for personal data.
  it('leaves the titles of the pack alone', async () => {
    const titles = await (await shippedKnowledge()).store.titles();
    expect(titles.map(({ title }) => title).filter((title) => redact(title) !== title)).to.deep.equal([]);
  });

  // Protects every other visitor: patterns that read a long word again from each of its letters would take minutes for these.
  it('reads texts of any kind in one go', () => {
    for (const piece of ['a', 'ẞ', '中', '1', '1 ', 'a.', '1 a ', 'my name is ', '12/', 'a@', '780 ']) {
      const text = piece.repeat(Math.ceil(300_000 / piece.length));
      expect(redact(text).length).to.be.below(2 * text.length);
    }
  });
});

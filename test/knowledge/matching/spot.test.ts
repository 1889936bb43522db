import { expect } from 'chai';
import { packMatcher } from './helpers.ts';

describe('TitleMatcher.spot', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['what does a plumber earn in Alberta?', ['plumber']],
    ['What does a Release of Information Specialist earn in Alberta?', ['Release of Information Specialist']],
    [
      'how does that compare with registered nurses and licensed practical nurses',
      ['registered nurses', 'licensed practical nurses'],
    ],
    ['Is an RN paid more than an LPN?', ['RN', 'LPN']],
    ['schooling for a truck driver, please', ['truck driver']],
    ['je veux devenir infirmière', ['infirmière']],
    ['compare welders with pipefitters', ['welders', 'pipefitters']],
    ['top pay for a charge nurse in BC', ['charge nurse']],
    ['what do IT managers make', ['IT managers']],
    ['show me job postings', []],
    ['what are the duties and the skills?', []],
    ['it is all right', []],
    ['and the schooling?', []],
    ['can you help me with that', []],
    ['', []],
  ];
  for (const [text, phrases] of cases) {
    it(`"${text}" -> [${phrases.join(', ')}]`, () => {
      expect(
        packMatcher()
          .spot(text)
          .map((span) => span.phrase),
      ).to.deep.equal(phrases);
    });
  }

  it('gives offsets into the text as it was given', () => {
    const text = '  Señor — is a  Dental   Hygienist well paid? 😀 And a CHEF?';
    for (const span of packMatcher().spot(text)) expect(text.slice(span.start, span.end)).to.equal(span.phrase);
    expect(
      packMatcher()
        .spot(text)
        .map((span) => span.phrase),
    ).to.deep.equal(['Dental   Hygienist', 'CHEF']);
  });

  it('takes the longest title', () => {
    expect(packMatcher().spot('she is a dental assistant now')[0]?.phrase).to.equal('dental assistant');
  });

  // Protects pasted pages: every title of a long text is found, up to the bound.
  it('finds the titles of a long text', () => {
    const text = 'my brother is a truck driver and my sister is a nurse. '.repeat(70);
    const spans = packMatcher().spot(text);
    expect(spans.length).to.be.greaterThan(100);
  });
});

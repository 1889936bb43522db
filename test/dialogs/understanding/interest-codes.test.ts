import { expect } from 'chai';
import { formatCodes } from '../../../dialogs/interests/codes.ts';
import { understandInterestCodes } from '../../../dialogs/understanding/interest-codes-en.ts';

/** `M i d`; with `?` where nothing told strong from weaker; else what the message was taken for. */
function read(message: string, asked = false): string | null {
  const talk = understandInterestCodes(message, asked);
  if (talk === null) return null;
  if (talk.kind === 'codes') return `${formatCodes(talk.codes)}${talk.strengthsKnown ? '' : ' ?'}`;
  if (talk.kind === 'faulty') return talk.why;
  const changes = talk.changes.map(({ kind, interest, ...rest }) => [kind, interest, ...Object.values(rest)].join(' '));
  return `${talk.whatIf ? 'what if ' : ''}${changes.join(', ')}`;
}

describe('a person tells their interest codes', () => {
  const told: readonly [message: string, codes: string][] = [
    ['my codes are M i d', 'M i d'],
    ['M i d', 'M i d'],
    ['MiD', 'M i D'],
    ['my code is Mid', 'M i d'],
    ['My interest codes: M, i and d.', 'M i d'],
    ['METHODICAL innovative', 'M i'],
    ['METHODICAL innovative directive', 'M i d'],
    ['careerinsite says I am METHODICAL innovative directive', 'M i d'],
    ['I already know my codes: S i m', 'S i m'],
    ['my result was I S D from CAREERinsite', 'I S D'],
    ['change my codes to O m i', 'O m i'],
    ['I o m', 'I o m'],
    ['my code is S', 'S'],
    ['strong Methodical, weaker Social', 'M s'],
    ['METHODICAL (strong) and innovative (weak)', 'M i'],
    // Names in a sentence: a capital letter there says nothing of strength.
    ["I'm Methodical, Innovative and directive", 'm i d ?'],
    ['My interests are social and objective', 's o ?'],
    ['MY CODES ARE METHODICAL INNOVATIVE', 'm i ?'],
  ];
  for (const [message, codes] of told) {
    it(`"${message}": ${codes}`, () => {
      expect(read(message)).to.equal(codes);
    });
  }

  it('tells what cannot be a code though it is meant as one', () => {
    expect(read('my codes are M i d o')).to.equal('too-many');
    expect(read('my codes are M m d')).to.equal('repeated');
    for (const message of [
      'my codes are R I A',
      'my codes are S O C',
      'my code is RIA',
      'my codes are Realistic, Social',
    ])
      expect(read(message), message).to.equal('holland');
    expect(read('my codes are m=3 i=3 d=3')).to.equal('scores');
  });

  // Protects questions and small talk from being taken for a result of the exercise.
  const others = [
    'I am social',
    "I'm very social",
    'I am social and innovative',
    'I am a methodical person',
    'is it methodical work?',
    'what is methodical?',
    'social',
    'SOCIAL',
    'social work',
    'objective: find a job',
    'Mid',
    'dim',
    'I m',
    'i d',
    'im so',
    'my code is 1252',
    'my NOC code is 12111',
    'M i d?',
    'what does a plumber earn?',
    'are my codes M i d?',
    '',
  ];
  for (const message of others) {
    it(`"${message}" is none`, () => {
      expect(read(message)).to.equal(null);
    });
  }

  it('takes less for a code once codes were asked for', () => {
    expect(read('social', true)).to.equal('s ?');
    expect(read('Mid', true)).to.equal('M i d');
    expect(read('I am social and innovative', true)).to.equal('s i ?');
    expect(read('welder', true)).to.equal(null);
  });
});

describe('a person changes their interest codes', () => {
  const cases: readonly [message: string, changes: string][] = [
    ['make Social weaker', 'strength Social false'],
    ['can you make Social stronger please?', 'strength Social true'],
    ['social should be strong', 'strength Social true'],
    ['make social and objective weaker', 'strength Social false, strength Objective false'],
    ['put Innovative first', 'place Innovative 1'],
    ['move S to the end', 'place Social 3'],
    ['drop Directive', 'drop Directive'],
    ['add objective', 'add Objective false'],
    ['add OBJECTIVE', 'add Objective true'],
    ['drop social and add strong Objective', 'drop Social, add Objective true'],
    ['swap M and I', 'swap Methodical Innovative'],
    ['replace social with objective', 'replace Social Objective false'],
    ['what if I liked routine less?', 'what if step Methodical -1'],
    ['what if I liked people more and routine less?', 'what if step Social 1, step Methodical -1'],
    ['what if I was less social?', 'what if step Social -1'],
    ["what if I didn't like leading people?", 'what if drop Directive'],
    ['what if I drop methodical', 'what if drop Methodical'],
    ['what if I put Directive first', 'what if place Directive 1'],
    ['what if Social came first', 'what if place Social 1'],
    ['what if Social were stronger', 'what if strength Social true'],
    ['what if Social was my strongest', 'what if place Social 1, strength Social true'],
    ['what if you make Methodical weaker', 'what if strength Methodical false'],
    ['what if I liked working with my hands more?', 'what if step Objective 1'],
  ];
  for (const [message, changes] of cases) {
    it(`"${message}": ${changes}`, () => {
      expect(read(message)).to.equal(changes);
    });
  }

  // Protects codes from a passing remark: a dislike is no order.
  const others = [
    "I don't like routine",
    'I like people more than machines',
    'add social media',
    'drop it',
    'make me a sandwich',
    'put me first',
    'is social strong?',
    'drop social studies',
  ];
  for (const message of others) {
    it(`"${message}" changes nothing`, () => {
      expect(read(message)).to.equal(null);
    });
  }

  it('takes a liking for something to try out, never for an order', () => {
    expect(understandInterestCodes('I like routine less')).to.deep.include({ whatIf: true });
    expect(understandInterestCodes('make Methodical weaker')).to.deep.include({ whatIf: false });
  });
});

import { expect } from 'chai';
import { first, firstFive, packMatcher, smallMatcher, title } from './helpers.ts';

interface Case {
  readonly text: string;
  readonly code: string;
}

function each(cases: readonly Case[]): void {
  for (const { text, code } of cases) it(`"${text}" -> ${code}`, () => expect(first(text)).to.equal(code));
}

describe('TitleMatcher', () => {
  describe('writes shortenings out', () =>
    each([
      { text: 'HR mgr', code: '10011' },
      { text: 'admin asst', code: '13110' },
      { text: 'HVAC tech', code: '72402' },
      { text: 'civil eng', code: '21300' },
      { text: 'Sr. Mech. Eng.', code: '21301' },
      { text: 'R.N.', code: '31301' },
      { text: 'A/P clerk', code: '14200' },
      { text: 'elem teacher', code: '41221' },
    ]));

  describe('forgives slips of the keyboard', () =>
    each([
      { text: 'plumberr', code: '72300' },
      { text: 'electrican', code: '72200' },
      { text: 'pharmasist', code: '31120' },
      { text: 'dental hygenist', code: '32111' },
      { text: 'hair dresser', code: '63210' },
      { text: 'book keeper', code: '12200' },
      { text: 'truckdriver', code: '73300' },
      { text: 'beautician assisstant at veterinary clinik', code: first('assistant at veterinary clinic') },
    ]));

  describe('reads "X of Y", inversions and plurals as the title itself', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['director of finance', 'finance director'],
      ['manager, human resources', 'human resources manager'],
      ['Manager - Restaurant', 'restaurant manager'],
      ['driver of a taxi', 'taxi driver'],
      ['dental hygienists', 'dental hygienist'],
      ['clerk (payroll)', 'payroll clerk'],
    ];
    for (const [one, other] of pairs) it(`"${one}" = "${other}"`, () => expect(first(one)).to.equal(first(other)));
  });

  describe('drops rank and hours', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['senior accountant', 'accountant'],
      ['carpenter II', 'carpenter'],
      ['part-time cashier', 'cashier'],
      ['casual registered nurse', 'registered nurse'],
      ['ACTING payroll administrator', 'payroll administrator'],
      ['plumber (full time, permanent)', 'plumber'],
      ['intermediate civil engineer', 'civil engineer'],
    ];
    for (const [one, other] of pairs) it(`"${one}" = "${other}"`, () => expect(first(one)).to.equal(first(other)));
  });

  describe('keeps words that move a job to another group', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['restaurant manager', 'restaurant server'],
      ['dental assistant', 'dentist'],
      ['pharmacy assistant', 'pharmacist'],
      ['cleaning supervisor', 'cleaner'],
      ['driving instructor', 'driver'],
      ['retail supervisor', 'retail clerk'],
      ['teacher assistant', 'teacher'],
      ['construction helper', 'construction manager'],
    ];
    for (const [one, other] of pairs)
      it(`"${one}" is not "${other}"`, () => expect(first(one)).not.to.equal(first(other)));
    it('an apprentice belongs to the trade', () => expect(first('apprentice plumber')).to.equal('72300'));
  });

  describe('understands French', () =>
    each([
      { text: 'infirmière', code: '31301' },
      { text: 'infirmier', code: '31301' },
      { text: 'coiffeuse', code: '63210' },
      { text: 'electricienne', code: '72200' },
      { text: 'adjointe administrative', code: '13110' },
      { text: "chauffeur d'autobus scolaire", code: '73301' },
      { text: 'soudeur / soudeuse', code: '72106' },
    ]));

  describe('finds by duties what is no title', () => {
    const cases: readonly Case[] = [
      { text: 'I take care of old people at home', code: '44101' },
      { text: 'someone who repairs furnaces', code: '72402' },
      { text: 'I teach small children in a daycare', code: '42202' },
      { text: 'I drive a big truck across the country', code: '73300' },
    ];
    for (const { text, code } of cases) it(`"${text}" -> ${code}`, () => expect(firstFive(text)).to.include(code));
    it('says so', () => {
      expect(packMatcher().match('I take care of old people at home').candidates[0]?.reason).to.equal('duties');
    });
  });

  describe('decides', () => {
    for (const text of ['plumber', 'registered nurse', 'RN', 'dental hygienist', 'bricklayer']) {
      it(`answers "${text}" outright`, () => expect(packMatcher().match(text).decision).to.equal('match'));
    }
    for (const text of ['data analyst', 'engineer', 'driver', 'teacher', 'manager', 'supervisor']) {
      it(`asks about "${text}"`, () => {
        const { decision, candidates } = packMatcher().match(text);
        expect(decision).to.equal('ask');
        expect(candidates.length).to.be.at.least(2);
      });
    }
    for (const text of ['', '   ', 'asdkjh', '😀', '42', 'blorpt frindle', '<b>x</b>', 'http://foo.bar/', 'la la la']) {
      it(`refuses ${JSON.stringify(text)}`, () => {
        expect(packMatcher().match(text)).to.deep.equal({ query: text, decision: 'none', candidates: [] });
      });
    }
    // Protects somebody whose title means several things from being taken at a word that they misspelt.
    for (const [misspelt, spelt] of [
      ['data analist', 'data analyst'],
      ['teecher', 'teacher'],
    ] as const)
      it(`asks about "${misspelt}" as about "${spelt}"`, () => {
        expect(packMatcher().match(spelt).decision).to.equal('ask');
        expect(packMatcher().match(misspelt).decision).to.equal('ask');
      });
    it('puts the groups that carry a title word for word first', () => {
      const five = firstFive('data analyst');
      expect(five).to.include('12111');
      expect(five).to.include('21223');
    });
    it('names the occupation of an alias', () => {
      const found = packMatcher().match('Release of Information Specialist').candidates[0];
      expect(found).to.include({
        code: '12111',
        occupation: 'health-information-management-professional',
        reason: 'alias',
      });
    });
  });

  describe('tells why', () => {
    const matcher = smallMatcher(
      [
        title('72300', 'Plumbers', { kind: 'group' }),
        title('72300', 'plumber'),
        title('31301', 'registered nurse'),
        title('31301', 'RN', { kind: 'abbreviation', standsFor: 'registered nurse' }),
        title('72200', 'sparky', { kind: 'everyday' }),
        title('72200', 'construction electrician'),
        title('12111', 'Coding Specialist', { kind: 'alias', occupation: 'him' }),
      ],
      [
        {
          code: '72402',
          title: 'Heating mechanics',
          titleFr: '',
          gist: 'fix furnaces',
          whatTheyDo: 'They fix furnaces.',
          whereTheyWork: '',
        },
      ],
    );
    const why = (text: string): string | undefined => matcher.match(text).candidates[0]?.reason;
    it('group name', () => expect(why('Plumbers')).to.equal('group-name'));
    it('title', () => expect(why('registered nurse')).to.equal('title'));
    it('abbreviation, with what it stands for', () => {
      expect(matcher.match('RN').candidates[0]).to.include({ reason: 'abbreviation', standsFor: 'registered nurse' });
    });
    it('everyday name', () => expect(why('sparky')).to.equal('everyday'));
    it('alias', () => expect(why('coding specialist')).to.equal('alias'));
    it('spelling', () => expect(why('registred nurze')).to.equal('spelling'));
    it('shared words', () => expect(why('electrician for construction and maintenance')).to.equal('words'));
  });

  it('re-ranks with a hint', () => {
    const matcher = packMatcher();
    const plain = matcher.match('inspector').candidates.map((found) => found.code);
    const hinted = matcher.match('inspector', {
      hint: 'I check new houses and buildings under construction',
    }).candidates;
    expect(hinted[0]?.code).to.equal('22233');
    expect(plain.length).to.be.greaterThan(1);
    const nurse = matcher
      .match('technician', { hint: 'x-rays and scans of patients in a hospital' })
      .candidates.slice(0, 3);
    expect(nurse.map((found) => found.code)).to.include('32121');
  });

  it('searches by the hint when the title says nothing', () => {
    const { query, candidates } = packMatcher().match('zorblat', { hint: 'I cut hair in a salon' });
    expect(query).to.equal('zorblat');
    expect(candidates.map((found) => found.code).slice(0, 3)).to.include('63210');
  });

  it('returns as many candidates as asked for', () => {
    expect(packMatcher().match('engineer', { limit: 3 }).candidates).to.have.length(3);
  });

  describe('bad input', () => {
    const inputs: readonly (readonly [string, string])[] = [
      ['100 kB of a word', 'plumber '.repeat(12_500)],
      ['100 kB without a space', 'x'.repeat(100_000)],
      ['100 kB of brackets', '('.repeat(100_000)],
      ['control characters', '\u0000\u0007plu\u200bmber\u001b[31m'],
      ['lone surrogates', '\ud800\udc00\ud800 nurse'],
      ['right to left and combining marks', '\u202enurse\u0301\u0301\u0301'],
      ['SQL', "'; DROP TABLE titles; --"],
      ['names of object members', 'constructor __proto__ toString hasOwnProperty'],
      ['a regular expression', '(a+)+$ [a-z]* \\d{1,9}'],
    ];
    for (const [name, text] of inputs) {
      it(name, () => {
        const { candidates } = packMatcher().match(text);
        packMatcher().spot(text);
        expect(candidates.length).to.be.at.most(10);
      });
    }
  });
});

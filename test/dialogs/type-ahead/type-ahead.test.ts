import { expect } from 'chai';
import { questionFor } from '../../../dialogs/type-ahead/question.ts';
import { TypeAhead } from '../../../dialogs/type-ahead/type-ahead.ts';
import type { TypeAheadView } from '../../../dialogs/type-ahead/view.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { PrefixIndex } from '../../../knowledge/matching/prefix-index.ts';
import { everydayTitles } from '../../bench/data.ts';
import { title } from '../../knowledge/matching/helpers.ts';
import { shippedKnowledge } from '../helpers.ts';

describe('search as you type', () => {
  let search: TypeAhead;
  before(async () => {
    search = await TypeAhead.over(await shippedKnowledge(), en);
  });
  const codesOf = ({ candidates }: TypeAheadView): string[] => candidates.map(({ code }) => code);

  // Protects search as you type: from the first letters on there is something to choose from, and it is what is meant.
  const typed: readonly (readonly [text: string, code: string])[] = [
    ['plumb', '72300'],
    ['plumbe', '72300'],
    ['health inf', '12111'],
    ['data an', '21223'],
    ['registered nu', '31301'],
    ['truck dri', '73300'],
    ['part time hairdres', '63210'],
    ['Senior Software De', '21232'],
    ['médec', '31102'],
    ["Plumber's", '72300'],
    ['12', '12010'],
    ['121', '12100'],
    ['12111', '12111'],
    ['1252', '12111'],
    ['B513', '12111'],
    ['1413.3', '12111'],
    ['12111.00', '12111'],
    ['plumbr', '72300'],
    ['elektrician', '72200'],
    ['RN', '31301'],
    ['sparky', '72200'],
  ];
  for (const [text, code] of typed) {
    it(`"${text}" finds ${code}`, async () => {
      const found = await search.find(text);
      expect(found.query).to.equal(text);
      expect(codesOf(found)).to.include(code);
      expect(found.candidates).to.have.length.within(1, 8);
      expect(found.decision).not.to.equal('none');
    });
  }

  it('has something for every beginning of a title that is known, best first and a group once', async () => {
    for (const begun of ['electrician', 'registered nurse', 'welder', 'cook', 'health information technician']) {
      for (let length = 1; length <= begun.length; length += 1) {
        const found = await search.find(begun.slice(0, length));
        expect(found.candidates, begun.slice(0, length)).not.to.have.length(0);
        expect(new Set(codesOf(found)).size).to.equal(found.candidates.length);
        const scores = found.candidates.map(({ score }) => score);
        expect(scores).to.deep.equal(scores.toSorted((one, other) => other - one));
      }
    }
  });

  it('finds everyday titles as well as the chat does', async () => {
    const titles = everydayTitles();
    let found = 0;
    for (const each of titles) {
      const codes = codesOf(await search.find(each.title)).slice(0, 5);
      if (codes.some((code) => each.accept.includes(code))) found += 1;
    }
    expect(found / titles.length).to.be.at.least(0.98);
  });

  // Protects an agent who types as callers ask: the title is found, and what is asked of it is not taken for a part of it.
  const asked: readonly (readonly [text: string, code: string, topic: string | null, region: string | null])[] = [
    ['plumber wage', '72300', 'wage', null],
    ['carpenter outlook', '72310', 'outlook', null],
    ['salary electrician', '72200', 'wage', null],
    ['what does a plumber earn in BC', '72300', 'wage', 'BC'],
    ['construction manager salary calgary', '70010', 'wage', 'calgary'],
    ['nurse in Ontario', '31301', null, 'ON'],
    ['schooling for welders', '72106', 'education', null],
    ['I was a sawyer for twelve years at the mill, what does it pay elsewhere', '94120', 'wage', null],
    ['plumber', '72300', null, null],
    ['payroll clerk', '13102', null, null],
  ];
  for (const [text, code, topic, region] of asked) {
    it(`"${text}" asks for ${topic ?? 'nothing'}${region ? ` in ${region}` : ''}`, async () => {
      const found = await search.find(text);
      expect(codesOf(found)[0]).to.equal(code);
      expect(found).to.include({ query: text, topic });
      expect(found.region?.id ?? null).to.equal(region);
    });
  }

  it('offers nothing that has no word in common with what was typed', async () => {
    expect(codesOf(await search.find('roughneck'))).to.deep.equal(['85111']);
    expect(codesOf(await search.find('plumer'))).to.deep.equal(['72300']);
  });

  it('takes a word that is ended for a whole one', async () => {
    expect((await search.find('cook')).decision).to.equal('match');
    expect((await search.find('vet')).candidates.map(({ code }) => code)).to.include('31103');
    expect((await search.find('data a')).decision).to.equal('ask');
    expect((await search.find('cook ')).decision).to.equal('match');
  });

  it('tells how a misspelt title was understood, and only that', async () => {
    expect((await search.find('elektrician')).didYouMean).to.equal('electrician');
    for (const text of ['electrician', 'electri', '1252', 'qqqqqq'])
      expect((await search.find(text)).didYouMean).to.equal(null);
  });

  it('says nothing where it knows nothing', async () => {
    for (const text of ['qqqqqq', '9999', '99999', '🦖', '—', "'; DROP TABLE wage; --"]) {
      const found = await search.find(text);
      expect(found, text).to.include({ decision: 'none', question: null });
      expect(found.candidates, text).to.deep.equal([]);
    }
  });

  it('offers what is known of words that are no title, and takes none of it for granted', async () => {
    for (const text of ['maple syrup', 'Lake Superior']) {
      const found = await search.find(text);
      expect(found.decision, text).to.equal('ask');
      expect(found.candidates, text).not.to.have.length(0);
    }
  });

  it('names the occupation that a title is of, and its group by its gist', async () => {
    const { candidates } = await search.find('Release of Information Specialist');
    expect(candidates[0]).to.include({
      code: '12111',
      occupation: 'health-information-management-professional',
      title: 'Health information management professional',
      gist: 'code and keep health records',
    });
  });

  describe('the question to ask a caller', () => {
    it('is made of what tells the candidates apart', async () => {
      const { question } = await search.find('coder');
      expect(question).to.equal(
        'Do they code and keep health records; code websites and web applications; or write and fix code for computer systems?',
      );
      expect((await search.find('sparky')).question).to.match(/^Do they wire buildings .+, or keep .+\?$/);
    });

    it('is not asked where one is meant, or where too many are begun', async () => {
      for (const text of ['plumber', '12111', 'p', 'qqqqqq']) expect((await search.find(text)).question).to.equal(null);
    });

    // Protects an agent from a question that cannot be read out: over all pairs that everyday titles lead to.
    it('can be read out for every ambiguous everyday title', async () => {
      let asked = 0;
      for (const { title: text } of everydayTitles()) {
        const { question, decision, candidates } = await search.find(text);
        if (decision !== 'ask' || candidates.length < 2) continue;
        asked += 1;
        expect(question, text).to.match(/^Do they [a-z].+(?:, or |; or ).+[^.,;\s]\?$/);
        expect(question?.length, text).to.be.at.most(240);
        const gists = candidates.map(({ gist }) => gist).filter((gist) => question?.includes(gist));
        expect(new Set(gists).size, text).to.be.within(2, 3);
      }
      expect(asked).to.be.greaterThan(10);
    });

    it('is not asked of candidates that nothing tells apart', () => {
      expect(
        questionFor(
          [
            { gist: 'weld', score: 0.5 },
            { gist: 'weld', score: 0.5 },
          ],
          en,
        ),
      ).to.equal(null);
      expect(
        questionFor(
          [
            { gist: 'weld', score: 0.5 },
            { gist: '', score: 0.5 },
          ],
          en,
        ),
      ).to.equal(null);
      expect(questionFor([], en)).to.equal(null);
    });
  });

  describe('beginnings of words', () => {
    const index = new PrefixIndex({
      titles: [
        title('11111', 'Bakers', { kind: 'group' }),
        title('11111', 'pastry baker'),
        title('22222', 'bake-off judge'),
        title('33333', 'Éclair maker'),
      ],
      groups: [{ code: '11111', title: 'Bakers' }],
      employment: new Map([['22222', 10]]),
    });
    const found = (text: string): string[] => index.find(text, 5).map(({ matchedTitle }) => matchedTitle);

    it('are found in any word, in any case, with and without accents; what begins so comes first', () => {
      expect(found('BAKE')).to.have.members(['Bakers', 'bake-off judge']);
      expect(found('past')).to.deep.equal(['pastry baker']);
      expect(found('eclair m')).to.deep.equal(['Éclair maker']);
      expect(found('baker past')).to.deep.equal(['pastry baker']);
      expect(found('baker judge')).to.deep.equal([]);
      expect(found('')).to.deep.equal([]);
    });

    it('are completed by the commonest word', () => {
      expect(index.complete('bak')).to.be.oneOf(['bake', 'baker', 'bakers']);
      expect(index.complete('baker')).to.equal(null);
      expect(index.complete('zz')).to.equal(null);
    });
  });
});

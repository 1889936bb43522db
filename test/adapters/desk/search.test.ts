import { expect } from 'chai';
import { searchView } from '../../../adapters/desk/api/search.ts';
import type { TypeAheadView } from '../../../dialogs/type-ahead/view.ts';
import { en } from '../../../dialogs/wording/index.ts';

const FOUND: TypeAheadView = {
  query: '',
  decision: 'ask',
  candidates: [],
  question: 'Do they lend books, or pay wages?',
  didYouMean: null,
  topic: null,
  region: null,
};

describe("the desk's search", () => {
  // Protects the jump to a section: half its name is enough, and a title is none.
  it('names sections that begin as typed', () => {
    const sectionsOf = (query: string): string[] =>
      searchView({ ...FOUND, query }, en).sections.map(({ topic }) => topic);
    expect(sectionsOf('wag')).to.deep.equal(['wage']);
    expect(sectionsOf('Pay')).to.deep.equal(['wage']);
    expect(sectionsOf(' scho')).to.include.members(['education', 'schools']);
    expect(sectionsOf('plumber')).to.deep.equal([]);
  });

  it('tells what opens beside the title', () => {
    const region = { id: 'BC', name: 'British Columbia' };
    expect(searchView({ ...FOUND, topic: 'wage', region }, en)).to.include({
      topic: 'wage',
      opens: 'Wage, British Columbia',
    });
    expect(searchView({ ...FOUND, topic: 'teer' }, en)).to.include({ topic: null, opens: null });
    expect(searchView(FOUND, en).opens).to.equal(null);
  });

  // Protects callers from a question about a word that the agent meant for a section.
  it('asks no question where a section is named', () => {
    expect(searchView({ ...FOUND, query: 'wage' }, en).question).to.equal(null);
    expect(searchView({ ...FOUND, query: 'coder' }, en).question).to.equal(FOUND.question);
  });
});

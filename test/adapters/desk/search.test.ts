import { expect } from 'chai';
import { searchView } from '../../../adapters/desk/api/search.ts';
import { en } from '../../../dialogs/wording/index.ts';

describe("the desk's search", () => {
  // Protects the jump to a section: half its name is enough, and a title is none.
  it('names sections that begin as typed', () => {
    const sectionsOf = (query: string): string[] =>
      searchView({ query, decision: 'none', candidates: [], question: null, didYouMean: null }, en).sections.map(
        ({ topic }) => topic,
      );
    expect(sectionsOf('wag')).to.deep.equal(['wage']);
    expect(sectionsOf('Pay')).to.deep.equal(['wage']);
    expect(sectionsOf(' scho')).to.include.members(['education', 'schools']);
    expect(sectionsOf('plumber')).to.deep.equal([]);
  });
});

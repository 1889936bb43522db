import { type CatalogueEntry, minorGroup } from './catalogue.ts';

/** Of one broad category on a page of five, and of one minor group. */
const MOST_OF_A_CATEGORY = 2;
const MOST_OF_A_MINOR_GROUP = 1;
/** How much worse than the best one left a group may fit and still be taken for the sake of variety. */
const DIP = 0.05;

/**
 * Orders candidates (best first) so that a page is not five look-alikes: hundreds of groups have one of a few dozen codes, and the order of
 * codes alone would show one shelf of the classification after the other. Greedy, page by page: the best one left that brings no third
 * group of its broad category and no second of its minor group onto the page, if it fits hardly worse (DIP) than the best one left; else
 * the best that is not of a minor group on the page; else the best. Every candidate comes once, sooner or later.
 */
export function spread<Candidate extends { readonly fit: number }>(
  candidates: readonly Candidate[],
  count: number,
  page: number,
  entryOf: (candidate: Candidate) => Pick<CatalogueEntry, 'code' | 'broadCategory'>,
): Candidate[] {
  const left = [...candidates];
  const ordered: Candidate[] = [];
  while (ordered.length < count && left.length > 0) {
    const onPage = ordered.slice(ordered.length - (ordered.length % page)).map(entryOf);
    const least = (left[0]?.fit ?? 0) - DIP;
    const newMinor = (candidate: Candidate): boolean => {
      const minor = minorGroup(entryOf(candidate).code);
      return onPage.filter(({ code }) => minorGroup(code) === minor).length < MOST_OF_A_MINOR_GROUP;
    };
    const newField = (candidate: Candidate): boolean => {
      const { broadCategory } = entryOf(candidate);
      return onPage.filter((other) => other.broadCategory === broadCategory).length < MOST_OF_A_CATEGORY;
    };
    const near = (candidate: Candidate): boolean => candidate.fit >= least;
    let at = left.findIndex((candidate) => near(candidate) && newField(candidate) && newMinor(candidate));
    if (at < 0) at = left.findIndex((candidate) => near(candidate) && newMinor(candidate));
    ordered.push(...left.splice(Math.max(at, 0), 1));
  }
  return ordered;
}

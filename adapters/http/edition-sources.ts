import type { Edition } from '../../knowledge/model.ts';

interface EditionSources {
  /** Source of the edition's codes and names. */
  readonly source: string;
  /** Sources of the steps that lead from a code of the edition to NOC 2021. */
  readonly linkSources: readonly string[];
}

const FROM_2016 = ['concordance-2016-2021'];
/** NOC 2016 kept the codes of NOC 2011, and says so itself. */
const FROM_2011 = ['noc-2016', ...FROM_2016];

/** The crosswalk by edition: where a code and its way to NOC 2021 come from. */
export const EDITION_SOURCES: Readonly<Record<Edition, EditionSources>> = {
  noc2021: { source: 'noc-2021', linkSources: [] },
  // The first five digits of an OaSIS code are the group's own.
  oasis2023: { source: 'oasis-2023', linkSources: [] },
  noc2016: { source: 'noc-2016', linkSources: FROM_2016 },
  noc2011: { source: 'noc-2011', linkSources: FROM_2011 },
  noc2006: { source: 'noc-2006', linkSources: ['concordance-2006-2011', ...FROM_2011] },
  nocs2006: { source: 'noc-s-2006', linkSources: ['concordance-nocs-2006-2011', ...FROM_2011] },
};

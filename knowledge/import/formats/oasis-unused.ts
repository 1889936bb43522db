import { type Format, tableFormat } from '../format.ts';
import { oasisDataset, PROFILE_CODE } from './oasis-profiles.ts';

/** Files that belong to the set and hold nothing for the store: known, so that an operator is not left to wonder about them. */

/** The interests name every profile already. */
const LABELS = tableFormat({
  id: 'oasis-labels',
  what: 'OaSIS labels (the interests have them too)',
  unused: true,
  columns: { profile: PROFILE_CODE, label: { names: ['Label'] } },
  open: (context) => ({ dataset: oasisDataset(context, 'labels'), row: (_cells, out) => out.drop('not-wanted') }),
});

const GUIDE = tableFormat({
  id: 'oasis-guide',
  what: 'OaSIS guide (what its items and scales mean)',
  unused: true,
  columns: {
    code: { names: ['Code'] },
    name: { names: ['Name'] },
    structure: { names: ['Structure type'] },
    category: { names: ['Category'] },
    description: { names: ['Description'] },
  },
  open: (context) => ({ dataset: oasisDataset(context, 'guide'), row: (_cells, out) => out.drop('not-wanted') }),
});

export const OASIS_UNUSED: readonly Format[] = [LABELS, GUIDE];

/** Why a well-formed row is set aside. The report counts rows by these. */
export const DROP_REASONS = {
  'not-a-unit-group': 'totals, and classes above or below the unit group',
  'unknown-code': "codes that are no unit group of the file's edition",
  'nothing-published': 'nothing is published in them',
  'unknown-region': 'places that the program does not know',
  repeated: 'the same as a row before',
  'ambiguous-code': "codes that lead to several of today's groups, so that they would mislead",
  'merged-group': 'several groups taken together, which the classification tells apart',
  'other-edition': 'codes of an edition that the program does not hold',
  'not-wanted': 'of a kind that no answer uses',
  'shared-figures': 'groups that were given one set of figures, so that nothing was measured between them',
} as const;

export type DropReason = keyof typeof DROP_REASONS;

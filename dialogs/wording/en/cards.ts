/** Words of a card that are no part of the answer on it. */
export const cards = {
  /** Folds the sources out and in. */
  sources: 'Sources',
  /** Above the row labels of a table, which need a heading for screen readers. */
  corner: 'Details',
};

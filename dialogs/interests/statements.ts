import { CWPI_INTERESTS, type CwpiInterest } from '../../knowledge/model.ts';

/** Where the work of a statement is done: every interest has all five, so that no interest stands for one industry. */
export const STATEMENT_FIELDS = ['hands-on', 'office', 'outdoors', 'people', 'ideas'] as const;
export type StatementField = (typeof STATEMENT_FIELDS)[number];

type Place = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
/** `directive-1`. Stored with answers, so an id is never given to another statement. */
export type StatementId = `${Lowercase<CwpiInterest>}-${Place}`;

export interface Statement {
  readonly id: StatementId;
  readonly interest: CwpiInterest;
  readonly field: StatementField;
}

const PLACES: readonly Place[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** In the order in which they are asked: the first five of an interest come from five fields. */
const FIELDS: Readonly<Record<CwpiInterest, readonly StatementField[]>> = {
  Directive: fields('people office hands-on outdoors ideas people office outdoors hands-on ideas people office'),
  Innovative: fields('ideas hands-on outdoors office people ideas hands-on office outdoors people hands-on ideas'),
  Methodical: fields('office hands-on people outdoors ideas office hands-on people outdoors ideas hands-on office'),
  Objective: fields('hands-on outdoors office people ideas hands-on outdoors office people ideas hands-on hands-on'),
  Social: fields('people outdoors office hands-on ideas people outdoors office hands-on ideas people people'),
};

function fields(words: string): StatementField[] {
  return words.split(' ').flatMap((word) => STATEMENT_FIELDS.filter((field) => field === word));
}

export const STATEMENTS: readonly Statement[] = CWPI_INTERESTS.flatMap((interest) =>
  PLACES.flatMap((place, at): Statement[] => {
    const field = FIELDS[interest][at];
    return field ? [{ id: `${interest.toLowerCase() as Lowercase<CwpiInterest>}-${place}`, interest, field }] : [];
  }),
);

const BY_ID: ReadonlyMap<string, Statement> = new Map(STATEMENTS.map((statement) => [statement.id, statement]));

/** The statement of an id; undefined for an id of another version of the exercise. */
export function statementById(id: string): Statement | undefined {
  return BY_ID.get(id);
}

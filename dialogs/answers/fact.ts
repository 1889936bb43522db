import type { Edition, Reliability } from '../../knowledge/model.ts';

export type FactUnit =
  | 'CAD per hour'
  | 'CAD per year'
  | 'hours per week'
  | 'months per year'
  | 'percent'
  | 'persons'
  | 'postings'
  | 'answers'
  | 'kg'
  | 'years'
  | 'code'
  | 'letters'
  | 'rating'
  | 'text';

/** A stored fact as an answer tells it, with all that is needed to check it. */
export interface Fact {
  /** What it is, for programs: `wage.overall.average`. */
  readonly id: string;
  readonly value: number | string;
  readonly unit: FactUnit;
  /** The value as told: `$39.15`. */
  readonly text: string;
  /** Id of the source in the store. */
  readonly source: string;
  /** Reference period, release year or date of last update, as published; empty where the source has none. */
  readonly period: string;
  /** Edition and code that it was published under. */
  readonly edition: Edition | null;
  readonly code: string;
  readonly region: string | null;
  readonly reliability: Reliability | null;
  /** How it was derived from a published figure; empty for a published one. */
  readonly derived: string;
}

/** What a fact shares with the others of its section. */
export type Provenance = Pick<Fact, 'source' | 'period' | 'edition' | 'code'> &
  Partial<Pick<Fact, 'region' | 'reliability'>>;

export function fact(
  provenance: Provenance,
  id: string,
  unit: FactUnit,
  value: number | string,
  text = String(value),
  derived = '',
): Fact {
  return { region: null, reliability: null, ...provenance, id, unit, value, text, derived };
}

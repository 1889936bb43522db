import type { Edition, PayUnit, Region, UnitGroup, WageLevel, WageMeasure } from '../../knowledge/model.ts';
import type { OccupationProfile } from '../../knowledge/profile.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import type { InterestCodes } from '../interests/codes.ts';
import type { Wording } from '../wording/index.ts';
import { name, type Parameter, type Sentence } from './sentence.ts';

/** What an answer is about, fetched from the store. */
export interface Subject {
  readonly group: UnitGroup;
  /** The occupation that was meant, where it has a profile. */
  readonly occupation: OccupationProfile | null;
  /** Occupations of the group that have profiles, told when the group itself is meant. */
  readonly profiles: readonly OccupationProfile[];
}

/** What the person narrowed the question down to. */
export interface Details {
  readonly region?: Region;
  /** The region's name as it was typed, where it was misspelt. */
  readonly regionTyped?: string;
  /** What is said as a place and is none that the store knows, in the person's words. */
  readonly unknownPlace?: string;
  readonly everyRegion?: boolean;
  readonly level?: Exclude<WageLevel, 'all'>;
  readonly measure?: WageMeasure;
  readonly per?: PayUnit;
  /** Industry in the person's words; empty string for "by industry". */
  readonly industry?: string;
  /** Editions of the classification named in a question about codes. */
  readonly editions?: readonly Edition[];
}

export interface AnswerContext {
  readonly store: KnowledgeStore;
  readonly wording: Wording;
  readonly details: Details;
  /** Region told when none is asked for. */
  readonly homeRegion: string;
  /** The person's own interest codes; null where they are not known. */
  readonly codes: InterestCodes | null;
  /** Today as YYYY-MM-DD: decides whether a dated fact has expired. */
  readonly today: string;
}

/** The name to speak of the subject by. */
export function subjectName(subject: Subject): Parameter {
  return name(subject.occupation?.name ?? subject.group.title);
}

/** The profile that sections come from: the occupation meant, or the only profiled one of the group. */
export function profileOf(subject: Subject): OccupationProfile | null {
  return subject.occupation ?? subject.profiles[0] ?? null;
}

/** That figures are a whole group's, in the words that fit an occupation of it or the group itself. */
export function groupCaveat({ wording }: AnswerContext, subject: Subject, edition: Edition, code: string): Sentence {
  const group = wording.common.group(edition, code, subject.group.title);
  return subject.occupation
    ? wording.common.groupCaveatOccupation(subjectName(subject), group)
    : wording.common.groupCaveat(group);
}

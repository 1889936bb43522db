import type {
  EducationFlags,
  HollandProfile,
  JobTitle,
  NamedCode,
  NocCode,
  Outlook,
  Region,
  Source,
  StoreInfo,
  Teer,
  UnitGroup,
  Wage,
} from '../model.ts';
import type { OccupationProfile } from '../profile.ts';

/** What a TEER category usually asks for. */
export interface TeerRequirement {
  readonly teer: Teer;
  readonly usualRequirement: string;
  readonly source: string;
}

/** Where a person reaches people. Times are of the 24-hour clock. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly hours: string;
  readonly opens: string;
  readonly closes: string;
  readonly note: string;
  readonly source: string;
}

/** A code of any edition found in the store, with the NOC 2021 groups that it leads to (several where the crosswalk fans out). */
export interface CodeReading {
  readonly from: NamedCode;
  readonly groups: readonly NocCode[];
  /** The occupation profile whose own code it is; empty otherwise. */
  readonly occupation: string;
}

/** Questions that the answers ask of the facts. Reads only; every figure comes back with its source and period. */
export interface KnowledgeStore {
  readonly info: StoreInfo;
  readonly regions: readonly Region[];
  /** Years that the national projection looks ahead to; empty when the store holds none. */
  readonly projectionPeriod: string;

  /** Undefined for a code that is no NOC 2021 unit group. */
  group(code: NocCode): Promise<UnitGroup | undefined>;
  groups(): Promise<UnitGroup[]>;
  /** Every title, for the matcher. */
  titles(): Promise<JobTitle[]>;
  titlesOf(code: NocCode): Promise<JobTitle[]>;
  occupation(id: string): Promise<OccupationProfile | undefined>;
  occupations(): Promise<OccupationProfile[]>;
  occupationsOf(code: NocCode): Promise<OccupationProfile[]>;
  /** Earlier codes that lead to the group, and its OaSIS profiles; many-valued. */
  codesLeadingTo(code: NocCode): Promise<NamedCode[]>;
  /** Readings of a code as typed (`12111`, `1252`, `B513`, `1413.3`, `12111.00`); empty when no edition has it. */
  readCode(code: string): Promise<CodeReading[]>;
  /** Wage rows of a group, newest first: all regions, or one. */
  wages(code: NocCode, region?: string): Promise<Wage[]>;
  education(code: NocCode): Promise<EducationFlags | undefined>;
  teer(teer: Teer): Promise<TeerRequirement>;
  teers(): Promise<TeerRequirement[]>;
  outlook(code: NocCode): Promise<Outlook | undefined>;
  hollandProfiles(code: NocCode): Promise<HollandProfile[]>;
  /** Up to five, best first. */
  similar(code: NocCode): Promise<UnitGroup[]>;
  source(id: string): Promise<Source>;
  sources(): Promise<Source[]>;
  contact(id: string): Promise<Contact>;
  close(): Promise<void>;
}

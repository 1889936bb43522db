import type {
  EducationFlags,
  HollandProfile,
  JobTitle,
  NamedCode,
  NocCode,
  OasisCategory,
  OasisRating,
  OfficialText,
  OfficialTextKind,
  Outlook,
  Region,
  RegionalOutlook,
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

/** What a source is used for in the store. */
export interface SourceUse {
  /** Rows by table that name it; of profiles (`occupation`) their sections. */
  readonly facts: Readonly<Record<string, number>>;
  /** First and last of the periods that its facts are of, as published; empty where they have none. */
  readonly oldest: string;
  readonly newest: string;
}

/** A publisher's file that an operator has imported. */
export interface ImportedDataset {
  readonly id: string;
  readonly format: string;
  readonly file: string;
  readonly sha256: string;
  /** YYYY-MM-DD */
  readonly imported: string;
  /** Rows that the file had, that were kept of it, and that were left out for a reason. */
  readonly rows: number;
  readonly kept: number;
  readonly dropped: number;
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
  /**
   * Wage rows of a group, all regions or one, those that count most first: the newer release before the older, and of one year the
   * operator's own file before the pack's. None is left out: two sources of one year may both stand.
   */
  wages(code: NocCode, region?: string): Promise<Wage[]>;
  education(code: NocCode): Promise<EducationFlags | undefined>;
  teer(teer: Teer): Promise<TeerRequirement>;
  teers(): Promise<TeerRequirement[]>;
  outlook(code: NocCode): Promise<Outlook | undefined>;
  /** Outlooks by province and economic region, newest release first, those with an English text before others. */
  regionalOutlooks(code: NocCode): Promise<RegionalOutlook[]>;
  /** Sentences of the official description of a group, in the publisher's order: those of the whole group, then those of its profiles. */
  officialTexts(code: NocCode, kind?: OfficialTextKind, language?: OfficialText['language']): Promise<OfficialText[]>;
  /** Ratings of the group's OaSIS profiles, by profile, the highest first. */
  oasisRatings(code: NocCode, category?: OasisCategory): Promise<OasisRating[]>;
  /** Persons employed by group, of the newest projection: of two groups that a title fits, more people work in one. */
  employment(): Promise<ReadonlyMap<NocCode, number>>;
  hollandProfiles(code: NocCode): Promise<HollandProfile[]>;
  /** Up to five, best first. */
  similar(code: NocCode): Promise<UnitGroup[]>;
  source(id: string): Promise<Source>;
  sources(): Promise<Source[]>;
  /** By source id; a source that nothing names is not there. */
  sourceUse(): Promise<ReadonlyMap<string, SourceUse>>;
  /** Files that the store was built with besides the pack. */
  datasets(): Promise<ImportedDataset[]>;
  contact(id: string): Promise<Contact>;
  close(): Promise<void>;
}

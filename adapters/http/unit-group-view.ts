import { textOf } from '../../dialogs/answers/sentence.ts';
import { estimateCwpi } from '../../dialogs/interests/holland.ts';
import type { Wording } from '../../dialogs/wording/index.ts';
import type { HollandProfile, NamedCode, Region, Source, UnitGroup } from '../../knowledge/model.ts';
import type { OccupationProfile } from '../../knowledge/profile.ts';
import type { KnowledgeStore } from '../../knowledge/store/knowledge-store.ts';
import { EDITION_SOURCES } from './edition-sources.ts';
import type { UnitGroupView } from './occupation-schemas.ts';

type Facts = Omit<UnitGroupView, 'sources'>;

/** Sources of what the project itself has written or chosen. */
const TEXTS = 'descriptions';
const SIMILAR = 'similar-groups';

/** All that the store knows of a group, each fact beside its source. */
export async function unitGroupView(
  group: UnitGroup,
  store: KnowledgeStore,
  { common }: Wording,
): Promise<UnitGroupView> {
  const { code, title, titleFr, teer, broadCategory, broadCategoryTitle, gist, whatTheyDo, whereTheyWork } = group;
  const [
    titles,
    codes,
    wages,
    education,
    requirement,
    outlook,
    holland,
    similar,
    profiles,
    ratedRegions,
    texts,
    ratings,
  ] = await Promise.all([
    store.titlesOf(code),
    store.codesLeadingTo(code),
    store.wages(code),
    store.education(code),
    store.teer(teer),
    store.outlook(code),
    store.hollandProfiles(code),
    store.similar(code),
    store.occupationsOf(code),
    store.regionalOutlooks(code),
    store.officialTexts(code),
    store.oasisRatings(code),
  ]);
  const facts: Facts = {
    code,
    title,
    titleFr,
    teer,
    broadCategory,
    broadCategoryTitle,
    source: EDITION_SOURCES.noc2021.source,
    gist,
    whatTheyDo,
    whereTheyWork,
    textSource: TEXTS,
    note: textOf(common.groupCaveat(common.group('noc2021', code, title))),
    titles: titles.map((each) => without(each, 'code')),
    codes: section(codes.map(codeView)),
    wages: section(wages.map((wage) => inRegion(wage, store.regions))),
    education: education
      ? {
          licenceMentioned: education.licence,
          redSealMentioned: education.redSeal,
          apprenticeshipMentioned: education.apprenticeship,
          source: education.source,
        }
      : null,
    teerRequirement: requirement,
    outlook: outlook ? { region: 'CA', ...without(outlook, 'code') } : null,
    regionalOutlooks: section(ratedRegions.map((row) => inRegion(row, store.regions))),
    officialTexts: section(texts.map((text) => without(text, 'code'))),
    ratings: section(ratings),
    interests: interestsView(holland, profiles),
    similar: section(
      similar.map((other) => ({
        code: other.code,
        title: other.title,
        teer: other.teer,
        gist: other.gist,
        source: SIMILAR,
      })),
    ),
    occupations: section(profiles.map(({ id, name, page, updated, source }) => ({ id, name, page, updated, source }))),
  };
  return { ...facts, sources: await citedSources(facts, store) };
}

/** A list that no source has anything for is told as such. */
function section<Row>(rows: Row[]): Row[] | null {
  return rows.length > 0 ? rows : null;
}

function codeView({ edition, code, title }: NamedCode): NonNullable<Facts['codes']>[number] {
  const { source, linkSources } = EDITION_SOURCES[edition];
  return { edition, code, title, source, linkSources: [...linkSources] };
}

/** A row of a region, with the region's name beside its id. */
function inRegion<Row extends { readonly code: string; readonly region: string }>(
  row: Row,
  regions: readonly Region[],
): Omit<Row, 'code'> & { readonly regionName: string } {
  return {
    ...without(row, 'code'),
    regionName: regions.find((each) => each.id === row.region)?.name ?? row.region,
  };
}

/** An estimate stands in for a published code; where an occupation has the one, its OaSIS profile gets no other beside it. */
function interestsView(holland: readonly HollandProfile[], profiles: readonly OccupationProfile[]): Facts['interests'] {
  const published = profiles.flatMap(({ id, interests }) =>
    interests
      ? [
          {
            occupation: id,
            edition: interests.edition,
            code: interests.code,
            title: interests.title,
            codes: interests.codes,
            source: interests.source,
          },
        ]
      : [],
  );
  const settled = new Set(
    profiles.flatMap(({ interests, codes }) =>
      interests ? codes.filter((own) => own.edition === 'oasis2023').map((own) => own.code) : [],
    ),
  );
  const estimated = holland.map(({ oasisCode, label, letters, source }) => ({
    oasisCode,
    label,
    letters: [...letters],
    source,
    cwpiEstimate: settled.has(oasisCode)
      ? null
      : { estimated: true as const, from: 'OaSIS' as const, codes: estimateCwpi(letters), source },
  }));
  if (published.length === 0 && estimated.length === 0) return null;
  return { holland: section(estimated), published: section(published) };
}

/** Every source that the facts name, once, in the order they are first named. */
async function citedSources(facts: Facts, store: KnowledgeStore): Promise<Source[]> {
  const ids = new Set<string>();
  collectIds(facts, ids);
  return Promise.all([...ids].map((id) => store.source(id)));
}

/** What is named `source`, `...Source` or `...Sources` names sources, wherever it stands. */
function collectIds(value: unknown, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!/^source$|Sources?$/.test(key)) collectIds(inner, ids);
    else for (const id of [inner].flat()) if (typeof id === 'string') ids.add(id);
  }
}

function without<Value extends object, Key extends keyof Value>(value: Value, key: Key): Omit<Value, Key> {
  const { [key]: _left, ...rest } = value;
  return rest;
}

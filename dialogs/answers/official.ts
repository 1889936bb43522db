import type { OasisCategory, OasisRating, OfficialTextKind } from '../../knowledge/model.ts';
import type { AnswerBody } from './answer.ts';
import type { AnswerContext, Subject } from './context.ts';
import { fact, type Provenance } from './fact.ts';
import { count, enumerate, name, type Parameter, type Sentence } from './sentence.ts';

/** What official descriptions and ratings add to an answer. The pack has a few items of the work context; all else is imported. */

/** Sentences of a list, and rated items of a profile, that one answer tells. */
const MOST = 8;
/** Profiles of a group told side by side, and items of each. */
const MOST_PROFILES = 5;
const MOST_EACH = 5;
const SCALE: Parameter = { parameter: 'scale', text: '5' };
/** Some items of the work context end at three: a rating above it is on the scale of five. */
const LEAST: Record<OasisCategory, number> = { skills: 1, 'work-context': 4, 'personal-attributes': 1 };

/** Up to eight official sentences of a kind, each quoted as a fact; those of the whole group before those of its profiles. */
export async function officialItems(
  context: AnswerContext,
  subject: Subject,
  kind: OfficialTextKind,
): Promise<{ readonly items: Sentence[]; readonly left: number }> {
  const { store, wording } = context;
  const { code } = subject.group;
  const texts = await store.officialTexts(code, kind, wording.common.language);
  const whole = texts.filter((text) => text.oasisCode === '');
  const own = ownProfiles(subject, texts);
  const used = whole.length > 0 ? whole : own;
  const profiles = [...new Set(used.map((text) => text.oasisCode))];
  const each = Math.max(2, Math.floor(MOST / Math.max(1, profiles.length)));
  const told = profiles.flatMap((profile) => used.filter((text) => text.oasisCode === profile).slice(0, each));
  const labels = await labelsOf(context, subject);
  const items = told.slice(0, MOST).map((text): Sentence => {
    const { source, oasisCode } = text;
    const provenance: Provenance =
      oasisCode === ''
        ? { source, period: '', edition: 'noc2021', code }
        : { source, period: '', edition: 'oasis2023', code: oasisCode };
    const quoted = fact(provenance, `official.${kind}`, 'text', text.text);
    return profiles.length > 1 ? wording.official.ofProfile(labels(oasisCode), quoted) : wording.official.text(quoted);
  });
  return { items, left: used.length - items.length };
}

/** That the official list is longer than what was told. */
export function leftNotes({ wording }: AnswerContext, left: number): NonNullable<AnswerBody['notes']> {
  return left > 0 ? [{ sentence: wording.official.more(count(left)), aloud: false }] : [];
}

/** The highest-rated items of the group's OaSIS profiles; null where the store has no ratings. */
export async function ratingsBody(
  context: AnswerContext,
  subject: Subject,
  category: OasisCategory,
): Promise<Required<Pick<AnswerBody, 'lead' | 'items' | 'notes'>> | null> {
  const { wording } = context;
  const profiles = await ratedProfiles(context, subject, category);
  const [first] = profiles;
  if (!first) return null;
  const labels = await labelsOf(context, subject);
  const items =
    profiles.length === 1
      ? first.slice(0, MOST).map((rating) => rated(rating, wording.official.rated))
      : profiles
          .slice(0, MOST_PROFILES)
          .map((ratings) =>
            wording.official.ofProfile(
              labels(ratings[0]?.oasisCode ?? ''),
              inShort(context, ratings.slice(0, MOST_EACH)),
            ),
          );
  const left = profiles.length - MOST_PROFILES;
  return {
    lead: [wording.official.ratings[category](name(subject.group.title))],
    items,
    notes: [
      { sentence: wording.official.scale[category], aloud: true },
      ...(left > 0 ? [{ sentence: wording.official.profilesLeft(count(left)), aloud: true }] : []),
    ],
  };
}

/** Attributes, and the skills beside them: who asks what it takes means both. */
export async function traitsBody(context: AnswerContext, subject: Subject): Promise<AnswerBody | null> {
  const { official } = context.wording;
  const attributes = await ratingsBody(context, subject, 'personal-attributes');
  const skills = await ratingsBody(context, subject, 'skills');
  if (!attributes || !skills) return attributes ?? skills;
  return {
    lead: [official.traits(name(subject.group.title))],
    items: [
      ...attributes.items.slice(0, MOST_EACH).map(official.attribute),
      ...skills.items.slice(0, MOST_EACH).map(official.skill),
    ],
    notes: [...attributes.notes, ...skills.notes.slice(0, 1)],
  };
}

/** Ratings in one sentence, where an occupation's profile has the word; nothing where the group has several OaSIS profiles. */
export async function ratingsInShort(
  context: AnswerContext,
  subject: Subject,
  category: OasisCategory,
): Promise<Sentence[]> {
  const profiles = await ratedProfiles(context, subject, category);
  const [first] = profiles;
  if (!first || profiles.length > 1) return [];
  return [context.wording.official.ratingsInShort[category](inShort(context, first.slice(0, MOST_EACH)))];
}

/** Ratings worth telling, the highest first, by profile. Where an item is measured twice the higher counts. */
async function ratedProfiles(
  { store }: AnswerContext,
  subject: Subject,
  category: OasisCategory,
): Promise<OasisRating[][]> {
  const byProfile = new Map<string, OasisRating[]>();
  for (const rating of ownProfiles(subject, await store.oasisRatings(subject.group.code, category))) {
    const item = rating.item.replace(/ \(scale \d+\)$/, '');
    const ratings = byProfile.get(rating.oasisCode) ?? [];
    byProfile.set(rating.oasisCode, ratings);
    if (rating.value >= LEAST[category] && !ratings.some((other) => other.item === item))
      ratings.push({ ...rating, item });
  }
  return [...byProfile.values()].filter((ratings) => ratings.length > 0);
}

/** An occupation is told by its own OaSIS profile where it has one. */
function ownProfiles<Row extends { readonly oasisCode: string }>(subject: Subject, rows: readonly Row[]): Row[] {
  const codes = subject.occupation?.codes.flatMap(({ edition, code }) => (edition === 'oasis2023' ? [code] : [])) ?? [];
  const own = rows.filter(({ oasisCode }) => codes.includes(oasisCode));
  return own.length > 0 ? own : [...rows];
}

async function labelsOf({ store }: AnswerContext, subject: Subject): Promise<(oasisCode: string) => Parameter> {
  const profiles = await store.hollandProfiles(subject.group.code);
  return (oasisCode) => name(profiles.find((profile) => profile.oasisCode === oasisCode)?.label ?? oasisCode);
}

function inShort(context: AnswerContext, ratings: readonly OasisRating[]): Sentence {
  const { wording } = context;
  return enumerate(
    ratings.map((rating) => rated(rating, wording.official.ratedInShort)),
    wording.common.and,
  );
}

function rated(
  { source, oasisCode, category, item, value }: OasisRating,
  words: AnswerContext['wording']['official']['rated'],
): Sentence {
  const provenance: Provenance = { source, period: '', edition: 'oasis2023', code: oasisCode };
  return words(name(item), fact(provenance, `oasis.${category}`, 'rating', value), SCALE);
}

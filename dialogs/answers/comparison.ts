import type { Region } from '../../knowledge/model.ts';
import { bandOf, groupFit } from '../interests/fit.ts';
import type { Answer, AnswerTable, Note, Picture, SubjectRef } from './answer.ts';
import { comparePay } from './compared-pay.ts';
import { comparedPayPicture } from './compared-pay-picture.ts';
import { payCells, payLabel, payNotes, paySentence, placeSentence } from './compared-pay-told.ts';
import { type AnswerContext, type Subject, subjectName } from './context.ts';
import { fact } from './fact.ts';
import { codesOfGroup } from './interest-facts.ts';
import { grouped } from './numbers.ts';
import { chainOf, regionOf } from './places.ts';
import { schoolingFact } from './schooling-fact.ts';
import { code, count, enumerate, name, type Parameter, period, type Sentence, say } from './sentence.ts';
import { completeAnswer, loadSubject } from './topic-answers.ts';

/** Topics that occupations can be put side by side on, in the order of the table. */
export const COMPARED_TOPICS = ['wage', 'education', 'outlook', 'interests', 'duties'] as const;
export type ComparedTopic = (typeof COMPARED_TOPICS)[number];

/** More columns than this no phone shows and no listener keeps apart. */
export const MOST_COMPARED = 4;
/** Different codes of one group's profiles that a cell tells. */
const MOST_CODES_TOLD = 3;

type Row = AnswerTable['rows'][number];

/**
 * Up to four occupations side by side: a table with a row for each topic, and for the ear sentences on pay and on schooling. Null
 * where fewer than two of them are (still) in the store. `left`: what was named beyond the first four.
 */
export async function comparisonAnswer(
  context: AnswerContext,
  references: readonly SubjectRef[],
  topics: readonly ComparedTopic[],
  left: readonly Parameter[] = [],
): Promise<Answer | null> {
  const { wording } = context;
  const words = wording.comparison;
  const loaded = await Promise.all(references.map((reference) => loadSubject(context, reference)));
  const subjects = loaded.flatMap((subject) => subject ?? []).slice(0, MOST_COMPARED);
  if (subjects.length < 2) return null;
  const wanted = COMPARED_TOPICS.filter((topic) => topics.length === 0 || topics.includes(topic));
  const rows: Row[] = [];
  const lead: Sentence[] = [];
  const alone: Sentence[] = [];
  const notes: Note[] = [];
  let picture: Picture | null = null;
  const gone = references.filter((_, index) => !loaded[index]).map((reference) => code(reference.code));
  if (gone.length > 0) notes.push({ sentence: words.gone(enumerate(gone, wording.common.and)), aloud: true });
  if (left.length > 0) notes.push({ sentence: words.left(enumerate(left, wording.common.and)), aloud: true });
  for (const topic of wanted) {
    const part = await PARTS[topic](context, subjects);
    lead.push(...(part.lead ?? []));
    alone.push(...(part.alone ? [part.alone] : []));
    rows.push(...part.rows);
    notes.push(...(part.notes ?? []));
    picture ??= part.picture ?? null;
  }
  if (lead.length === 0)
    lead.push(alone[0] ?? words.sideBySide(enumerate(subjects.map(subjectName), wording.common.and)));
  if (wanted.some((topic) => topic === 'wage' || topic === 'outlook'))
    notes.push({ sentence: words.wholeGroups, aloud: false });
  const columns = subjects.map((subject) => words.column(subjectName(subject), code(subject.group.code)));
  const next = topics.length === 0 ? [words.askPay, words.askOutlook] : [words.askAll];
  return completeAnswer(context, 'overview', null, { lead, table: { columns, rows }, picture, notes }, next);
}

interface Part {
  readonly lead?: readonly Sentence[];
  /** Said where no other part has a lead. */
  readonly alone?: Sentence;
  readonly rows: readonly Row[];
  readonly picture?: Picture | null;
  readonly notes?: readonly Note[];
}

const PARTS: Record<ComparedTopic, (context: AnswerContext, subjects: readonly Subject[]) => Promise<Part>> = {
  wage: payPart,
  education: schoolingPart,
  outlook: outlookPart,
  interests: interestsPart,
  duties: dutiesPart,
};

async function payPart(context: AnswerContext, subjects: readonly Subject[]): Promise<Part> {
  const rows = await Promise.all(subjects.map(({ group }) => context.store.wages(group.code)));
  const compared = comparePay(context, rows);
  const titles = subjects.map(subjectName);
  const left = placeSentence(context, titles, compared);
  return {
    lead: [...(left ? [left] : []), paySentence(context, titles, compared)],
    rows: [{ label: payLabel(context, compared), cells: payCells(context, compared) }],
    picture: comparedPayPicture(
      context,
      subjects.map(({ group }) => group),
      compared,
    ),
    notes: payNotes(context, compared),
  };
}

async function schoolingPart(context: AnswerContext, subjects: readonly Subject[]): Promise<Part> {
  const { wording } = context;
  const words = wording.comparison;
  const cells = await Promise.all(subjects.map(({ group }) => schoolingFact(context, group)));
  const ofTeer = (teer: string): Sentence =>
    enumerate(subjects.filter(({ group }) => group.teer === teer).map(subjectName), wording.common.and);
  const teers = subjects.map(({ group }) => group.teer).sort();
  const [most = ''] = teers;
  const least = teers.at(-1) ?? '';
  const [first] = cells;
  const two = subjects.length === 2;
  const sentence =
    most === least && first
      ? (two ? words.schoolingSameBoth : words.schoolingSame)(first)
      : most === '0'
        ? words.schoolingMixed
        : (two ? words.schoolingDiffersOfTwo : words.schoolingDiffers)(ofTeer(least), ofTeer(most));
  return { lead: [sentence], rows: [{ label: words.rowSchooling, cells: cells.map((cell) => say`${cell}`) }] };
}

async function outlookPart(context: AnswerContext, subjects: readonly Subject[]): Promise<Part> {
  const { wording, store, details, homeRegion } = context;
  const words = wording.comparison;
  const asked = details.region ?? regionOf(homeRegion, store.regions);
  const national = await Promise.all(
    subjects.map(async (subject) => {
      const row = await store.outlook(subject.group.code);
      if (!row) return { subject, condition: words.missing, cell: words.missing };
      const { source, edition } = row;
      const provenance = { source, period: row.period, edition, code: row.code, region: 'CA' };
      const persons = (id: 'openings' | 'seekers') =>
        fact(provenance, `outlook.${id}`, 'persons', row[id], grouped(row[id]));
      const future = fact(provenance, 'outlook.future', 'text', row.future, wording.common.condition(row.future));
      return { subject, condition: future, cell: words.outlook(future, persons('openings'), persons('seekers')) };
    }),
  );
  const regional = asked ? await ratings(context, subjects, chainOf(asked, store.regions)) : null;
  const years = period(store.projectionPeriod);
  return {
    alone: words.outlookEach(
      years,
      national.map(({ subject, condition }) => words.outlookOf(subjectName(subject), condition)),
    ),
    rows: [
      ...(regional ? [regional] : []),
      { label: words.rowOutlook(years), cells: national.map(({ cell }) => cell) },
    ],
  };
}

/** The publisher's ratings for the nearest place that has one for any of the groups; null without. */
async function ratings(
  { wording, store }: AnswerContext,
  subjects: readonly Subject[],
  chain: readonly Region[],
): Promise<Row | null> {
  const all = await Promise.all(subjects.map(({ group }) => store.regionalOutlooks(group.code)));
  const place = chain.find(({ id }) => all.some((rows) => rows.some(({ region }) => region === id)));
  if (!place) return null;
  const cells = all.map((rows) => {
    const row = rows.find(({ region }) => region === place.id);
    if (!row) return wording.comparison.missing;
    const { source, edition, region } = row;
    const provenance = { source, edition, code: row.code, region, period: row.period };
    const rating = fact(provenance, 'outlook.regional.rating', 'text', row.rating, wording.market.rating(row.rating));
    return wording.comparison.rating(rating, period(row.period));
  });
  return { label: wording.comparison.rowRating(wording.common.place(place)), cells };
}

async function interestsPart(context: AnswerContext, subjects: readonly Subject[]): Promise<Part> {
  const { wording, codes: own } = context;
  const words = wording.comparison;
  const profiles = await Promise.all(
    subjects.map(({ group, occupation, profiles }) =>
      codesOfGroup(context, group.code, occupation ? [occupation] : profiles),
    ),
  );
  const cells = profiles.map((all) => {
    const distinct = all.filter(({ fact }, index) => all.findIndex((other) => other.fact.text === fact.text) === index);
    const told = distinct
      .slice(0, MOST_CODES_TOLD)
      .map(({ fact, estimated }) => (estimated ? words.estimated(fact) : say`${fact}`));
    if (told.length === 0) return words.missing;
    const listed = enumerate(told, wording.common.or);
    if (told.length === 1) return listed;
    const rest = distinct.length - told.length;
    return words.profilesDiffer(rest > 0 ? words.profilesMore(listed, count(rest)) : listed);
  });
  const fits = profiles.map((all) => {
    const best = own && groupFit(own, all);
    if (!best) return words.missing;
    return all.length > 1 ? words.fitAs(bandOf(best.fit), name(best.best.label)) : words.fit(bandOf(best.fit));
  });
  return {
    rows: [{ label: words.rowInterests, cells }, ...(own ? [{ label: words.rowFit, cells: fits }] : [])],
    notes: [
      { sentence: words.scale, aloud: false },
      ...(profiles.some((all) => all.some(({ estimated }) => estimated))
        ? [{ sentence: words.estimate, aloud: false }]
        : []),
    ],
  };
}

async function dutiesPart({ wording }: AnswerContext, subjects: readonly Subject[]): Promise<Part> {
  const cells = subjects.map(
    ({ group }) =>
      say`${fact({ source: 'descriptions', period: '', edition: 'noc2021', code: group.code }, 'duties.gist', 'text', group.gist)}`,
  );
  return { rows: [{ label: wording.comparison.rowDuties, cells }] };
}

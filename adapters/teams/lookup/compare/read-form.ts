import type { Knowledge } from '../../../../dialogs/advisor.ts';
import type { SubjectRef } from '../../../../dialogs/answers/answer.ts';
import { MOST_COMPARED } from '../../../../dialogs/answers/comparison.ts';
import { titlesIn } from '../../../../dialogs/side-by-side.ts';
import type { TypeAhead } from '../../../../dialogs/type-ahead/type-ahead.ts';
import type { Wording } from '../../../../dialogs/wording/index.ts';
import { choiceOf, type Listed, LONGEST_QUERY } from '../listed.ts';
import type { Choice } from '../results.ts';
import { readSubjectKey } from '../subject-key.ts';
import { type FormData, OCCUPATION_FIELDS } from '../values.ts';
import { type Field, quoted } from './form.ts';

/** Beyond these nobody's titles are looked up: the rest is told as too many. */
const MOST_READ = 8;

/** What was sent, understood: the subjects where nothing is left to be asked, else what the form has to show. */
export interface ReadForm {
  readonly subjects: readonly SubjectRef[];
  readonly fields: readonly Field[];
  /** Titles that were not recognized, to be written another way. */
  readonly others: string;
  /** Empty where the subjects can be compared. */
  readonly faults: readonly string[];
}

export async function readForm(
  data: FormData,
  knowledge: Knowledge,
  search: TypeAhead,
  wording: Wording,
): Promise<ReadForm> {
  const words = wording.teamsLookup;
  const spot = (text: string) => knowledge.lookup.matcher.spot(text);
  const others =
    data.others.length > LONGEST_QUERY ? [data.others] : titlesIn(data.others.replace(/[\r\n]+/g, ', '), spot);
  const given = [...OCCUPATION_FIELDS.map((field) => data[field]), ...others].filter((text) => text.trim() !== '');
  const subjects: SubjectRef[] = [];
  const fields: Field[] = [];
  const unknown: string[] = [];
  const faults: string[] = [];
  const take = ({ subject, title, choice }: Known): void => {
    if (subjects.some(({ code }) => code === subject.code)) {
      faults.push(words.twice(title));
      fields.push({ kind: 'open' });
      return;
    }
    subjects.push(subject);
    fields.push({ kind: 'chosen', choice });
  };
  for (const text of given.slice(0, MOST_READ)) {
    const read = await readOne(text, knowledge, search, wording);
    if (!read) {
      faults.push(words.unknownTitle(quoted(text)));
      unknown.push(text);
    } else if (read.kind === 'ask') fields.push(read);
    else take(read);
  }
  if (fields.some(({ kind }) => kind === 'ask')) faults.push(words.choose);
  if (given.length > MOST_COMPARED) faults.push(words.tooMany);
  if (faults.length === 0 && subjects.length < 2) faults.push(words.needsTwo);
  return { subjects, fields, others: unknown.join(', ').slice(0, LONGEST_QUERY), faults };
}

interface Known {
  readonly kind: 'known';
  readonly subject: SubjectRef;
  readonly title: string;
  readonly choice: Choice;
}

/** A choice of ours, or a title or code in words; null for what is not recognized. */
async function readOne(
  text: string,
  { store }: Knowledge,
  search: TypeAhead,
  wording: Wording,
): Promise<Known | Extract<Field, { kind: 'ask' }> | null> {
  const known = (listed: Omit<Listed, 'why'>): Known => ({
    kind: 'known',
    subject: { code: listed.code, occupation: listed.occupation },
    title: listed.title,
    choice: choiceOf(listed, wording),
  });
  const key = readSubjectKey(text);
  const group = key && (await store.group(key.code));
  if (key && group) {
    const profile = (await store.occupationsOf(group.code)).find(({ id }) => id === key.occupation);
    return known({ ...group, occupation: profile?.id ?? '', title: profile?.name ?? group.title });
  }
  if (text.length > LONGEST_QUERY) return null;
  const { decision, candidates } = await search.find(text.trim());
  const [first] = candidates;
  if (!first) return null;
  if (decision === 'match') return known(first);
  return { kind: 'ask', words: text, choices: candidates.map((candidate) => choiceOf(candidate, wording)) };
}

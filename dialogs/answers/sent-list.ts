import { catalogueOf, wageIn } from '../interests/catalogue.ts';
import { interestWords } from '../interests/holland.ts';
import type { Answer, SubjectRef } from './answer.ts';
import type { AnswerContext } from './context.ts';
import { longDate } from './numbers.ts';
import { regionOf } from './places.ts';
import { code, date, name, period, type Sentence } from './sentence.ts';
import { completeAnswer, loadSubject } from './topic-answers.ts';
import { amountFact } from './wage-figures.ts';

/** A person's list as text to copy or print: names, codes, one figure of pay each, the code to go on with. */
export async function sentAnswer(
  context: AnswerContext,
  saved: readonly SubjectRef[],
  resume: string,
): Promise<Answer> {
  const { wording, codes, today } = context;
  const words = wording.plans.send;
  const items = await Promise.all(saved.map((subject) => lineOf(context, subject)));
  return completeAnswer(
    context,
    'overview',
    null,
    {
      lead: [
        words.lead(date(longDate(today))),
        ...(codes ? [words.codesLine(code(interestWords(codes)))] : []),
        words.resume(code(resume)),
      ],
      items: items.flat(),
    },
    [],
  );
}

async function lineOf(context: AnswerContext, reference: SubjectRef): Promise<Sentence[]> {
  const { wording, store, homeRegion } = context;
  const words = wording.plans.send;
  const subject = await loadSubject(context, reference);
  if (!subject) return [];
  const { group, occupation, profiles } = subject;
  const entry = (await catalogueOf(store)).byCode.get(group.code);
  const figure = entry && (wageIn(entry, homeRegion, store.regions) ?? entry.wages.get('CA'));
  const parts: Sentence[] = [];
  if (figure) {
    const { row, median } = figure;
    const region = regionOf(row.region, store.regions);
    const place = region ? wording.common.place(region) : name(row.region);
    const source = await store.source(row.source);
    const amount = amountFact(row, row.level, 'median', median);
    parts.push(words.wage(amount, wording.wage.per(row.unit), place, period(row.period), name(source.title)));
  } else parts.push(wording.plans.wageMissing);
  const page = (occupation ?? profiles[0])?.page;
  if (page) parts.push(words.page(page));
  return [words.line(name(occupation?.name ?? group.title), code(group.code), parts)];
}

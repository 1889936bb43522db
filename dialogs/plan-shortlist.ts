import type { TurnContext } from 'botbuilder';
import type { PlannedQuestion } from './advisor.ts';
import type { SubjectRef } from './answers/answer.ts';
import { MOST_COMPARED } from './answers/comparison.ts';
import { code, count, enumerate, name, quote, type Sentence } from './answers/sentence.ts';
import { MOST_SAVED } from './person.ts';
import { listed, pointedAt } from './plan-pointing.ts';
import { plainReply } from './replies.ts';
import { reportOf } from './turn-report.ts';
import type { TurnServices } from './turn-services.ts';

/** The person's list of occupations: saved, removed, shown, compared. */
export class PlanShortlist {
  readonly #services: TurnServices;

  constructor(services: TurnServices) {
    this.#services = services;
  }

  async save(context: TurnContext, mention: string | null, which: number | null): Promise<void> {
    const { list } = this.#words(context);
    const subject =
      mention === null
        ? await this.#pointed(context, which, list.which)
        : await this.#named(context, mention, list.saveCode);
    if (!subject) return;
    const person = await this.#services.person(context);
    const title = await this.#title(context, subject);
    if (!(await this.#services.advisor(context).knowledge.store.group(subject.code)))
      return this.#services.say(context, [this.#words(context).gone(code(subject.code))]);
    if (person.saved.some((other) => other.code === subject.code))
      return this.#services.say(context, [list.already(title)], [list.show]);
    if (person.saved.length >= MOST_SAVED)
      return this.#services.say(context, [list.full(count(MOST_SAVED))], [list.show]);
    person.saved = [...person.saved, subject];
    const next = person.saved.length > 1 ? [list.show, list.compare, list.send] : [list.show, list.send];
    await this.#sayBesideList(context, [list.saved(title, count(person.saved.length), count(MOST_SAVED))], next);
  }

  async remove(context: TurnContext, mention: string | null, which: number | null): Promise<void> {
    const { list } = this.#words(context);
    const person = await this.#services.person(context);
    if (person.saved.length === 0) return this.#services.say(context, [list.empty]);
    const subject = await this.#toRemove(context, mention, which);
    if (!subject) return;
    const title = await this.#title(context, subject);
    const left = person.saved.filter((other) => other.code !== subject.code);
    if (left.length === person.saved.length) return this.#services.say(context, [list.absent(title)], [list.show]);
    person.saved = left;
    await this.#services.say(context, [list.removed(title, count(left.length))], left.length > 0 ? [list.show] : []);
  }

  async clear(context: TurnContext): Promise<void> {
    const { list } = this.#words(context);
    const person = await this.#services.person(context);
    const sentence = person.saved.length === 0 ? list.emptyAlready : list.cleared;
    person.saved = [];
    await this.#services.say(context, [sentence]);
  }

  async show(context: TurnContext): Promise<void> {
    const { list } = this.#words(context);
    const { present, remarks } = await this.present(context);
    if (present.length === 0) return this.#services.say(context, [...remarks, list.empty]);
    const items = await Promise.all(present.map((subject) => this.#title(context, subject)));
    const titles = await Promise.all(present.map((subject) => this.#services.advisor(context).subjectName(subject)));
    const next = [...(present.length > 1 ? [list.compare] : []), list.send];
    const lead = [...remarks, list.lead(count(present.length), count(MOST_SAVED))];
    await this.#services.send(context, [{ ...plainReply(lead, [...titles, ...next], items), choices: present }]);
  }

  /** The question that compares what is saved; null, having said why, where there is too little. */
  async compare(context: TurnContext): Promise<PlannedQuestion | null> {
    const { list } = this.#words(context);
    const { present, remarks } = await this.present(context);
    if (present.length < 2) {
      await this.#services.say(context, [...remarks, present.length === 0 ? list.empty : list.needsTwo]);
      return null;
    }
    if (remarks.length > 0) await this.#services.say(context, remarks);
    return this.#sideBySide(context, present);
  }

  /** The question that compares some of the list told last, by their places in it; null, having said why, where it cannot be. */
  async compareShown(context: TurnContext, which: readonly number[]): Promise<PlannedQuestion | null> {
    const { list } = this.#words(context);
    const shown = listed(await this.#services.memory(context));
    const subjects = [...new Set(which.map((place) => shown.at(place)))].filter((subject) => subject !== undefined);
    const fault =
      shown.length === 0
        ? list.compareWhich
        : which.some((place) => shown.at(place) === undefined)
          ? list.outOfRange(count(shown.length))
          : subjects.length < 2
            ? list.compareTwo
            : null;
    if (!fault) return this.#sideBySide(context, subjects);
    await this.#sayBesideList(context, [fault]);
    return null;
  }

  async #sideBySide(context: TurnContext, all: readonly SubjectRef[]): Promise<PlannedQuestion> {
    const advisor = this.#services.advisor(context);
    const left = await Promise.all(all.slice(MOST_COMPARED).map((subject) => advisor.subjectName(subject)));
    return {
      topics: [],
      details: {},
      mentions: [],
      subjects: all.slice(0, MOST_COMPARED),
      compare: true,
      refersBack: false,
      sideBySide: { left },
    };
  }

  /** What is saved and still in the store; what is not is taken off the list, and said. */
  async present(context: TurnContext): Promise<{ present: readonly SubjectRef[]; remarks: readonly Sentence[] }> {
    const { store } = this.#services.advisor(context).knowledge;
    const person = await this.#services.person(context);
    const known = await Promise.all(person.saved.map(async ({ code }) => (await store.group(code)) !== undefined));
    const gone = person.saved.filter((_, index) => !known[index]);
    if (gone.length === 0) return { present: person.saved, remarks: [] };
    person.saved = person.saved.filter((_, index) => known[index]);
    const codes = enumerate(
      gone.map((subject) => code(subject.code)),
      this.#services.advisor(context).wording.common.and,
    );
    return { present: person.saved, remarks: [this.#words(context).list.gone(codes)] };
  }

  async #toRemove(context: TurnContext, mention: string | null, which: number | null): Promise<SubjectRef | null> {
    const { list } = this.#words(context);
    const { saved } = await this.#services.person(context);
    // Places are those of the list itself, whatever else has been listed.
    if (which !== null) {
      const subject = saved.at(which) ?? null;
      if (!subject) await this.#services.say(context, [list.outOfRange(count(saved.length))], [list.show]);
      return subject;
    }
    if (mention === null) return this.#pointed(context, null, list.whichRemove);
    const advisor = this.#services.advisor(context);
    const found = await advisor.find(mention);
    // Of several readings the one that is on the list is meant.
    const onList = found.candidates.filter((candidate) => saved.some((other) => other.code === candidate.code));
    const [only] = onList;
    if (only && onList.length === 1) return { code: only.code, occupation: '' };
    return this.#named(context, mention, list.removeCode);
  }

  async #pointed(context: TurnContext, which: number | null, ask: Sentence): Promise<SubjectRef | null> {
    const { list } = this.#words(context);
    const pointed = pointedAt(await this.#services.memory(context), which);
    if (pointed.kind === 'subject') return pointed.subject;
    await this.#sayBesideList(context, [
      pointed.kind === 'out-of-range' ? list.outOfRange(count(pointed.listed)) : ask,
    ]);
    return null;
  }

  /** The occupation that the words name; of several a click says which. */
  async #named(context: TurnContext, mention: string, click: (code: string) => string): Promise<SubjectRef | null> {
    const { list } = this.#words(context);
    const advisor = this.#services.advisor(context);
    const { decision, candidates } = await advisor.find(mention);
    const [first] = candidates;
    const asked = quote(mention.slice(0, 80));
    const { decisions, gaps } = reportOf(context);
    decisions.push(decision);
    if (decision === 'match' && first) return { code: first.code, occupation: first.occupation };
    if (decision === 'none' || !first) {
      gaps.push({ kind: 'title', text: mention });
      await this.#services.fail(context, [list.unknown(asked)]);
      return null;
    }
    const items = await Promise.all(candidates.map((candidate) => advisor.choiceSentence(candidate)));
    const clicks = candidates.map((candidate) => click(candidate.code));
    await this.#services.say(context, [list.ambiguous(asked)], clicks, items);
    return null;
  }

  async #title(context: TurnContext, subject: SubjectRef): Promise<Sentence> {
    const title = await this.#services.advisor(context).subjectName(subject);
    return this.#words(context).list.title(name(title), code(subject.code));
  }

  /** Says something while a list is on show, whose numbers stay good. */
  async #sayBesideList(
    context: TurnContext,
    sentences: readonly Sentence[],
    next: readonly string[] = [],
  ): Promise<void> {
    const memory = await this.#services.memory(context);
    const { suggestions, choices } = memory;
    await this.#services.say(context, sentences, next);
    if (choices.length > 0) Object.assign(memory, { suggestions, choices });
  }

  #words(context: TurnContext) {
    return this.#services.advisor(context).wording.plans;
  }
}

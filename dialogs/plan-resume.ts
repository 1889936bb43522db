import type { TurnContext } from 'botbuilder';
import type { NocCode } from '../knowledge/model.ts';
import { sentAnswer } from './answers/sent-list.ts';
import { code, enumerate, name, type Sentence } from './answers/sentence.ts';
import { interestWords } from './interests/holland.ts';
import { decodeResume, encodeResume } from './interests/resume-code.ts';
import { PlanShortlist } from './plan-shortlist.ts';
import { answerReply } from './replies.ts';
import type { TurnServices } from './turn-services.ts';

/** The list as text to take along, and the code that brings it back. */
export class PlanResume {
  readonly #services: TurnServices;
  readonly #shortlist: PlanShortlist;

  constructor(services: TurnServices) {
    this.#services = services;
    this.#shortlist = new PlanShortlist(services);
  }

  async send(context: TurnContext): Promise<void> {
    const advisor = this.#services.advisor(context);
    const { plans, interests } = advisor.wording;
    const { present, remarks } = await this.#shortlist.present(context);
    const { codes } = await this.#services.person(context);
    if (present.length === 0 && !codes)
      return this.#services.say(context, [...remarks, plans.send.nothing], [interests.ask.start]);
    const resume = encodeResume({ codes, groups: present.map((subject) => subject.code) });
    const answer = await sentAnswer(advisor.context({}, codes), present, resume);
    await this.#services.send(context, [answerReply({ ...answer, lead: [...remarks, ...answer.lead] })]);
  }

  async restore(context: TurnContext, typed: string): Promise<void> {
    const advisor = this.#services.advisor(context);
    const words = advisor.wording.plans;
    const known = new Set((await advisor.knowledge.store.groups()).map((group): NocCode => group.code));
    const read = decodeResume(typed, (group) => known.has(group));
    if (read.kind !== 'resumed')
      return this.#services.fail(context, [read.kind === 'mistyped' ? words.resume.mistyped : words.resume.later]);
    const { codes, groups, gone } = read;
    const and = advisor.wording.common.and;
    const lost: Sentence[] =
      gone.length > 0
        ? [
            words.resume.gone(
              enumerate(
                gone.map((group) => code(group)),
                and,
              ),
            ),
          ]
        : [];
    if (!codes && groups.length === 0) return this.#services.say(context, [words.resume.empty, ...lost]);
    const person = await this.#services.person(context);
    const replaced = (codes !== null && person.codes !== null) || person.saved.length > 0;
    if (codes) {
      person.codes = codes;
      person.origin = 'told';
    }
    person.saved = groups.map((group) => ({ code: group, occupation: '' }));
    const titles = await Promise.all(person.saved.map((subject) => advisor.subjectName(subject)));
    const parts = [
      ...(codes ? [words.resume.codes(code(interestWords(codes)))] : []),
      ...(titles.length > 0 ? [words.resume.list(enumerate(titles.map(name), and))] : []),
    ];
    await this.#services.say(
      context,
      [words.resume.restored(parts), ...lost, ...(replaced ? [words.resume.replaced] : [])],
      [
        ...(titles.length > 0 ? [words.list.show] : []),
        ...(titles.length > 1 ? [words.list.compare] : []),
        ...(person.codes ? [advisor.wording.interests.ask.fits] : []),
      ],
    );
  }
}

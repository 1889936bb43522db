import type { AnswerBody } from './answer.ts';
import { type AnswerContext, profileOf, type Subject, subjectName } from './context.ts';
import { type Fact, fact, type Provenance } from './fact.ts';
import { leftNotes, officialItems } from './official.ts';
import { link, name, type Sentence, say } from './sentence.ts';
import { profileNotes, told, unavailable } from './work.ts';

export async function educationAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording, store } = context;
  const { group } = subject;
  const section = profileOf(subject)?.education;
  const requirement = await store.teer(group.teer);
  const flags = await store.education(group.code);
  const usual = fact(
    { source: requirement.source, period: '', edition: 'noc2021', code: group.code },
    'education.teer',
    'text',
    requirement.usualRequirement,
  );
  const teer = wording.schooling.teer(name(group.title), wording.common.teerName(group.teer), usual);
  const flagged: Sentence[] = [];
  if (flags) {
    const provenance: Provenance = { source: flags.source, period: '', edition: 'noc2021', code: group.code };
    for (const [key, value] of [
      ['licence', flags.licence],
      ['redSeal', flags.redSeal],
      ['apprenticeship', flags.apprenticeship],
    ] as const) {
      const words = value ? wording.schooling.mentioned : wording.schooling.notMentioned;
      flagged.push(wording.schooling.flag[key](fact(provenance, `education.${key}`, 'text', words)));
    }
  }
  const official = await officialItems(context, subject, 'requirement');
  if (!section) {
    return {
      lead: official.items.length > 0 ? [teer, wording.official.requirements] : [teer],
      items: [...official.items, ...flagged],
      notes: [
        ...leftNotes(context, official.left),
        { sentence: wording.schooling.teerNote, aloud: true },
        ...(flags ? [{ sentence: wording.schooling.flagNote, aloud: true }] : []),
      ],
    };
  }
  const provenance = told(subject, section.updated);
  const lead: Sentence[] = [];
  if (section.minimum) {
    const { years, text } = section.minimum;
    lead.push(
      wording.schooling.minimum(
        fact(provenance, 'education.minimum', 'years', years, `${years} years`),
        fact(provenance, 'education.minimum.kind', 'text', text),
      ),
    );
  }
  lead.push(
    wording.schooling.text(fact(provenance, 'education.text', 'text', section.text)),
    wording.schooling.knowledge,
  );
  return {
    lead,
    items: section.knowledge.map((item) => say`${fact(provenance, 'education.knowledge', 'text', item)}`),
    notes: [
      { sentence: teer, aloud: false },
      ...official.items.map((item) => ({ sentence: wording.official.requirement(item), aloud: false })),
      ...profileNotes(context, subject, section.updated),
      { sentence: wording.schooling.noGuarantee, aloud: true },
    ],
  };
}

export async function schoolsAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording } = context;
  const profile = profileOf(subject);
  if (!profile?.schools) {
    const missing = await unavailable(context, subject, 'schools');
    return {
      ...missing,
      notes: [
        {
          sentence: wording.schooling.finder(name(wording.common.homeSite.name), link(wording.common.homeSite.url)),
          aloud: true,
        },
      ],
    };
  }
  const provenance = told(subject, profile.updated);
  return {
    lead: [wording.schooling.schools(name(profile.plural))],
    items: profile.schools.items.map((school) => say`${fact(provenance, 'schools.item', 'text', school)}`),
    notes: [
      {
        sentence: wording.schooling.finder(name(profile.schools.finder.name), link(profile.schools.finder.url)),
        aloud: false,
      },
      { sentence: wording.schooling.noGuarantee, aloud: true },
      ...profileNotes(context, subject),
    ],
  };
}

export async function certificationAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording, store } = context;
  const profile = profileOf(subject);
  if (!profile?.certification) {
    const flags = await store.education(subject.group.code);
    const unknown = wording.schooling.certificationUnknown(name(subject.group.title));
    if (!flags) return { lead: [unknown] };
    const provenance: Provenance = { source: flags.source, period: '', edition: 'noc2021', code: subject.group.code };
    const words = (value: boolean): string => (value ? wording.schooling.mentioned : wording.schooling.notMentioned);
    const licence = (text: string): Fact => fact(provenance, 'education.licence', 'text', words(flags.licence), text);
    // What is known comes first: "not available" reads as if there were nothing to know.
    const known = flags.licence
      ? [wording.schooling.licenceLikely(licence(wording.schooling.mentions))]
      : [unknown, wording.schooling.flag.licence(licence(words(flags.licence)))];
    const redSeal = wording.schooling.flag.redSeal(fact(provenance, 'education.redSeal', 'text', words(flags.redSeal)));
    return { lead: [...known, redSeal], notes: [{ sentence: wording.schooling.flagNote, aloud: true }] };
  }
  const { updated, regulated, text, body } = profile.certification;
  const provenance = told(subject, updated);
  const word = regulated ? wording.schooling.regulatedWord : wording.schooling.notRegulatedWord;
  return {
    lead: [
      wording.schooling.regulated(
        fact(provenance, 'certification.regulated', 'text', word),
        fact(provenance, 'certification.text', 'text', text),
      ),
    ],
    notes: [
      ...(body ? [{ sentence: wording.schooling.body(name(body.name), link(body.url)), aloud: false }] : []),
      ...profileNotes(context, subject, updated),
    ],
  };
}

export async function fieldsOfStudyAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording } = context;
  const profile = profileOf(subject);
  if (!profile?.fields_of_study) return unavailable(context, subject, 'fields-of-study');
  const provenance = told(subject, profile.updated);
  return {
    lead: [wording.schooling.fields(subjectName(subject))],
    items: profile.fields_of_study.items.map((field) =>
      wording.schooling.field(fact(provenance, 'fields-of-study.item', 'text', field)),
    ),
    notes: profileNotes(context, subject),
  };
}

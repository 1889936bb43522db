import type { AnswerBody, Note } from './answer.ts';
import { type AnswerContext, groupCaveat, profileOf, type Subject, subjectName } from './context.ts';
import { type Fact, fact, type Provenance } from './fact.ts';
import { longDate } from './numbers.ts';
import { leftNotes, officialItems, ratingsBody, ratingsInShort, traitsBody } from './official.ts';
import { capitalized, date, enumerate, link, name, type Sentence, say } from './sentence.ts';

/** Provenance of the project's own descriptions of a group. */
function described(subject: Subject): Provenance {
  return { source: 'descriptions', period: '', edition: 'noc2021', code: subject.group.code };
}

/** Provenance of a profile's section. */
export function told(subject: Subject, updated: string): Provenance {
  return {
    source: profileOf(subject)?.source ?? 'alis-occinfo',
    period: updated,
    edition: 'noc2021',
    code: subject.group.code,
  };
}

/** Caveats of a profile's section: whose it is, when it was updated, and that a reader should confirm it. */
export function profileNotes({ wording }: AnswerContext, subject: Subject, updated?: string): Note[] {
  const profile = profileOf(subject);
  const notes: Note[] = [];
  if (!subject.occupation && profile) {
    notes.push({ sentence: wording.common.fromProfile(name(profile.name), name(subject.group.title)), aloud: true });
  }
  if (updated) notes.push({ sentence: wording.common.updated(date(longDate(updated))), aloud: false });
  notes.push({ sentence: wording.common.confirm, aloud: false });
  return notes;
}

export async function overviewAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording, store } = context;
  const { group, occupation } = subject;
  const groupName = wording.common.group('noc2021', group.code, group.title);
  const requirement = await store.teer(group.teer);
  const lead = occupation
    ? [
        wording.work.overview(subjectName(subject), groupName),
        wording.work.summary(fact(told(subject, occupation.updated), 'overview.summary', 'text', occupation.summary)),
      ]
    : [
        wording.work.overviewGroup(groupName),
        wording.work.summary(fact(described(subject), 'overview.what', 'text', group.whatTheyDo)),
        wording.work.summary(fact(described(subject), 'overview.where', 'text', group.whereTheyWork)),
      ];
  lead.push(
    wording.work.schoolingInShort(
      fact(
        { source: requirement.source, period: '', edition: 'noc2021', code: group.code },
        'education.teer',
        'text',
        requirement.usualRequirement,
      ),
    ),
  );
  const first = subject.profiles[0];
  return {
    lead,
    notes: !occupation && first ? [{ sentence: wording.work.profiled(name(first.name)), aloud: true }] : [],
  };
}

export async function alsoKnownAsAnswer({ wording, store }: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { occupation, group } = subject;
  if (occupation) {
    const provenance = told(subject, occupation.updated);
    return {
      lead: [wording.work.alsoKnownAs(subjectName(subject))],
      items: occupation.aliases.map((alias) => say`${fact(provenance, 'also-known-as', 'text', alias)}`),
    };
  }
  const titles = (await store.titlesOf(group.code)).filter(
    (title) => title.language === 'en' && title.kind !== 'group' && title.kind !== 'official',
  );
  const provenance: Provenance = { ...described(subject), source: 'job-titles' };
  const items = titles.slice(0, 20).map((title) => {
    const told = fact(provenance, 'also-known-as', 'text', title.title);
    return title.standsFor === '' ? say`${told}` : wording.work.abbreviated(told, name(title.standsFor));
  });
  return {
    lead: [wording.work.groupTitles(name(group.title), { parameter: 'count', text: String(items.length) })],
    items,
  };
}

export async function dutiesAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording } = context;
  const section = profileOf(subject)?.duties;
  const plural = profileOf(subject)?.plural ?? '';
  if (!section) {
    const short = wording.work.duties(fact(described(subject), 'duties', 'text', subject.group.whatTheyDo));
    const { items, left } = await officialItems(context, subject, 'duty');
    return items.length > 0
      ? { lead: [short, wording.official.duties], items, notes: leftNotes(context, left) }
      : { lead: [short], notes: [{ sentence: wording.work.dutiesShort, aloud: false }] };
  }
  const provenance = told(subject, section.updated);
  return {
    lead: [
      wording.work.duties(fact(provenance, 'duties.text', 'text', section.text)),
      wording.work.dutiesList(name(plural)),
    ],
    items: section.items.map((item) => say`${fact(provenance, 'duties.item', 'text', item)}`),
    notes: profileNotes(context, subject, section.updated),
  };
}

export async function conditionsAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording } = context;
  const section = profileOf(subject)?.conditions;
  if (!section)
    return (await ratingsBody(context, subject, 'work-context')) ?? unavailable(context, subject, 'conditions');
  const provenance = told(subject, section.updated);
  const lead = [
    wording.work.conditions(fact(provenance, 'conditions.text', 'text', section.text)),
    ...(await ratingsInShort(context, subject, 'work-context')),
  ];
  if (section.strength) {
    const { value, unit } = section.strength;
    lead.unshift(wording.work.strength(fact(provenance, 'conditions.strength', unit, value, `${value} ${unit}`)));
  }
  return { lead, notes: profileNotes(context, subject, section.updated) };
}

export async function traitsAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording } = context;
  const profile = profileOf(subject);
  if (!profile?.traits) return (await traitsBody(context, subject)) ?? unavailable(context, subject, 'traits');
  const provenance = told(subject, profile.traits.updated);
  return {
    lead: [
      ...(await ratingsInShort(context, subject, 'personal-attributes')),
      wording.work.needs(name(profile.name.toLowerCase())),
    ],
    items: [
      ...profile.traits.needs.map((trait) => wording.work.need(fact(provenance, 'traits.need', 'text', trait))),
      ...profile.traits.enjoys.map((trait) => wording.work.enjoy(fact(provenance, 'traits.enjoy', 'text', trait))),
    ],
    notes: profileNotes(context, subject, profile.traits.updated),
  };
}

export async function skillsAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording } = context;
  const section = profileOf(subject)?.skills;
  if (!section) return (await ratingsBody(context, subject, 'skills')) ?? unavailable(context, subject, 'skills');
  const { source, edition, code, region } = section;
  // The last day of the postings dates them: their source gives no other period.
  const provenance: Provenance = { source, edition, code, region, period: section.to };
  const postings = fact(provenance, 'skills.postings', 'postings', section.postings);
  return {
    lead: [
      ...(await ratingsInShort(context, subject, 'skills')),
      wording.work.skills(
        name(subject.group.title),
        postings,
        date(longDate(section.from)),
        date(longDate(section.to)),
      ),
    ],
    items: section.items.map((item) => say`${fact(provenance, 'skills.item', 'text', item)}`),
    notes: [
      { sentence: wording.work.skillsNoValues, aloud: true },
      { sentence: groupCaveat(context, subject, edition, code), aloud: false },
    ],
  };
}

export async function employersAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording } = context;
  const profile = profileOf(subject);
  if (!profile?.employers) {
    const where = wording.work.employers(fact(described(subject), 'employers', 'text', subject.group.whereTheyWork));
    const { items, left } = await officialItems(context, subject, 'workplace');
    return items.length > 0
      ? { lead: [where, wording.official.workplaces], items, notes: leftNotes(context, left) }
      : { lead: [where] };
  }
  const provenance = told(subject, profile.employers.updated);
  return {
    lead: [wording.work.employersList(name(profile.plural))],
    items: profile.employers.items.map((item) => say`${fact(provenance, 'employers.item', 'text', item)}`),
    notes: [
      {
        sentence: wording.work.employers(fact(provenance, 'employers.text', 'text', profile.employers.text)),
        aloud: true,
      },
      ...profileNotes(context, subject, profile.employers.updated),
    ],
  };
}

export async function advancementAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording } = context;
  const profile = profileOf(subject);
  if (!profile?.employers) return unavailable(context, subject, 'advancement');
  const { advancement, updated } = profile.employers;
  return {
    lead: [
      advancement === null
        ? wording.work.noAdvancement(name(profile.plural))
        : wording.work.advancement(fact(told(subject, updated), 'advancement', 'text', advancement)),
    ],
    notes: profileNotes(context, subject, updated),
  };
}

export async function otherSourcesAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording } = context;
  const profile = profileOf(subject);
  if (!profile?.other_sources) {
    const places = [wording.work.nocSite, wording.work.jobBank, wording.common.homeSite];
    return {
      lead: [wording.work.otherSourcesGroup(name(subject.group.title))],
      items: places.map((place) => wording.work.place(name(place.name), link(place.url))),
    };
  }
  const provenance = told(subject, profile.other_sources.updated);
  return {
    lead: [wording.work.otherSources(name(profile.plural))],
    items: profile.other_sources.items.map(
      (place) => say`${fact(provenance, 'other-source', 'text', place.name)}: ${link(place.url)}`,
    ),
    notes: profileNotes(context, subject, profile.other_sources.updated),
  };
}

export async function postingsAnswer({ wording }: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { jobBank } = wording.work;
  const profile = profileOf(subject);
  return {
    lead: [
      wording.work.postings(name(subject.group.title), say`${name(jobBank.name)}, ${link(jobBank.url)}`),
      ...(profile?.postings
        ? [wording.work.postingsAlso(say`${name(profile.postings.name)}, ${link(profile.postings.url)}`)]
        : []),
    ],
    notes: [{ sentence: wording.work.postingsNone, aloud: false }],
  };
}

export async function similarAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording, store } = context;
  const groups = await store.similar(subject.group.code);
  if (groups.length === 0) return unavailable(context, subject, 'similar');
  const item = (group: (typeof groups)[number]): Sentence => {
    const gist: Fact = fact(
      { source: 'similar-groups', period: '', edition: 'noc2021', code: group.code },
      'similar.gist',
      'text',
      group.gist,
    );
    return wording.work.similarItem(name(group.title), { parameter: 'code', text: group.code }, gist);
  };
  return {
    lead: [wording.work.similar(subjectName(subject))],
    items: groups.map(item),
    notes: [{ sentence: wording.work.similarHow, aloud: true }],
    choices: groups.map((group) => ({ code: group.code, occupation: '', title: group.title })),
  };
}

export async function industriesAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording, store } = context;
  const section = profileOf(subject)?.industries;
  if (!section) return unavailable(context, subject, 'industries');
  const { edition, code, region, source, period } = section;
  const provenance: Provenance = { source, edition, code, region, period };
  const share = fact(provenance, 'industries.share', 'percent', section.share, `${section.share}%`);
  const group = name(subject.group.title);
  const regionName = name(store.regions.find((candidate) => candidate.id === region)?.name ?? region);
  const named = section.share_industries.map((industry) => fact(provenance, 'industries.item', 'text', industry));
  const listed = section.listed.map((industry) =>
    fact({ ...provenance, source: section.listed_source, period: '' }, 'industries.listed', 'text', industry),
  );
  const census = { parameter: 'period', text: period } as const;
  const and = wording.common.and;
  return {
    lead: [
      named.length > 0
        ? wording.work.industryShareNamed(share, group, regionName, census, enumerate(named, and))
        : wording.work.industryShare(share, group, regionName, census),
      ...(listed.length > 0 ? [wording.work.industriesListed(enumerate(listed, and))] : []),
    ],
    notes: [
      ...(listed.length > 0 ? [{ sentence: wording.work.industriesNotJoined, aloud: true }] : []),
      { sentence: groupCaveat(context, subject, edition, code), aloud: false },
    ],
  };
}

/** The honest answer where the store has nothing: says what is missing, and never another group's facts. */
export async function unavailable(
  { wording }: AnswerContext,
  subject: Subject,
  topic: Parameters<typeof wording.common.topicName>[0],
): Promise<AnswerBody> {
  const what = capitalized({ segments: [wording.common.topicNotAvailable(topic)] });
  return { lead: [wording.common.notAvailable(what, subjectName(subject))] };
}

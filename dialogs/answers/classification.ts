import type { Edition } from '../../knowledge/model.ts';
import { estimateCwpi, interestWord, interestWords } from '../interests/holland.ts';
import type { AnswerBody } from './answer.ts';
import { type AnswerContext, profileOf, type Subject, subjectName } from './context.ts';
import { type Fact, fact, type Provenance } from './fact.ts';
import { interestFit } from './interest-fit.ts';
import { code, name, type Sentence } from './sentence.ts';
import { profileNotes } from './work.ts';

const EDITION_SOURCES: Record<Edition, string> = {
  noc2021: 'noc-2021',
  noc2016: 'noc-2016',
  noc2011: 'noc-2011',
  noc2006: 'noc-2006',
  nocs2006: 'noc-s-2006',
  oasis2023: 'oasis-2023',
};

/** An occupation's own codes, or the many-valued crosswalk of a group; one edition alone where the question names it. */
export async function codesAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording, store, details } = context;
  const { group, occupation } = subject;
  const current = wording.common.group('noc2021', group.code, group.title);
  const codeFact = (edition: Edition, value: string, source: string, period: string): Fact =>
    fact({ source, period, edition, code: value }, `codes.${edition}`, 'code', value);
  if (occupation) {
    const asked = details.editions ?? [];
    const told = (edition: Edition, value: string): Fact =>
      codeFact(edition, value, occupation.source, occupation.updated);
    const lead = asked.flatMap((edition) =>
      occupation.codes
        .filter((own) => own.edition === edition)
        .map((own) =>
          wording.classification.askedEdition(
            wording.common.editionName(own.edition),
            told(own.edition, own.code),
            name(own.title),
          ),
        ),
    );
    return {
      lead: [...lead, wording.classification.codes(subjectName(subject))],
      items: occupation.codes.map((own) =>
        wording.classification.code(
          wording.common.editionName(own.edition),
          told(own.edition, own.code),
          name(own.title),
        ),
      ),
    };
  }
  const asked = details.editions ?? [];
  const earlier = (await store.codesLeadingTo(group.code)).filter(
    (entry) => asked.length === 0 || asked.includes(entry.edition),
  );
  return {
    lead: [
      wording.classification.codesCurrent(current),
      ...(earlier.length > 0 ? [wording.classification.groupCodes(name(group.title))] : []),
    ],
    items: earlier.map((entry) =>
      wording.classification.code(
        wording.common.editionName(entry.edition),
        codeFact(entry.edition, entry.code, EDITION_SOURCES[entry.edition], ''),
        name(entry.title),
      ),
    ),
    notes: [{ sentence: wording.classification.groupCodesNote, aloud: true }],
  };
}

/** Published CWPI codes where a profile has them, and the Holland codes of every OaSIS profile with the estimate marked as one. */
export async function interestsAnswer(context: AnswerContext, subject: Subject): Promise<AnswerBody> {
  const { wording, store } = context;
  const published = profileOf(subject)?.interests;
  const profiles = await store.hollandProfiles(subject.group.code);
  const words = wording.classification;
  const lead: Sentence[] = [];
  const items: Sentence[] = [];
  const notes: { sentence: Sentence; aloud: boolean }[] = [];
  if (published) {
    const { edition, source } = published;
    const provenance: Provenance = { source, period: '', edition, code: published.code };
    lead.push(
      words.interests(
        name(profileOf(subject)?.name ?? subject.group.title),
        wording.common.group(edition, published.code, published.title),
        fact(provenance, 'interests.cwpi', 'letters', interestWords(published.codes)),
      ),
    );
    for (const own of published.codes) {
      items.push(
        words.interestReason(
          fact(provenance, 'interests.code', 'letters', interestWord(own)),
          fact(provenance, 'interests.reason', 'text', own.reason),
        ),
      );
    }
    notes.push(...profileNotes(context, subject));
  }
  // One line a profile: its Holland letters, and beside them the estimate where no inventory code is published.
  for (const profile of profiles) {
    const provenance: Provenance = {
      source: profile.source,
      period: '',
      edition: 'oasis2023',
      code: profile.oasisCode,
    };
    const spelled = profile.letters.map((letter) => spell(context, letter)).join(' ');
    const letters = fact(provenance, 'interests.holland', 'letters', profile.letters.join(' '));
    const told = words.hollandProfile(
      code(profile.oasisCode),
      name(profile.label),
      letters,
      fact(provenance, 'interests.holland.words', 'text', spelled),
    );
    const estimate = interestWords(estimateCwpi(profile.letters));
    const derived = fact(
      provenance,
      'interests.estimate',
      'letters',
      estimate,
      estimate,
      'Holland letters of OaSIS 2023',
    );
    items.push(published ? told : words.hollandEstimated(told, derived));
  }
  if (!published && profiles.length > 0) {
    lead.push(words.hollandGroup(name(subject.group.title)));
    notes.push({ sentence: profiles.length > 1 ? words.estimateMany : words.estimate, aloud: true });
  }
  notes.push({ sentence: words.interestsScale, aloud: true }, { sentence: words.interestsDifferent, aloud: true });
  return { lead: [...(await interestFit(context, subject)), ...lead], items, notes };
}

function spell({ wording }: AnswerContext, letter: string): string {
  const names: Readonly<Record<string, string>> = wording.classification.holland;
  const word = names[letter.toUpperCase()] ?? letter;
  return letter === letter.toUpperCase() ? word.toUpperCase() : word.toLowerCase();
}

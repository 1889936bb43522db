import type { Fact } from '../../answers/fact.ts';
import { type Parameter, type Sentence, say } from '../../answers/sentence.ts';

/** Codes, interest codes and what the systems mean. */
export const classification = {
  codes: (subject: Parameter): Sentence => say`How ${subject} has been classified over time:`,
  codesCurrent: (group: Sentence): Sentence => say`The current code is ${group}.`,
  code: (edition: Parameter, value: Fact, title: Parameter): Sentence => say`${edition}: ${value}, ${title}`,
  groupCodes: (group: Parameter): Sentence =>
    say`Codes of earlier editions that lead to ${group}, and its OaSIS profiles:`,
  groupCodesNote: say`Crosswalks are many-to-many: people counted under an earlier code may now be in several groups.`,
  askedEdition: (edition: Parameter, value: Fact, title: Parameter): Sentence =>
    say`In ${edition} the code is ${value}, ${title}.`,

  interests: (subject: Parameter, group: Sentence, codes: Fact): Sentence =>
    say`Interest codes of ${subject} (${group}), in order of importance: ${codes}.`,
  interestReason: (codeWord: Fact, reason: Fact): Sentence => say`${codeWord}: ${reason}`,
  interestsScale: say`CAPITALS mean a strong fit; lower case means a weaker one.`,
  hollandGroup: (group: Parameter): Sentence =>
    say`No inventory codes are published for ${group}. OaSIS gives its Holland codes, which are another system:`,
  hollandProfile: (code: Parameter, label: Parameter, letters: Fact, words: Fact): Sentence =>
    say`Holland code of ${label} (OaSIS ${code}): ${letters} (${words})`,
  hollandEstimated: (told: Sentence, codes: Fact): Sentence =>
    say`${told}; estimated from OaSIS as an inventory code: ${codes}`,
  estimate: say`The inventory code is an estimate and not a published one.`,
  estimateMany: say`The group has several OaSIS profiles. Each has its own codes, and no average is made of them. The inventory codes are estimates and not published ones.`,
  interestsDifferent: say`Canadian Work Preference Inventory codes and Holland codes are different systems: do not compare one with the other.`,
  holland: {
    R: 'Realistic',
    I: 'Investigative',
    A: 'Artistic',
    S: 'Social',
    E: 'Enterprising',
    C: 'Conventional',
  },
};

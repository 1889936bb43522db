import type { Fact } from '../../answers/fact.ts';
import { type Parameter, type Sayable, type Sentence, say } from '../../answers/sentence.ts';

/** Education, schools, certification, fields of study. */
export const schooling = {
  minimum: (years: Fact, text: Fact): Sentence => say`The minimum education is ${years} of ${text}.`,
  text: (text: Fact): Sentence => say`${text}`,
  knowledge: say`You will need to know about:`,
  teer: (group: Parameter, teer: Parameter, requirement: Fact): Sentence =>
    say`The group ${group} is in ${teer}. ${requirement}`,
  teerNote: say`That is what the category as a whole usually asks for; a single job may ask for more or less.`,
  flag: {
    licence: (value: Fact): Sentence => say`Licence or registration ${value} in the group's official requirement text.`,
    redSeal: (value: Fact): Sentence => say`Red Seal (interprovincial trade certification) ${value} in it.`,
    apprenticeship: (value: Fact): Sentence => say`Apprenticeship ${value} in it.`,
  },
  mentioned: 'is mentioned',
  notMentioned: 'is not mentioned',
  /** As a verb: the text mentions a licence. */
  mentions: 'mentions',
  flagNote: say`We read this from key words, not from an official list: whether you need a licence depends on the province and the job, so ask the regulator there.`,

  schools: (subject: Parameter): Sentence =>
    say`Schools with programs or courses related to ${subject}, though none is required to enter the field:`,
  finder: (place: Parameter, url: Parameter): Sentence => say`To look for more programs, see ${place}: ${url}.`,
  noGuarantee: say`Completing a program does not guarantee that you get into an occupation. Ask associations and employers in the field before you enrol.`,

  regulated: (value: Fact, text: Fact): Sentence => say`Certification: ${value}. ${text}`,
  regulatedWord: 'regulated',
  notRegulatedWord: 'not regulated',
  body: (place: Parameter, url: Parameter): Sentence => say`For more on the credential, see ${place}: ${url}.`,
  licenceLikely: (mentions: Fact): Sentence =>
    say`The official text for this group ${mentions} a licence or registration, so you most likely need one. Ask the regulator of your province; I hold no list of regulated work.`,
  certificationUnknown: (group: Parameter): Sentence =>
    say`Whether ${group} are regulated is not available for any province: our store holds no list of regulated work.`,

  fields: (subject: Parameter): Sentence => say`Post-secondary fields of study related to ${subject}:`,
  field: (text: Sayable): Sentence => say`${text}`,
};

import type { OasisCategory } from '../../../knowledge/model.ts';
import type { Fact } from '../../answers/fact.ts';
import { type Parameter, type Sayable, type Sentence, say } from '../../answers/sentence.ts';

/** What an official description is told with. Its sentences are quoted, never reworded. */
export const official = {
  duties: say`The official description lists:`,
  requirements: say`The official description asks for:`,
  requirement: (text: Sayable): Sentence => say`The official description says: ${text}`,
  workplaces: say`The official description lists these workplaces and employers:`,
  text: (text: Fact): Sentence => say`${text}`,
  /** Of one profile of a group that has several. */
  ofProfile: (profile: Parameter, text: Sayable): Sentence => say`${profile}: ${text}`,
  more: (others: Parameter): Sentence => say`The official description has ${others} more.`,

  ratings: {
    skills: (group: Parameter): Sentence => say`The skills that OaSIS rates highest for ${group}:`,
    'work-context': (group: Parameter): Sentence => say`What OaSIS rates high in the work of ${group}:`,
    'personal-attributes': (group: Parameter): Sentence =>
      say`The personal attributes that OaSIS rates as most important for ${group}:`,
  } satisfies Record<OasisCategory, unknown>,
  /** The same in one sentence, beside what an occupation's profile says. */
  ratingsInShort: {
    skills: (rated: Sentence): Sentence => say`The skills that OaSIS rates highest: ${rated}.`,
    'work-context': (rated: Sentence): Sentence => say`What OaSIS rates high in this work: ${rated}.`,
    'personal-attributes': (rated: Sentence): Sentence =>
      say`The personal attributes that OaSIS rates as most important: ${rated}.`,
  } satisfies Record<OasisCategory, unknown>,
  traits: (group: Parameter): Sentence =>
    say`The personal attributes and the skills that OaSIS rates highest for ${group}:`,
  attribute: (item: Sentence): Sentence => say`attribute: ${item}`,
  skill: (item: Sentence): Sentence => say`skill: ${item}`,
  rated: (item: Parameter, value: Fact, scale: Parameter): Sentence => say`${item}: rated ${value} of ${scale}`,
  ratedInShort: (item: Parameter, value: Fact, scale: Parameter): Sentence => say`${item} (${value} of ${scale})`,
  scale: {
    skills: say`OaSIS rates how complex the use of a skill is in this work, not how often employers ask for it.`,
    'work-context': say`What the number stands for differs from item to item: how often, how long, how much or how important.`,
    'personal-attributes': say`The number says how important an attribute is for this work.`,
  } satisfies Record<OasisCategory, Sentence>,
  profilesLeft: (others: Parameter): Sentence => say`OaSIS profiles of the group that are left out here: ${others}.`,
};

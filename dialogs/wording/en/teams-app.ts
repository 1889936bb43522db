import type { CommandName } from '../../understanding/commands.ts';
import type { conversation } from './conversation.ts';

/** A line of a menu, and what it does. */
export interface MenuWords {
  readonly title: string;
  readonly description: string;
}

type OneForEach<List extends readonly unknown[]> = { readonly [Index in keyof List]: string };

/** How the app presents itself in Teams, in one language. */
export interface TeamsAppWording {
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  /** The title is what is sent when somebody picks it: one of the command's aliases. */
  readonly commands: Readonly<Record<CommandName, MenuWords>>;
  /** What the examples of a question are about, in their order. */
  readonly examples: OneForEach<typeof conversation.examples>;
  readonly lookup: MenuWords & { readonly query: MenuWords };
  readonly compare: MenuWords;
}

export const teamsApp: TeamsAppWording = {
  name: { short: 'Career Advisor', full: 'Career Advisor for Alberta and Canada' },
  description: {
    short: 'Answers about any occupation in Canada, with the source of every figure.',
    full: [
      'Ask about any occupation in Canada by job title, in your own words: what it pays, what schooling it takes, what people in it do all day, what the outlook is. Every figure comes with its source, the period that it is from and the edition of the National Occupational Classification. What is not known is told as not available, and a title that could mean two things is asked about.',
      'In a personal chat, a short exercise finds out which occupations go with a person’s interests; occupations are compared side by side and kept on a list. In a team or a group chat, mention the app and ask. From the box where you write a message, look an occupation up and put its card into the chat.',
      'An automated system answers, not a person, and it can misunderstand. It answers in English; job titles may be in French. It reads no files, it sends nothing that nobody asked for, and it makes no use of gender, age, origin or name. It gives no immigration, legal or hiring assurance. Please leave out personal details. To have everything erased that is kept of you, write "forget me".',
    ].join('\n\n'),
  },
  commands: {
    help: { title: 'Help', description: 'What you can ask, with examples' },
    back: { title: 'Back', description: 'Return to the occupation before' },
    cancel: { title: 'Cancel', description: 'Drop the question that is open' },
    'start-over': { title: 'Start over', description: 'Forget what we talked about, and begin again' },
    person: { title: 'A person', description: 'How to reach a person by phone' },
  },
  examples: [
    'Pay of an occupation, with its source',
    'Schooling and certification of an occupation',
    'Find out which occupations go with your interests',
  ],
  lookup: {
    title: 'Look up an occupation',
    description: 'Find an occupation by job title or code, and put its card into the message',
    query: {
      title: 'Job title or code',
      description: 'A job title in your own words, or a code of the classification',
    },
  },
  compare: {
    title: 'Compare occupations',
    description: 'Put the facts about two or more occupations side by side into the message',
  },
};

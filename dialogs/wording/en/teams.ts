import { say } from '../../answers/sentence.ts';

/** What is said in Teams alone. */
export const teams = {
  /** To everybody of a group chat that the bot was added to. */
  welcomeGroup: [
    say`Hello, all. I am an automated career advisor for Alberta and the rest of Canada. Mention me with a job title or a question about one, and everybody here sees the answer: what it pays, what schooling it takes, what the outlook is.`,
    say`I remember for each of you apart what you asked about last. Every figure I tell has a source. Please do not send personal details, of clients least of all.`,
  ],
  /** To everybody of a team that the bot was added to. */
  welcomeTeam: [
    say`Hello, team. I am an automated career advisor for Alberta and the rest of Canada. Mention me in a channel with a job title or a question about one, and I answer in the same thread: what it pays, what schooling it takes, what the outlook is.`,
    say`I remember for each of you apart what you asked about last. Every figure I tell has a source. Please do not send personal details, of clients least of all.`,
  ],
  filesNotRead: say`I cannot read files or pictures, and I have not opened what you sent. Please type a job title or a question.`,
  /** At the end of a text that was longer than a message may be. */
  cutShort: 'The rest is longer than a message here can be: ask about one part of it.',
};

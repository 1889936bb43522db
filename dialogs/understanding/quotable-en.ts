import { FoldedText } from './folded-text.ts';

/** A title of more words than this is hardly one: said back, a whole sentence sounds like mockery. */
const MOST_WORDS = 4;
const FOUL =
  /\b(?:fuck\w*|motherfuck\w*|shit\w*|bullshit|crap|bitch\w*|asshole|arsehole|bastard|cunt|dick|idiot|moron|stupid|dumb|damn)\b/;

/** Whether a person's words can be said back to them as the title that they may be. */
export function isQuotable(words: string): boolean {
  const { folded } = new FoldedText(words);
  return folded.split(' ').length <= MOST_WORDS && !FOUL.test(folded);
}

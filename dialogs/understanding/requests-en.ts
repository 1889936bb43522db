import { exerciseRequestIn } from './exercise-en.ts';
import type { FoldedText } from './folded-text.ts';
import { planRequestIn } from './plans-en.ts';
import type { Request } from './requests.ts';
import type { Lexicon } from './understand.ts';

/** What a message asks about the person or their plans; null for everything else, which is a question about an occupation. */
export function requestIn(text: FoldedText, lexicon: Lexicon): Request | null {
  return exerciseRequestIn(text) ?? planRequestIn(text, lexicon);
}

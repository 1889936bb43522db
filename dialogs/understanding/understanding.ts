import type { Details } from '../answers/context.ts';
import type { CommandName } from './commands.ts';
import type { Request } from './requests.ts';
import type { OutOfScope, SmallTalk } from './small-talk-en.ts';
import type { TopicId } from './topics.ts';

/** One question of a message. */
export interface Question {
  /** In the order asked; empty when the message names an occupation, a region or a level alone. */
  readonly topics: readonly TopicId[];
  /** What may be job titles or codes, in the person's words. */
  readonly mentions: readonly string[];
  readonly details: Details;
  /** "what about ...", "and ...": topic or occupation are those of before. */
  readonly followUp: boolean;
  /** "it", "that", "they": points to the occupation of before. */
  readonly refersBack: boolean;
  /** "both", "which pays more": about the occupations told side by side before. */
  readonly all: boolean;
  /** "compared with ...": the occupation of before is told again beside the new one. */
  readonly compare: boolean;
  /** "compare it with ...", "compared to ...": the occupation of before is one side of the comparison. */
  readonly besideBefore: boolean;
}

/** What a message means, whatever was said before. */
export type Understanding =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'command'; readonly command: CommandName }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  | { readonly kind: 'request'; readonly request: Request }
  | {
      readonly kind: 'out-of-scope';
      readonly scope: OutOfScope;
      /** What may be the occupation that the message is about. */
      readonly about: string | null;
      /** Questions of other sentences of the message, to be answered all the same. */
      readonly questions: readonly Question[];
    }
  | { readonly kind: 'questions'; readonly questions: readonly Question[]; readonly otherLanguage: boolean };

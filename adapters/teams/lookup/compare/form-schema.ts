import type { AdaptiveCard, RichTextBlock } from '../../../rendering/card-schema.ts';
import type { Choice } from '../results.ts';
import type { OCCUPATIONS_DATASET } from '../values.ts';

/** What the form is made of: inputs of the Adaptive Card schema, which stand on no card of an answer. */

export interface ChoiceInput {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'compact' | 'expanded' | 'filtered';
  readonly choices: readonly Choice[];
  readonly placeholder?: string;
  readonly value?: string;
  /** Choices that are told apart by their last words must not be cut off. */
  readonly wrap?: true;
  /** Where Teams asks for more choices while somebody types. Clients that cannot do that filter `choices`. */
  readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: typeof OCCUPATIONS_DATASET };
}

export interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly value?: string;
}

export interface FormCard extends Pick<AdaptiveCard, 'type' | '$schema' | 'version' | 'fallbackText' | 'speak'> {
  readonly body: readonly (RichTextBlock | ChoiceInput | TextInput)[];
  readonly actions: readonly [{ readonly type: 'Action.Submit'; readonly title: string }];
}

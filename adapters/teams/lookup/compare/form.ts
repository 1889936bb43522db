import { MOST_COMPARED } from '../../../../dialogs/answers/comparison.ts';
import type { Wording } from '../../../../dialogs/wording/index.ts';
import type { Region } from '../../../../knowledge/model.ts';
import { Paragraphs, plain } from '../../../rendering/text.ts';
import { LONGEST_QUERY } from '../listed.ts';
import type { Choice } from '../results.ts';
import { OCCUPATION_FIELDS, OCCUPATIONS_DATASET } from '../values.ts';
import type { ChoiceInput, FormCard, TextInput } from './form-schema.ts';

/** More of somebody's words would push the question that is asked about them off the screen. */
const MOST_QUOTED = 60;
const FEWEST_FIELDS = 2;

/** A field for an occupation: still open, chosen, or to be chosen among what the words may mean. */
export type Field =
  | { readonly kind: 'open' }
  | { readonly kind: 'chosen'; readonly choice: Choice }
  | { readonly kind: 'ask'; readonly words: string; readonly choices: readonly Choice[] };

export interface FormContent {
  readonly fields: readonly Field[];
  /** What stands in the field for more titles. */
  readonly others: string;
  /** Offered before anything is typed. */
  readonly offered: readonly Choice[];
  readonly region: string;
  readonly regions: readonly Region[];
  /** What was wrong with what was sent before. */
  readonly faults: readonly string[];
}

/**
 * The form of the comparison: fields that search as one types, and a line for titles in words, which does on clients that cannot search
 * and for a third and a fourth.
 */
export function compareForm(content: FormContent, wording: Wording): FormCard {
  const words = wording.teamsLookup;
  const { faults, others, region, regions } = content;
  const paragraphs = new Paragraphs();
  const missing = Math.max(0, FEWEST_FIELDS - content.fields.length);
  const fields: readonly Field[] = [...content.fields, ...Array.from({ length: missing }, () => OPEN)];
  const room = fields.length < MOST_COMPARED || others !== '';
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: words.compareLead,
    speak: words.compareLead,
    body: [
      paragraphs.paragraph(words.compareLead),
      ...faults.map((fault) => paragraphs.paragraph(fault, { weight: 'Bolder' }, 'Small')),
      ...fields.slice(0, MOST_COMPARED).map((field, at) => fieldInput(field, at, content, wording)),
      ...(room ? [othersInput(others, wording)] : []),
      {
        type: 'Input.ChoiceSet',
        id: 'region',
        label: words.region,
        style: 'compact',
        value: region,
        choices: regions.map(({ id, name }) => ({ title: name, value: id })),
      },
    ],
    actions: [{ type: 'Action.Submit', title: words.compare }],
  };
}

const OPEN: Field = { kind: 'open' };

function fieldInput(field: Field, at: number, { offered }: FormContent, { teamsLookup: words }: Wording): ChoiceInput {
  const id = OCCUPATION_FIELDS[at] ?? '';
  if (field.kind === 'ask') {
    const label = words.which(quoted(field.words));
    return { type: 'Input.ChoiceSet', id, label, style: 'expanded', wrap: true, choices: field.choices };
  }
  const chosen = field.kind === 'chosen' ? [field.choice] : [];
  const [choice] = chosen;
  return {
    type: 'Input.ChoiceSet',
    id,
    label: [words.first, words.second][at] ?? words.another,
    style: 'filtered',
    placeholder: words.search,
    // A value is shown by the title of a choice that has it.
    choices: [...chosen, ...offered.filter(({ value }) => value !== choice?.value)],
    ...(choice && { value: choice.value }),
    'choices.data': { type: 'Data.Query', dataset: OCCUPATIONS_DATASET },
  };
}

function othersInput(value: string, { teamsLookup: words }: Wording): TextInput {
  return {
    type: 'Input.Text',
    id: 'others',
    label: words.others,
    placeholder: words.othersHint,
    maxLength: LONGEST_QUERY,
    ...(value !== '' && { value: plain(value) }),
  };
}

/** Somebody's words as they are quoted to them. */
export function quoted(words: string): string {
  const told = [...words.trim()];
  return plain(told.length <= MOST_QUOTED ? told.join('') : `${told.slice(0, MOST_QUOTED).join('')}…`);
}

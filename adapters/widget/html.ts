import { escaped } from '../http/escape.ts';

/** HTML that is safe to send: made by the tag below alone. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Value = string | number | Html | readonly Html[];

/** Tag for templates: what is put in is escaped, unless it is HTML made the same way. */
export function html(markup: TemplateStringsArray, ...values: readonly Value[]): Html {
  const parts = markup.map((part, index) => part + written(values[index]));
  return new Html(parts.join(''));
}

function written(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map((each) => each.text).join('');
  return escaped(String(value));
}

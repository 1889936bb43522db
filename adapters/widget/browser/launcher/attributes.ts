import { widget } from '../../../../dialogs/wording/en/widget.ts';
import { type Colour, colourFrom, DEFAULT_ACCENT } from '../colour.ts';
import type { Remember } from '../frame-options.ts';

/** What the one who embeds the chat may choose, in attributes of the script's tag. */
export interface Attributes {
  readonly colour: Colour;
  readonly position: 'right' | 'left';
  readonly label: string;
  readonly remember: Remember;
  readonly open: boolean;
}

const NAMES: readonly string[] = ['color', 'position', 'label', 'remember', 'open'];

/** Reads the attributes; a value that makes no sense is told and becomes the default, an attribute that is none of ours is told. */
export function readAttributes(
  data: Readonly<Record<string, string | undefined>>,
  tell: (message: string) => void,
): Attributes {
  const ignored = (name: string, value: string): void => tell(widget.launcher.attributeIgnored(name, value));
  const oneOf = <Value extends string>(
    name: string,
    given: string | undefined,
    values: readonly [Value, Value],
  ): Value => {
    const found = values.find((value) => value === given?.trim().toLowerCase());
    if (given !== undefined && found === undefined) ignored(name, given);
    return found ?? values[0];
  };
  for (const name of Object.keys(data))
    if (!NAMES.includes(name)) tell(widget.launcher.attributeUnknown(asWritten(name)));
  const colour = data.color === undefined ? DEFAULT_ACCENT : colourFrom(data.color);
  if (colour === null) ignored('data-color', data.color ?? '');
  return {
    colour: colour ?? DEFAULT_ACCENT,
    position: oneOf('data-position', data.position, ['right', 'left']),
    label: data.label?.trim() || widget.launcher.label,
    remember: oneOf('data-remember', data.remember, ['browser', 'tab']),
    open: data.open !== undefined && data.open !== 'false',
  };
}

/** A key of `dataset` as it stands in the tag. */
function asWritten(key: string): string {
  return `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

import type { Setting } from '../../../dialogs/understanding/commands.ts';
import type { MenuWords } from '../../../dialogs/wording/en/teams-app.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';

/** Where a person meets the bot in Teams. */
export type Scope = 'personal' | 'team' | 'groupChat';

export interface CommandList {
  readonly scopes: Scope[];
  readonly commands: MenuWords[];
}

/** A command as the table of commands has it. */
export interface ListableCommand<Name extends string> {
  readonly name: Name;
  readonly listedIn: readonly Setting[];
}

const SCOPES: readonly (readonly [setting: Setting, scopes: readonly Scope[]])[] = [
  ['alone', ['personal']],
  ['shared', ['team', 'groupChat']],
];

/** Teams shows no more of a menu. */
const MOST_COMMANDS = 10;

/**
 * The menus of the bot: commands first, in the order of their table, then examples. Throws TEAMS_APP_INVALID where a menu would be too
 * long or would have two lines of one name.
 */
export function commandLists<Name extends string>(
  commands: readonly ListableCommand<Name>[],
  words: Readonly<Record<Name, MenuWords>>,
  examples: readonly MenuWords[],
): CommandList[] {
  const lists = SCOPES.map(([setting, scopes]) => ({
    scopes: [...scopes],
    commands: [
      ...commands.filter(({ listedIn }) => listedIn.includes(setting)).map(({ name }) => words[name]),
      ...examples,
    ].map(({ title, description }) => ({ title, description })),
  }));
  const faults = lists.flatMap(faultsOf);
  if (faults.length > 0) throw new AdvisorError('TEAMS_APP_INVALID', faults);
  return lists;
}

function faultsOf({ scopes, commands }: CommandList): string[] {
  const where = `the menu for ${scopes.join(' and ')}`;
  const titles = commands.map(({ title }) => title.toLowerCase());
  const doubled = titles.filter((title, index) => titles.indexOf(title) < index);
  return [
    ...(commands.length > MOST_COMMANDS ? [`${where} has ${commands.length} lines: ${MOST_COMMANDS} at most`] : []),
    ...doubled.map((title) => `${where} has two lines called "${title}"`),
  ];
}

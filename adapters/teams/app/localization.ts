import type { TeamsAppWording } from '../../../dialogs/wording/en/teams-app.ts';
import { menusOf, SCHEMA } from './manifest.ts';

/** The texts of the manifest in another language, each under the path of the one that it replaces. */
export type Localization = Readonly<Record<string, string>>;

/**
 * Examples keep the words that they are asked in, as long as the bot understands no other language: their description alone is
 * replaced. Commands have aliases in French.
 */
export function localizationOf(wording: TeamsAppWording, examples: readonly string[]): Localization {
  const { name, description, lookup, compare } = wording;
  const menus = menusOf(wording, examples).flatMap(({ commands }, list) =>
    commands.flatMap((command, index) => {
      const path = `bots[0].commandLists[${list}].commands[${index}]`;
      return [
        ...(examples.includes(command.title) ? [] : [[`${path}.title`, command.title]]),
        [`${path}.description`, command.description],
      ];
    }),
  );
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...Object.fromEntries(menus),
    'composeExtensions[0].commands[0].title': lookup.title,
    'composeExtensions[0].commands[0].description': lookup.description,
    'composeExtensions[0].commands[0].parameters[0].title': lookup.query.title,
    'composeExtensions[0].commands[0].parameters[0].description': lookup.query.description,
    'composeExtensions[0].commands[1].title': compare.title,
    'composeExtensions[0].commands[1].description': compare.description,
  };
}

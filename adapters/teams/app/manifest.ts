import type { TeamsManifestV1D25 } from '@microsoft/app-manifest';
import { COMMANDS } from '../../../dialogs/understanding/commands.ts';
import type { MenuWords, TeamsAppWording } from '../../../dialogs/wording/en/teams-app.ts';
import { type CommandList, commandLists } from './command-lists.ts';
import { COMPARE_COMMAND, LOOKUP_COMMAND, QUERY_PARAMETER } from './extension-ids.ts';
import { ACCENT } from './icons.ts';
import type { AppSettings } from './settings.ts';

export const SCHEMA = '1.25';

export const FILES = { manifest: 'manifest.json', french: 'fr.json', color: 'color.png', outline: 'outline.png' };

/** The manifest of the Teams app. */
export type AppManifest = TeamsManifestV1D25.TeamsManifestV1D25;

export interface ManifestParts {
  readonly settings: AppSettings;
  /** Version of the program. */
  readonly version: string;
  readonly wording: TeamsAppWording;
  /** Questions that somebody may begin with. */
  readonly examples: readonly string[];
}

/** Titles of the examples are the questions themselves; the wording says what they are about. */
export function menusOf(wording: TeamsAppWording, examples: readonly string[]): CommandList[] {
  const lines = examples.flatMap((title, index): MenuWords[] => {
    const description = wording.examples[index];
    return description === undefined ? [] : [{ title, description }];
  });
  return commandLists(COMMANDS, wording.commands, lines);
}

export function manifestOf({ settings, version, wording, examples }: ManifestParts): AppManifest {
  const { botId, appId, developer, publicHost } = settings;
  const { name, description, lookup, compare } = wording;
  const domains = publicHost === null ? [] : [publicHost];
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: [{ languageTag: 'fr', file: FILES.french }],
    },
    developer: { ...developer },
    name: { ...name },
    description: { ...description },
    icons: { color: FILES.color, outline: FILES.outline },
    accentColor: ACCENT,
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    bots: [
      {
        botId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: menusOf(wording, examples),
      },
    ],
    composeExtensions: [
      {
        botId,
        commands: [
          {
            id: LOOKUP_COMMAND,
            type: 'query',
            title: lookup.title,
            description: lookup.description,
            context: ['compose', 'commandBox'],
            initialRun: true,
            parameters: [
              {
                name: QUERY_PARAMETER,
                title: lookup.query.title,
                description: lookup.query.description,
                inputType: 'text',
              },
            ],
          },
          {
            id: COMPARE_COMMAND,
            type: 'action',
            title: compare.title,
            description: compare.description,
            context: ['compose'],
            fetchTask: true,
          },
        ],
        // Links to an occupation become its card.
        ...(publicHost !== null && { messageHandlers: [{ type: 'link' as const, value: { domains } }] }),
      },
    ],
    permissions: ['identity'],
    validDomains: domains,
  };
}

import { z } from 'zod';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { teamsAppId } from './app-id.ts';
import { placeholderIn } from './unresolved.ts';

const LONGEST_NAME = 32;
const LONGEST_ADDRESS = 2048;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** A name with a last part of letters, as the public has them: neither a number nor a machine of the own network. */
const PUBLIC_NAME = /\.[a-z][a-z0-9-]*$/;

function filled(what: string) {
  return z
    .string(`is missing: ${what}`)
    .trim()
    .superRefine((text, context) => {
      const placeholder = placeholderIn(text);
      if (placeholder !== null) context.addIssue(`holds ${placeholder}: put your own there`);
    });
}

function guid(what: string) {
  return filled(what)
    .toLowerCase()
    .regex(GUID, 'has to be an id of five groups: eight letters or digits, three times four, and twelve');
}

function address(what: string) {
  return filled(what)
    .max(LONGEST_ADDRESS, `may have at most ${LONGEST_ADDRESS} characters`)
    .refine(isPublicAddress, 'has to be an https address that everybody can open, without spaces');
}

/** What the package is made from. The server needs none of it but the app id and its public address. */
const variables = z.object({
  MicrosoftAppId: guid('the app id that Azure gave the bot'),
  TEAMS_APP_ID: guid('an id of its own').optional(),
  TEAMS_DEVELOPER_NAME: filled(`the organisation that offers the app, in ${LONGEST_NAME} characters at most`)
    .max(LONGEST_NAME, `may have at most ${LONGEST_NAME} characters`)
    .refine((name) => !/\p{C}/u.test(name), 'may have no control characters'),
  TEAMS_WEBSITE_URL: address('the page about the app, or of the organisation'),
  TEAMS_PRIVACY_URL: address('the page that tells what becomes of personal data'),
  TEAMS_TERMS_URL: address('the page with the terms of use'),
  PUBLIC_URL: filled('where Teams reaches the server')
    .refine((url) => isLoopback(url) || isPublicAddress(url), 'has to be https, with a name that Teams can reach')
    .optional(),
});
export type AppVariable = keyof z.input<typeof variables>;
export const APP_VARIABLES: readonly AppVariable[] = variables.keyof().options;

export interface AppSettings {
  /** App id of the bot, as Azure gave it. */
  readonly botId: string;
  /** Id of the Teams app. */
  readonly appId: string;
  readonly developer: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
  /** Host of the public address; null where there is none, or on loopback alone. */
  readonly publicHost: string | null;
}

export interface SettingFault {
  readonly variable: string;
  readonly message: string;
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** The settings, or every fault in them. Empty variables count as unset. */
export function checkAppSettings(given: Variables): { settings: AppSettings } | { faults: readonly SettingFault[] } {
  const set = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = variables.safeParse(set);
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map(({ path, message }) => ({ variable: String(path[0]), message })),
    };
  const { data } = parsed;
  return {
    settings: {
      botId: data.MicrosoftAppId,
      appId: data.TEAMS_APP_ID ?? teamsAppId(data.MicrosoftAppId),
      developer: {
        name: data.TEAMS_DEVELOPER_NAME,
        websiteUrl: data.TEAMS_WEBSITE_URL,
        privacyUrl: data.TEAMS_PRIVACY_URL,
        termsOfUseUrl: data.TEAMS_TERMS_URL,
      },
      publicHost:
        data.PUBLIC_URL === undefined || isLoopback(data.PUBLIC_URL) ? null : new URL(data.PUBLIC_URL).hostname,
    },
  };
}

/** The same; throws TEAMS_APP_INCOMPLETE naming every variable that is missing or wrong. */
export function readAppSettings(given: Variables): AppSettings {
  const checked = checkAppSettings(given);
  if ('settings' in checked) return checked.settings;
  throw new AdvisorError(
    'TEAMS_APP_INCOMPLETE',
    checked.faults.map(({ variable, message }) => `${variable}: ${message}`),
  );
}

/** Whether Teams, and a person in it, can open the address. */
export function isPublicAddress(text: string): boolean {
  if (/[\s\p{C}\\]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === 'https:' && PUBLIC_NAME.test(hostname) && username === '' && password === '';
}

function isLoopback(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { hostname } = new URL(text);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

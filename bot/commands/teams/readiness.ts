import { z } from 'zod';
import {
  APP_VARIABLES,
  type AppVariable,
  checkAppSettings,
  isPublicAddress,
  type Variables,
} from '../../../adapters/teams/app/settings.ts';
import { storeFileFor } from '../../../knowledge/build/build.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { readConfig } from '../../config.ts';
import { knowledgePaths, ROOT } from '../../paths.ts';
import { appPackage } from './app-package.ts';

/** One thing that Teams needs. */
export interface Check {
  /** A variable, or what else is looked at. */
  readonly name: string;
  readonly good: boolean;
  /** How it is; where it is not good, what to do. */
  readonly told: string;
}

/** Everything that Teams needs, in the order in which it is set up. Nobody is asked over the network, and no secret is told. */
export async function readiness(variables: Variables): Promise<Check[]> {
  return [
    ...ofBot(variables),
    ...ofAddress(variables),
    ...ofApp(variables),
    await ofManifest(variables),
    ofServer(variables),
    await ofStore(variables),
  ];
}

function ofBot(variables: Variables): Check[] {
  const type = given(variables, 'MicrosoftAppType') ?? 'SingleTenant';
  const managed = type === 'UserAssignedMSI';
  return [
    ofVariable(variables, 'MicrosoftAppId'),
    {
      name: 'MicrosoftAppType',
      good: managed || type === 'SingleTenant',
      told:
        managed || type === 'SingleTenant'
          ? type
          : `has to be SingleTenant or UserAssignedMSI (found "${type}"): Azure makes no other bots any more`,
    },
    ofTenant(given(variables, 'MicrosoftAppTenantId')),
    ofPassword(given(variables, 'MicrosoftAppPassword'), managed),
  ];
}

function ofTenant(tenant: string | null): Check {
  const name = 'MicrosoftAppTenantId';
  if (tenant === null) return { name, good: false, told: 'is missing: in Azure, the bot\'s "App Tenant ID"' };
  return z.guid().safeParse(tenant).success
    ? { name, good: true, told: tenant }
    : { name, good: false, told: 'has to be an id, like MicrosoftAppId: the name of a directory will not do' };
}

/** What stands in it is not told, whatever is wrong. */
function ofPassword(password: string | null, managed: boolean): Check {
  const name = 'MicrosoftAppPassword';
  if (managed) {
    return password === null
      ? { name, good: true, told: 'not needed with a managed identity' }
      : { name, good: false, told: 'has to be empty: a managed identity has none' };
  }
  if (password === null)
    return { name, good: false, told: 'is missing: in Azure, a client secret of the app registration' };
  // Azure shows an id beside each secret, and nobody can sign in with that.
  return z.guid().safeParse(password).success
    ? { name, good: false, told: 'is the id of a secret: copy the column "Value" instead, of a new secret if need be' }
    : { name, good: true, told: 'set (not shown)' };
}

function ofAddress(variables: Variables): Check[] {
  const address = given(variables, 'PUBLIC_URL');
  const { good, told } = ofVariable(variables, 'PUBLIC_URL');
  const reached = good && address !== null && isPublicAddress(address);
  return [
    {
      name: 'PUBLIC_URL',
      good: reached,
      told:
        good && !reached ? 'has to be set to the https address where Teams reaches the server, not on loopback' : told,
    },
    {
      name: 'endpoint for Azure',
      good: reached,
      told: reached ? `${new URL(address).origin}/api/messages` : 'comes from PUBLIC_URL',
    },
  ];
}

const ELSEWHERE: readonly string[] = ['MicrosoftAppId', 'PUBLIC_URL'];

function ofApp(variables: Variables): Check[] {
  return APP_VARIABLES.filter((name) => !ELSEWHERE.includes(name)).map((name) => ofVariable(variables, name));
}

/** A variable of the package. */
function ofVariable(variables: Variables, name: AppVariable): Check {
  const checked = checkAppSettings(variables);
  const fault = 'faults' in checked ? checked.faults.find(({ variable }) => variable === name) : undefined;
  if (fault) return { name, good: false, told: fault.message };
  const value = given(variables, name);
  return { name, good: true, told: value ?? 'made from MicrosoftAppId' };
}

async function ofManifest(variables: Variables): Promise<Check> {
  const name = 'manifest and icons';
  const checked = checkAppSettings(variables);
  if ('faults' in checked) return { name, good: false, told: 'cannot be made before the variables are set' };
  return ofAttempt(name, async () => {
    const { manifest } = await appPackage(checked.settings);
    return `valid: schema ${manifest.manifestVersion}, version ${manifest.version}, app ${manifest.id}`;
  });
}

function ofServer(variables: Variables): Check {
  const name = 'settings of the server';
  try {
    readConfig(variables, ROOT);
    return { name, good: true, told: 'valid' };
  } catch (error) {
    return faultOf(name, error);
  }
}

function ofStore({ DATA_DIR }: Variables): Promise<Check> {
  return ofAttempt('knowledge store', async () => {
    const { exists } = await storeFileFor(knowledgePaths(readConfig({ DATA_DIR }, ROOT).dataDir));
    if (!exists) throw new AdvisorError('STORE_MISSING');
    return 'built';
  });
}

async function ofAttempt(name: string, attempt: () => Promise<string>): Promise<Check> {
  try {
    return { name, good: true, told: await attempt() };
  } catch (error) {
    return faultOf(name, error);
  }
}

function faultOf(name: string, error: unknown): Check {
  if (!(error instanceof AdvisorError)) throw error;
  return { name, good: false, told: error.message };
}

/** Null where it is not set, or empty. */
function given(variables: Variables, name: string): string | null {
  const value = variables[name]?.trim() ?? '';
  return value === '' ? null : value;
}

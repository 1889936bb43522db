import { z } from 'zod';
import { AdvisorError } from '../knowledge/errors.ts';

const word = z.string().trim();
const guid = word.regex(
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
  'has to be an id like 00000000-0000-0000-0000-000000000000',
);
/** `chat.example.org`, or `.example.org` for every host below it. */
const HOST = /^\.?([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z\d-]*[a-z][a-z\d-]*$/i;

/** How an app signs in where it answers. */
const APP_TYPES = ['SingleTenant', 'UserAssignedMSI'] as const;

/** Environment variables of Teams; the first four are named as Azure names them. */
export const teamsEnvironment = {
  MicrosoftAppId: guid.optional(),
  MicrosoftAppType: z
    .enum(APP_TYPES, {
      error: ({ input }) =>
        input === 'MultiTenant'
          ? 'cannot be MultiTenant: Azure makes no such bots any more, and every organization could send to it. Register it as SingleTenant'
          : `has to be ${APP_TYPES.join(' or ')}`,
    })
    .default('SingleTenant'),
  MicrosoftAppTenantId: guid.optional(),
  MicrosoftAppPassword: word.optional(),
  TEAMS_SERVICE_HOSTS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((host) => host !== ''))
    .pipe(
      z.array(
        z.string().regex(HOST, 'has to be names of hosts, like chat.example.org, or .example.org for all below it'),
      ),
    )
    .default([]),
  TEAMS_UNAUTHENTICATED: z.enum(['on', 'off']).default('off'),
};
type TeamsEnvironment = z.output<z.ZodObject<typeof teamsEnvironment>>;

/** How the bot signs in at the Bot Framework's service. */
export interface TeamsApp {
  readonly appId: string;
  readonly tenantId: string;
  /** Null for a managed identity, which has none. */
  readonly password: string | null;
}

export type TeamsMode =
  | { readonly kind: 'off' }
  | { readonly kind: 'unauthenticated' }
  | { readonly kind: 'app'; readonly app: TeamsApp };

export interface TeamsConfig {
  readonly mode: TeamsMode;
  /** Hosts, beside Microsoft's, that answers may be sent to. */
  readonly serviceHosts: readonly string[];
}

/** `isForThisMachine`: whether nobody else can reach the server. Throws CONFIG_INVALID. */
export function teamsConfig(data: TeamsEnvironment, isForThisMachine: boolean): TeamsConfig {
  return { mode: modeOf(data, isForThisMachine), serviceHosts: data.TEAMS_SERVICE_HOSTS };
}

function modeOf(data: TeamsEnvironment, isForThisMachine: boolean): TeamsMode {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: password } = data;
  if (data.TEAMS_UNAUTHENTICATED === 'on') {
    const reasons = [
      ...(appId === undefined
        ? []
        : ['TEAMS_UNAUTHENTICATED: cannot be on where MicrosoftAppId is set: anybody could speak as Teams']),
      ...(isForThisMachine
        ? []
        : [
            'TEAMS_UNAUTHENTICATED: cannot be on where others can reach the server (HOST, PUBLIC_URL or PROXY_HOPS say so)',
          ]),
    ];
    if (reasons.length > 0) throw new AdvisorError('CONFIG_INVALID', reasons);
    return { kind: 'unauthenticated' };
  }
  if (appId === undefined) {
    const lonely = Object.entries({ MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: password });
    const set = lonely.flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (set.length === 0) return { kind: 'off' };
    throw new AdvisorError('CONFIG_INVALID', [
      `MicrosoftAppId: has to be set where ${set.join(' and ')} ${set.length === 1 ? 'is' : 'are'}`,
    ]);
  }
  const managed = data.MicrosoftAppType === 'UserAssignedMSI';
  const missing = [
    ...(tenantId === undefined ? ['MicrosoftAppTenantId: has to be set where MicrosoftAppId is'] : []),
    ...(password === undefined && !managed
      ? ['MicrosoftAppPassword: has to be set where MicrosoftAppId is, but for MicrosoftAppType=UserAssignedMSI']
      : []),
    ...(password !== undefined && managed
      ? ['MicrosoftAppPassword: cannot be set with MicrosoftAppType=UserAssignedMSI: a managed identity has none']
      : []),
  ];
  if (missing.length > 0 || tenantId === undefined) throw new AdvisorError('CONFIG_INVALID', missing);
  return { kind: 'app', app: { appId, tenantId, password: password ?? null } };
}

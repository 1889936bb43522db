import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { createLookupInvokes } from '../adapters/teams/lookup/lookup-invokes.ts';
import { MemberRecents } from '../adapters/teams/lookup/member-recents.ts';
import type { LookupDependencies } from '../adapters/teams/lookup/ports.ts';
import { createTeams, type Teams, type TeamsDependencies, type TeamsOptions } from '../adapters/teams/teams.ts';
import type { Logger } from './log.ts';
import type { TeamsConfig, TeamsMode } from './teams-config.ts';

/** What stands in the place of Microsoft's services, for a test. */
export interface TeamsServices extends TeamsOptions {
  readonly credentials?: ServiceClientCredentialsFactory;
}

export interface TeamsParts
  extends Omit<
    TeamsDependencies,
    'access' | 'credentials' | 'serviceHosts' | 'logger' | 'options' | 'invokes' | 'onForget' | 'publicUrl'
  > {
  readonly config: TeamsConfig;
  /** What the search, the comparison and the link previews are answered from. */
  readonly lookup: Pick<LookupDependencies, 'knowledge' | 'wording' | 'homeRegion' | 'today' | 'searches'>;
  /** Where everybody reaches the server, as it is configured; null where only programs of this machine do. */
  readonly publicUrl: string | null;
  /** Where programs of this machine reach it. */
  origin(): string;
  readonly services: TeamsServices;
  readonly logger: Logger;
}

/** The bot in Teams, as it is configured. */
export function teamsOf({ config, services, lookup, publicUrl, origin, ...parts }: TeamsParts): Teams {
  const { mode, serviceHosts } = config;
  const { credentials = credentialsOf(mode), ...options } = services;
  if (mode.kind === 'unauthenticated') {
    parts.logger.warn(
      { setting: 'TEAMS_UNAUTHENTICATED' },
      'every program on this machine can speak as Teams: for tries alone',
    );
  }
  const recents = new MemberRecents();
  return createTeams({
    ...parts,
    publicUrl: () => publicUrl ?? (mode.kind === 'unauthenticated' ? origin() : null),
    invokes: createLookupInvokes({ ...lookup, publicUrl, recents, log: parts.logger }),
    onForget: (user) => recents.forget(user),
    access: mode.kind === 'app' ? { kind: 'app', appId: mode.app.appId } : mode,
    credentials,
    serviceHosts,
    options,
  });
}

/** Without an app it signs in nowhere. */
function credentialsOf(mode: TeamsMode): ServiceClientCredentialsFactory {
  if (mode.kind !== 'app') return new ConfigurationServiceClientCredentialFactory();
  const { appId, tenantId, password } = mode.app;
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    ...(password === null
      ? { MicrosoftAppType: 'UserAssignedMsi' }
      : { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: password }),
  });
}

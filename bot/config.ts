import { join } from 'node:path';
import { z } from 'zod';
import type { DeskAccess } from '../adapters/desk/sign-in/access.ts';
import { AdvisorError } from '../knowledge/errors.ts';
import { type TeamsConfig, teamsConfig, teamsEnvironment } from './teams-config.ts';

/** An address without a path, as browsers send it in `Origin`: `https://www.example.org`. */
const origin = z
  .string()
  .trim()
  .refine(isOrigin, 'has to be an address without a path, like https://www.example.org')
  .transform((url) => new URL(url).origin);
/** Shorter ones can be guessed. */
const SHORTEST_SECRET = 32;
const secret = z.string().trim().min(SHORTEST_SECRET, `has to have at least ${SHORTEST_SECRET} characters`);

const word = z.string().trim();

/** Environment variables that the program reads; all are optional. `.env.example` lists them for an operator. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().trim().min(1).default('.data'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  HOME_REGION: z
    .enum(['CA', 'AB', 'BC', 'SK', 'MB', 'ON', 'QC', 'NB', 'NS', 'PE', 'NL', 'YT', 'NT', 'NU'])
    .default('AB'),
  PUBLIC_URL: origin.optional(),
  TRUSTED_ORIGINS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))
    .pipe(z.array(origin))
    .default([]),
  DIRECTLINE_SECRET: secret.optional(),
  SIGNING_KEY: secret.optional(),
  METRICS_TOKEN: secret.optional(),
  KEEP_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  DESK: z.enum(['auto', 'on', 'off']).default('auto'),
  OIDC_ISSUER: word
    .refine(isIssuer, 'has to be the https address of the provider (http on loopback alone), without ? and #')
    .optional(),
  OIDC_CLIENT_ID: word.optional(),
  OIDC_CLIENT_SECRET: word.optional(),
  OIDC_SCOPES: word
    .refine((scopes) => scopes.split(/\s+/).includes('openid'), 'has to have openid among its words')
    .default('openid profile'),
  OIDC_ROLES_CLAIM: word.default('roles'),
  OIDC_AGENT_ROLE: word.default('agent'),
  OIDC_EDITOR_ROLE: word.default('editor'),
  ...teamsEnvironment,
});
type Environment = z.output<typeof environment>;

/** Variables whose value is never repeated in a message. */
const SECRETS: readonly string[] = [
  'DIRECTLINE_SECRET',
  'SIGNING_KEY',
  'METRICS_TOKEN',
  'OIDC_CLIENT_SECRET',
  'MicrosoftAppPassword',
];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute folder of everything that the program writes. */
  readonly dataDir: string;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** Region whose wages are told when none is asked for. */
  readonly homeRegion: string;
  /** Where people reach the server; null on loopback, where it is the address that it listens at. */
  readonly publicUrl: string | null;
  /** Origins of the pages, beside the server's own, that may show the chat. */
  readonly trustedOrigins: readonly string[];
  /** What a server-to-server client of Direct Line shows; null where there is none. */
  readonly directLineSecret: string | null;
  /** What tokens are signed with; null for a key that is made at the first start and kept. */
  readonly signingKey: string | null;
  /** What a collector of metrics from elsewhere than loopback shows; null for none. */
  readonly metricsToken: string | null;
  /** Days that a conversation and a person are remembered after the last change. */
  readonly keepDays: number;
  /** Proxies of the operator's own before the server: so many addresses of `X-Forwarded-For` are believed. */
  readonly proxyHops: number;
  /** Requests that one address may make in a minute. */
  readonly requestsPerMinute: number;
  /** Who may use the contact-centre desk. */
  readonly desk: DeskAccess;
  /** The bot in Microsoft Teams. */
  readonly teams: TeamsConfig;
}

/** Reads the configuration; empty variables count as unset. Throws CONFIG_INVALID naming every wrong variable. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>, root: string): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new AdvisorError(
      'CONFIG_INVALID',
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        const found = SECRETS.includes(name) ? '' : ` (found "${String(given[name])}")`;
        return `${name}: ${issue.message}${found}`;
      }),
    );
  }
  const { data } = parsed;
  if (data.PUBLIC_URL === undefined && !isLoopback(data.HOST)) {
    throw new AdvisorError('CONFIG_INVALID', [
      `PUBLIC_URL: has to be set where HOST is not loopback (found "${data.HOST}"): browsers are told to come back there`,
    ]);
  }
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR.startsWith('/') ? data.DATA_DIR : join(root, data.DATA_DIR),
    logLevel: data.LOG_LEVEL,
    homeRegion: data.HOME_REGION,
    publicUrl: data.PUBLIC_URL ?? null,
    trustedOrigins: data.TRUSTED_ORIGINS,
    directLineSecret: data.DIRECTLINE_SECRET ?? null,
    signingKey: data.SIGNING_KEY ?? null,
    metricsToken: data.METRICS_TOKEN ?? null,
    keepDays: data.KEEP_DAYS,
    proxyHops: data.PROXY_HOPS,
    requestsPerMinute: data.REQUESTS_PER_MINUTE,
    desk: deskAccess(data),
    teams: teamsConfig(data, isForThisMachine(data)),
  };
}

/**
 * The desk is open where nobody else can reach it, or where people sign in. Everywhere else it stays closed while the rest is served;
 * with DESK=on that is an error.
 */
function deskAccess(data: Environment): DeskAccess {
  if (data.DESK === 'off') return { kind: 'off', because: 'switched-off' };
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined) {
    if (data.PUBLIC_URL !== undefined && !isSafeAddress(data.PUBLIC_URL)) {
      throw new AdvisorError('CONFIG_INVALID', [
        `PUBLIC_URL: has to be https where people sign in at the desk (found "${data.PUBLIC_URL}")`,
      ]);
    }
    if (data.OIDC_AGENT_ROLE === data.OIDC_EDITOR_ROLE) {
      throw new AdvisorError('CONFIG_INVALID', [
        `OIDC_EDITOR_ROLE: has to be another one than OIDC_AGENT_ROLE (found "${data.OIDC_EDITOR_ROLE}")`,
      ]);
    }
    return {
      kind: 'sign-in',
      provider: {
        issuer,
        clientId,
        clientSecret,
        scopes: data.OIDC_SCOPES,
        rolesClaim: data.OIDC_ROLES_CLAIM,
        roleNames: { agent: data.OIDC_AGENT_ROLE, editor: data.OIDC_EDITOR_ROLE },
      },
    };
  }
  const parts = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  const missing = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length < Object.keys(parts).length) {
    throw new AdvisorError(
      'CONFIG_INVALID',
      missing.map(
        (name) => `${name}: has to be set where others of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are`,
      ),
    );
  }
  if (isForThisMachine(data)) return { kind: 'this-machine' };
  if (data.DESK === 'auto') return { kind: 'off', because: 'unprotected' };
  throw new AdvisorError('CONFIG_INVALID', [
    'DESK: cannot be on where others can reach the server (HOST, PUBLIC_URL or PROXY_HOPS say so) and nobody has to sign in: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or DESK=off',
  ]);
}

/** A server that listens on loopback may still stand behind a proxy, which brings everybody. */
function isForThisMachine({ HOST, PUBLIC_URL, PROXY_HOPS }: Environment): boolean {
  return isLoopback(HOST) && PROXY_HOPS === 0 && (PUBLIC_URL === undefined || isLoopback(new URL(PUBLIC_URL).hostname));
}

/** Whether only programs of the same machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ['http:', 'https:'].includes(url.protocol) && url.origin === text.toLowerCase().replace(/\/$/, '');
}

/** Whether what is sent there cannot be read on the way. */
function isSafeAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { search, hash, username, password } = new URL(text);
  return isSafeAddress(text) && [search, hash, username, password].every((part) => part === '');
}

import { join } from 'node:path';
import { z } from 'zod';
import { AdvisorError } from '../knowledge/errors.ts';

/** Environment variables that the program reads; all are optional. `.env.example` lists them for an operator. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().trim().min(1).default('.data'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  HOME_REGION: z
    .enum(['CA', 'AB', 'BC', 'SK', 'MB', 'ON', 'QC', 'NB', 'NS', 'PE', 'NL', 'YT', 'NT', 'NU'])
    .default('AB'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute folder of everything that the program writes. */
  readonly dataDir: string;
  readonly logLevel: z.output<typeof environment>['LOG_LEVEL'];
  /** Region whose wages are told when none is asked for. */
  readonly homeRegion: string;
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
      parsed.error.issues.map(
        (issue) => `${issue.path.join('.')}: ${issue.message} (found "${String(given[String(issue.path[0])])}")`,
      ),
    );
  }
  const { PORT, HOST, DATA_DIR, LOG_LEVEL, HOME_REGION } = parsed.data;
  const dataDir = DATA_DIR.startsWith('/') ? DATA_DIR : join(root, DATA_DIR);
  return { port: PORT, host: HOST, dataDir, logLevel: LOG_LEVEL, homeRegion: HOME_REGION };
}

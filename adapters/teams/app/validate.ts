import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { z } from 'zod';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { SCHEMA } from './manifest.ts';

type Validated = Parameters<typeof AppManifestUtils.validateAgainstSchema>;

const SCHEMAS = { manifest: 'MicrosoftTeams.schema.json', localization: 'MicrosoftTeams.Localization.schema.json' };

const document = z.custom<Validated[0]>(isObject);
const schema = z.custom<NonNullable<Validated[1]>>(isObject);

/** Throws TEAMS_APP_INVALID with everything that the publisher's schema does not allow. Asks nobody: the schemas are installed. */
export async function refuseInvalid(file: string, kind: keyof typeof SCHEMAS, content: unknown): Promise<void> {
  const faults = await AppManifestUtils.validateAgainstSchema(document.parse(content), await schemaOf(kind));
  if (faults.length > 0)
    throw new AdvisorError(
      'TEAMS_APP_INVALID',
      faults.map((fault) => `${file}: ${fault}`),
    );
}

async function schemaOf(kind: keyof typeof SCHEMAS): Promise<NonNullable<Validated[1]>> {
  const path = createRequire(import.meta.url).resolve(
    `@microsoft/app-manifest/build/json-schemas/teams/v${SCHEMA}/${SCHEMAS[kind]}`,
  );
  const text = await readFile(path, 'utf8');
  // Two patterns of the localization schema leave a bracket unescaped, which a strict reader of patterns refuses.
  return schema.parse(JSON.parse(text.replaceAll(String.raw`\\b]\\.`, String.raw`\\b\\]\\.`)));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

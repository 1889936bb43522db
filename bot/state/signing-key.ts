import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AdvisorError } from '../../knowledge/errors.ts';
import { codeOf } from './state-faults.ts';

const KEY_BYTES = 32;

/**
 * What tokens are signed with: the configured key, or else the one of the file `signing.key` in the data folder, made at the first start.
 * Throws SIGNING_KEY_UNUSABLE.
 */
export async function signingKey(dataDir: string, configured: string | null): Promise<Uint8Array> {
  if (configured !== null) return new TextEncoder().encode(configured);
  const path = join(dataDir, 'signing.key');
  try {
    const key = (await read(path)) ?? (await make(dataDir, path));
    if (key.length === KEY_BYTES) return key;
    throw new AdvisorError('SIGNING_KEY_UNUSABLE', [`${path}: it has ${key.length} bytes instead of ${KEY_BYTES}`]);
  } catch (error) {
    if (error instanceof AdvisorError || !(error instanceof Error)) throw error;
    throw new AdvisorError('SIGNING_KEY_UNUSABLE', [`${path}: ${error.message}`], { cause: error });
  }
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Written whole under another name first, and then linked: of two processes that start at once the first one's key is both's. */
async function make(dataDir: string, path: string): Promise<Uint8Array> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  const key = randomBytes(KEY_BYTES);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(key);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path);
    return new Uint8Array(key);
  } catch (error) {
    const made = codeOf(error) === 'EEXIST' ? await read(path) : null;
    if (made) return made;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

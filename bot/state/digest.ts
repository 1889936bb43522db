import { createHash } from 'node:crypto';

/** What stands in the file for a text that is to be recognised there and not to be read. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

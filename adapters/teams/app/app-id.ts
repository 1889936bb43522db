import { createHash } from 'node:crypto';

/** What a version 5 UUID is told apart by from those of other rules. */
const VERSION = 0x50;
const VARIANT = 0x80;
const LENGTH = 16;

/**
 * The id of the Teams app where none is set: the UUID of version 5 (RFC 9562) whose namespace is the bot's app id and whose name is
 * `career-advisor`. The same bot gives the same app, so that a newer package updates the installed one.
 */
export function teamsAppId(botId: string): string {
  const digest = createHash('sha1')
    .update(Buffer.from(botId.replaceAll('-', ''), 'hex'))
    .update('career-advisor')
    .digest()
    .subarray(0, LENGTH);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | VERSION, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | VARIANT, 8);
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

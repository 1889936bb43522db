import { randomBytes } from 'node:crypto';

const BYTES = 18;

/** Cannot be guessed, and tells nothing of anybody. */
export function newConversationId(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** `dl_` marks an id that the server gave: clients take it from the token and keep to it. */
export function newUserId(): string {
  return `dl_${randomBytes(BYTES).toString('base64url')}`;
}

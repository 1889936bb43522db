import type { JSX } from 'preact';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';

/** One line for what is wrong, and for what has just been done. It is always there, so that screen readers notice its changes. */
export function Status({ desk }: { desk: Desk }): JSX.Element {
  const { health } = desk.server;
  const { keeping } = desk.calls;
  const wrong =
    health === 'down'
      ? words.status.down
      : health === 'slow'
        ? words.status.slow
        : health === 'signed-out'
          ? words.status.signedOut
          : keeping === 'full'
            ? words.note.full
            : keeping === 'forbidden'
              ? words.note.notKept
              : '';
  return (
    <div class={wrong === '' ? 'status' : 'status wrong'} role="status">
      {wrong !== '' && <p>{wrong}</p>}
      {health === 'signed-out' && (
        // In a tab of its own: what is on this page stays.
        <a href="/desk" target="_blank" rel="noreferrer">
          {words.status.signIn}
        </a>
      )}
      {desk.message !== '' && <p>{desk.message}</p>}
    </div>
  );
}

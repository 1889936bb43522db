import type { JSX } from 'preact';
import { callName } from '../call-name.ts';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';

export function CallTabs({ desk }: { desk: Desk }): JSX.Element {
  const { all } = desk.calls;
  return (
    <nav class="calls" aria-label={words.calls.label}>
      <ul>
        {all.map((call, index) => {
          const active = call.id === desk.call.id;
          return (
            <li key={call.id} class={active ? 'active' : ''}>
              <button type="button" aria-current={active ? 'true' : undefined} onClick={() => desk.selectCall(call.id)}>
                {callName(call)}
              </button>
              {active && (
                <button
                  type="button"
                  class="close"
                  aria-label={words.calls.close(callName(call))}
                  title={words.calls.close(callName(call))}
                  onClick={() => desk.closeCall()}
                >
                  ×
                </button>
              )}
              {!active && index === all.findIndex(({ id }) => id === desk.call.id) + 1 && <kbd>]</kbd>}
            </li>
          );
        })}
        <li>
          <button type="button" class="new" onClick={() => desk.newCall()}>
            {words.calls.open} <kbd>a</kbd>
          </button>
        </li>
      </ul>
    </nav>
  );
}

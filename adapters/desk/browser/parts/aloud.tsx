import type { JSX } from 'preact';
import type { ReadAloud } from '../../views.ts';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';

interface AloudProps {
  readonly desk: Desk;
  readonly aloud: readonly ReadAloud[];
}

/** What to read to the caller, in type that can be read from an arm's length. */
export function Aloud({ desk, aloud }: AloudProps): JSX.Element {
  const parts = aloud.flatMap(({ slowly }) => slowly);
  return (
    <div class="say">
      <div class="say-heading">
        <h4>{words.aloud.say}</h4>
        <button type="button" aria-pressed={desk.slowly} onClick={() => desk.toggleSlowly()}>
          {words.aloud.slowly} <kbd>s</kbd>
        </button>
        <button type="button" onClick={() => void desk.copyAloud()}>
          {words.aloud.copy} <kbd>c</kbd>
        </button>
      </div>
      {desk.slowly ? (
        <ol class="slowly">
          {parts.map((part, index) => (
            <li key={`${index} ${part}`}>{part}</li>
          ))}
        </ol>
      ) : (
        aloud.map(({ say }) => <p key={say}>{say}</p>)
      )}
    </div>
  );
}

export function MustNot({ lines }: { lines: readonly string[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <div class="must-not">
      <h4>{words.aloud.mustNot}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

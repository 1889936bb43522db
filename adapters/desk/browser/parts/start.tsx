import type { JSX } from 'preact';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';

/** A call that has only begun. */
export function Start({ desk }: { desk: Desk }): JSX.Element {
  const { recent } = desk.settings;
  return (
    <div class="start">
      <h2 data-place="middle" tabIndex={-1}>
        {words.start.heading}
      </h2>
      <p>{words.start.lead}</p>
      <h3>{words.recent.heading}</h3>
      {recent.length === 0 ? (
        <p>{words.recent.none}</p>
      ) : (
        <ul class="recent">
          {recent.map((subject) => (
            <li key={`${subject.code} ${subject.occupation}`}>
              <button type="button" onClick={() => desk.openSubject(subject)}>
                <span class="code">{subject.code}</span> {subject.title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

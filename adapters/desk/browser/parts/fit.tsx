import type { JSX } from 'preact';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';
import { Sources } from './facts.tsx';

export function Fit({ desk }: { desk: Desk }): JSX.Element {
  const { view, fault, loading } = desk.fit;
  const find = (event: SubmitEvent): void => {
    event.preventDefault();
    const codes = new FormData(event.currentTarget as HTMLFormElement).get('codes');
    if (typeof codes === 'string' && codes.trim() !== '') desk.findFit(codes.trim());
  };
  return (
    <article class="section" aria-busy={loading}>
      <h2 data-place="middle" tabIndex={-1}>
        {words.fit.heading}
      </h2>
      <form class="fit" onSubmit={find}>
        <label>
          {words.fit.label}
          <input
            data-place="fit"
            name="codes"
            type="text"
            autocomplete="off"
            maxLength={60}
            aria-describedby="fit-hint"
          />
        </label>
        <button type="submit">{words.fit.find}</button>
        <button type="button" onClick={() => desk.beginExercise()}>
          {words.fit.exercise}
        </button>
      </form>
      <p id="fit-hint">{words.fit.hint}</p>
      <div role="status">
        {loading && <p>{words.fit.loading}</p>}
        {fault !== null && <p class="warning">{fault}</p>}
        {view && <h3>{view.suggestions.length > 0 ? words.fit.codes(view.codes) : words.fit.none}</h3>}
      </div>
      {view && (
        <>
          <ol class="fitting">
            {view.suggestions.map(({ code, title, aloud }, index) => (
              <li key={code}>
                <kbd>{index + 1}</kbd>
                <button type="button" class="link" onClick={() => desk.openFitting(index)}>
                  <span class="code">{code}</span> {title}
                </button>
                <p class="say-small">{desk.slowly ? aloud.slowly.join(' · ') : aloud.say}</p>
              </li>
            ))}
          </ol>
          {view.closing.map(({ say, slowly }) => (
            <p key={say} class="say-small">
              {desk.slowly ? slowly.join(' · ') : say}
            </p>
          ))}
          {view.more && (
            <button type="button" onClick={() => desk.findFit(view.codes, desk.fitOffset + view.suggestions.length)}>
              {words.fit.more}
            </button>
          )}
          <Sources sources={view.sources} />
          {view.notes.map((note) => (
            <p key={note} class="note">
              {note}
            </p>
          ))}
        </>
      )}
    </article>
  );
}

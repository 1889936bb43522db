import type { JSX } from 'preact';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';

export function NotePanel({ desk }: { desk: Desk }): JSX.Element {
  const { call, me } = desk;
  return (
    <section class="note-panel" aria-labelledby="note-heading">
      <div class="panel-heading">
        <h2 id="note-heading">
          {words.note.heading} <kbd>e</kbd>
        </h2>
        <small>{words.note.kept}</small>
      </div>
      <textarea
        data-place="note"
        aria-label={words.note.label}
        value={call.note}
        onInput={(event) => desk.note.write(event.currentTarget.value)}
      />
      <div class="panel-tools">
        <button type="button" class="main" onClick={() => void desk.copyNote()}>
          {words.note.copy} <kbd>n</kbd>
        </button>
        <button type="button" onClick={() => desk.clearNote()}>
          {words.note.clear} <kbd>x</kbd>
        </button>
        {me?.contact && (
          <button type="button" title={`${me.contact.name}, ${me.contact.phone}`} onClick={() => desk.givePhone()}>
            {words.note.phone} <kbd>p</kbd>
          </button>
        )}
      </div>
    </section>
  );
}

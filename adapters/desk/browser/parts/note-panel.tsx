import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';

export function NotePanel({ desk }: { desk: Desk }): JSX.Element {
  const { call, me } = desk;
  const text = useRef<HTMLTextAreaElement>(null);
  // What has just been added is seen, unless the agent is writing elsewhere in it.
  useEffect(() => {
    const area = text.current;
    if (area && area !== document.activeElement) area.scrollTop = area.scrollHeight;
  }, [call.id, call.note]);
  return (
    <section class="note-panel" aria-labelledby="note-heading">
      <div class="panel-heading">
        <h2 id="note-heading">
          {words.note.heading} <kbd>e</kbd>
        </h2>
        <small>{words.note.kept}</small>
      </div>
      <textarea
        ref={text}
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

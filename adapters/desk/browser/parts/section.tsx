import type { JSX } from 'preact';
import type { SectionView, SheetView } from '../../views.ts';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';
import { Aloud, MustNot } from './aloud.tsx';
import { Notes, Picture, Sources, Table } from './facts.tsx';

/** One section: first what to mind, then what to say, then all that it rests on. */
export function Section({ desk, section, sheet }: { desk: Desk; section: SectionView; sheet: SheetView }): JSX.Element {
  const { name, notes, aloud, mustNotSay, lead, items, table, picture, sources, available } = section;
  const told = desk.note.isTold(section, sheet);
  return (
    <section class="section" aria-labelledby="section-name">
      <div class="section-heading">
        <h3 id="section-name" data-place="middle" tabIndex={-1}>
          {name}
        </h3>
        {available && (
          <button type="button" aria-pressed={told} onClick={() => desk.toggleTold()}>
            {told ? words.aloud.told : words.aloud.tell} <kbd>t</kbd>
          </button>
        )}
      </div>
      <Notes notes={notes.filter(({ kind }) => kind === 'warning')} />
      <div class="told">
        {aloud.length > 0 ? <Aloud desk={desk} aloud={aloud} /> : <Lines lines={lead} />}
        {(mustNotSay.length > 0 || table || picture) && (
          <div class="beside">
            <MustNot lines={mustNotSay} />
            {table && <Table table={table} label={name} />}
            {picture && <Picture picture={picture} />}
          </div>
        )}
      </div>
      {aloud.length > 0 && lead.length > 0 && (
        <div class="written">
          <h4>{words.facts.written}</h4>
          <Lines lines={lead} />
        </div>
      )}
      {items.length > 0 && (
        <ul class="items">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      <Notes notes={notes.filter(({ kind }) => kind === 'note')} />
      <Sources sources={sources} give={() => desk.giveLink()} />
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }): JSX.Element {
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

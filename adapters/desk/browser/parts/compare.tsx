import type { JSX } from 'preact';
import { MOST_COMPARED } from '../comparison.ts';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';
import { Aloud } from './aloud.tsx';
import { Notes, Picture, Sources, Table } from './facts.tsx';
import { SearchBox } from './search-box.tsx';

export function Compare({ desk }: { desk: Desk }): JSX.Element {
  const { view, fault, loading } = desk.comparison.found;
  const { compared } = desk.call;
  return (
    <article class="section" aria-busy={loading}>
      <h2 data-place="middle" tabIndex={-1}>
        {words.compare.heading}
      </h2>
      <ul class="chips">
        {compared.map((subject) => (
          <li key={`${subject.code} ${subject.occupation}`}>
            <button type="button" class="link" onClick={() => desk.openSubject(subject)}>
              <span class="code">{subject.code}</span> {subject.title}
            </button>
            <button
              type="button"
              class="close"
              aria-label={words.compare.remove(subject.title)}
              title={words.compare.remove(subject.title)}
              onClick={() => desk.toggleCompared(subject)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {compared.length < MOST_COMPARED && (
        <SearchBox search={desk.comparison.search} label={words.compare.add} shortcut="v" />
      )}
      {compared.length < 2 && <p>{words.compare.empty}</p>}
      {fault !== null && <p class="warning">{fault}</p>}
      {loading && <p>{words.compare.loading}</p>}
      {view && (
        <>
          <h3 class="unseen">{view.titles.map(({ title }) => title).join(', ')}</h3>
          <Notes notes={view.notes.filter(({ kind }) => kind === 'warning')} />
          <Aloud desk={desk} aloud={view.aloud} />
          <div class={view.picture ? 'side-by-side' : ''}>
            <Table table={view.table} label={words.compare.heading} />
            {view.picture && <Picture picture={view.picture} />}
          </div>
          <Notes notes={view.notes.filter(({ kind }) => kind === 'note')} />
          <Sources sources={view.sources} />
        </>
      )}
    </article>
  );
}

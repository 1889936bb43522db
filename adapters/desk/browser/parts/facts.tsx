import type { JSX } from 'preact';
import type { SectionView, SourceView, TableView } from '../../views.ts';
import { words } from '../words.ts';

export function Notes({ notes }: { notes: SectionView['notes'] }): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map(({ kind, text }) => (
        <li key={text} class={kind}>
          {kind === 'warning' && <b>{words.sheet.warning}:</b>} {kind === 'warning' ? words.sheet.warned(text) : text}
        </li>
      ))}
    </ul>
  );
}

export function Table({ table, label }: { table: TableView; label: string }): JSX.Element {
  return (
    // Wide tables are scrolled by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus.
    <section class="table" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.facts.corner}</th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ label: row, cells }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {cells.map((cell, index) => (
                <td key={table.columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Picture({ picture }: { picture: { readonly url: string; readonly alt: string } }): JSX.Element {
  return <img class="picture" src={picture.url} alt={picture.alt} />;
}

export function Sources({ sources, give }: { sources: readonly SourceView[]; give?: () => void }): JSX.Element | null {
  if (sources.length === 0) return null;
  return (
    <div class="sources">
      <h4>{words.facts.sources}</h4>
      {give && (
        <button type="button" onClick={give}>
          {words.facts.give} <kbd>l</kbd>
        </button>
      )}
      <ul>
        {sources.map(({ citation, title, publisher, url, period, freshness }) => (
          <li key={citation}>
            <a href={url} target="_blank" rel="noreferrer" title={citation}>
              {title}
            </a>
            , {publisher}. {period === '' ? words.facts.noPeriod : words.facts.period(period)}{' '}
            {period !== '' && <span class={`freshness ${freshness}`}>{words.facts.freshness[freshness]}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

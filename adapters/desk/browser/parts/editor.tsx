import type { JSX } from 'preact';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';
import { Table } from './facts.tsx';

/** What an editor looks after: what could not be answered, and how old the data is. */
export function Editor({ desk }: { desk: Desk }): JSX.Element {
  const { gaps, freshness } = desk;
  const { columns, kinds } = words.editor;
  return (
    <article class="section">
      <h2 data-place="middle" tabIndex={-1}>
        {words.editor.heading}
      </h2>
      <h3>{words.editor.gaps}</h3>
      {gaps.fault !== null && <p class="warning">{gaps.fault}</p>}
      {gaps.view?.gaps.length === 0 && <p>{words.editor.noGaps}</p>}
      {gaps.view && gaps.view.gaps.length > 0 && (
        <Table
          label={words.editor.gaps}
          table={{
            columns: [columns.kind, columns.count, columns.last],
            rows: gaps.view.gaps.map(({ kind, words: asked, count, last }) => ({
              label: asked,
              cells: [kinds[kind], String(count), last],
            })),
          }}
        />
      )}
      {gaps.view && gaps.view.sealed > 0 && <p>{words.editor.sealed(gaps.view.sealed)}</p>}
      <h3>{words.editor.freshness}</h3>
      {freshness.fault !== null && <p class="warning">{freshness.fault}</p>}
      {freshness.view && (
        <Table
          label={words.editor.freshness}
          table={{
            columns: [columns.periods, columns.facts, columns.state],
            rows: freshness.view.sources.map((source) => ({
              label: source.title,
              cells: [source.periods, String(source.facts), words.facts.freshness[source.freshness]],
            })),
          }}
        />
      )}
    </article>
  );
}

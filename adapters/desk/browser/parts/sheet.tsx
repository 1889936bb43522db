import type { JSX } from 'preact';
import type { SectionView, SheetView } from '../../views.ts';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';
import { Picture, Table } from './facts.tsx';
import { Section } from './section.tsx';
import { Start } from './start.tsx';

/** As many as there are number keys. */
const KEYED_SECTIONS = 9;

export function Sheet({ desk }: { desk: Desk }): JSX.Element {
  const { view, fault, loading } = desk.sheet;
  const { subject } = desk.call;
  if (!subject) return <Start desk={desk} />;
  if (!view) {
    return (
      <>
        <h2 data-place="middle" tabIndex={-1}>
          {subject.title}
        </h2>
        <p>{fault ?? words.sheet.loading}</p>
      </>
    );
  }
  const { section } = desk;
  return (
    <article class="sheet" aria-busy={loading}>
      <Heading desk={desk} sheet={view} />
      <div class={section ? 'sheet-body' : 'sheet-body at-glance'}>
        <nav class="sections" aria-label={words.sheet.sections}>
          <ol>
            <li>
              <Jump desk={desk} topic={null} name={words.sheet.glance} number={0} current={section === null} />
            </li>
            {view.sections.map(({ topic, name, available }, index) => (
              <li key={topic} class={`${available ? '' : 'missing'} ${index < KEYED_SECTIONS ? 'keyed' : ''}`}>
                <Jump desk={desk} topic={topic} name={name} number={index + 1} current={section?.topic === topic} />
              </li>
            ))}
          </ol>
        </nav>
        {section ? <Section desk={desk} section={section} sheet={view} /> : <Glance desk={desk} sheet={view} />}
      </div>
    </article>
  );
}

function Heading({ desk, sheet }: { desk: Desk; sheet: SheetView }): JSX.Element {
  // A section's own heading takes the focus where one is open.
  const place = desk.section ? undefined : 'middle';
  const { subject, compared } = desk.call;
  const isCompared = subject !== null && desk.comparison.has(subject);
  return (
    <div class="heading">
      <h2 data-place={place} tabIndex={-1}>
        <span class="code">{sheet.code}</span> {sheet.title}
        {sheet.group !== sheet.title && <small> {words.sheet.inGroup(sheet.group)}</small>}
        <small> · {sheet.region.name}</small>
      </h2>
      <button type="button" aria-pressed={isCompared} onClick={() => desk.toggleCompared()}>
        {isCompared ? words.sheet.compared : words.sheet.compare} <kbd>+</kbd>
      </button>
      {compared.length > 0 && (
        <button type="button" onClick={() => desk.show('compare')}>
          {words.compare.heading} ({compared.length}) <kbd>v</kbd>
        </button>
      )}
    </div>
  );
}

interface JumpProps {
  readonly desk: Desk;
  readonly topic: string | null;
  readonly name: string;
  readonly number: number;
  readonly current: boolean;
}

function Jump({ desk, topic, name, number, current }: JumpProps): JSX.Element {
  return (
    <button type="button" aria-current={current ? 'page' : undefined} onClick={() => desk.openSection(topic)}>
      {number <= KEYED_SECTIONS ? <kbd>{number}</kbd> : <i />}
      {name}
    </button>
  );
}

/** Sections that have a key are the essentials: seen without scrolling, each with what it says first, the wage with its table and picture. */
function Glance({ desk, sheet }: { desk: Desk; sheet: SheetView }): JSX.Element {
  return (
    <ul class="glance">
      {sheet.sections.slice(0, KEYED_SECTIONS).map((section, index) => (
        <li
          key={section.topic}
          class={`${section.available ? '' : 'missing'} ${section.table && section.picture ? 'pictured' : ''}`}
        >
          <h3>
            <kbd>{index + 1}</kbd>{' '}
            <button type="button" onClick={() => desk.openSection(section.topic)}>
              {section.name}
            </button>
          </h3>
          <Warnings section={section} />
          <p>{section.available ? [...section.lead, ...section.items].join(' ') : words.sheet.nothing}</p>
          {section.table && section.picture && (
            <div class="side-by-side">
              <Table table={section.table} label={section.name} />
              <Picture picture={section.picture} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Warnings({ section }: { section: SectionView }): JSX.Element | null {
  const [first] = section.notes.filter(({ kind }) => kind === 'warning');
  return first ? (
    <p class="warning">
      <b>{words.sheet.warning}:</b> {words.sheet.warned(first.text)}
    </p>
  ) : null;
}

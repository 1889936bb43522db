import type { JSX } from 'preact';
import type { CandidateView } from '../../views.ts';
import { focusOn } from '../focus.ts';
import { LONGEST_QUERY, type Search, type SearchOption } from '../search.ts';
import { words } from '../words.ts';

interface SearchBoxProps {
  readonly search: Search;
  readonly label: string;
  /** Key that leads to it. */
  readonly shortcut: string;
}

/** A combobox whose list is open while there is something to choose, or to say about what was typed. */
export function SearchBox({ search, label, shortcut }: SearchBoxProps): JSX.Element {
  const { view, options, open, place } = search;
  const expanded = open && options.length > 0;
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') search.move(1);
    else if (event.key === 'ArrowUp') search.move(-1);
    else if (event.key === 'Enter') search.enter();
    else if (event.key === 'Escape' && search.text !== '') search.clear();
    else if (event.key === 'Escape') focusOn('middle');
    else return;
    event.preventDefault();
  };
  return (
    <search class="search">
      <label>
        <span>
          {label} <kbd>{shortcut}</kbd>
        </span>
        <input
          data-place={place}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={place === 'search' ? words.search.placeholder : ''}
          aria-autocomplete="list"
          aria-expanded={expanded}
          aria-controls={place}
          aria-activedescendant={expanded ? optionId(search) : undefined}
          value={search.text}
          onInput={(event) => search.type(event.currentTarget.value)}
          onKeyDown={press}
          onFocus={() => search.text !== '' && search.move(0)}
          onBlur={() => search.close()}
        />
      </label>
      <p role="status" class="unseen">
        {said(search)}
      </p>
      <div class="found" hidden={!open || search.text.trim() === ''}>
        {search.cut && <p class="cut">{words.search.cut(LONGEST_QUERY)}</p>}
        {search.fault !== null && <p class="cut">{search.fault}</p>}
        {!view && search.pending && <p>{words.search.searching}</p>}
        {view?.didYouMean && <p>{words.search.didYouMean(view.didYouMean)}</p>}
        {view?.opens && <p>{words.search.opens(view.opens)}</p>}
        {view?.question && (
          <p class="question">
            <b>{words.search.ask}</b> <span>{view.question}</span>
          </p>
        )}
        {view && options.length === 0 && <p>{words.search.none(view.query)}</p>}
        <div id={place} role="listbox" aria-label={words.search.results} aria-busy={search.pending}>
          {open && options.map((option, index) => <Option key={keyOf(option)} {...{ search, option, index }} />)}
        </div>
      </div>
    </search>
  );
}

function Option({ search, option, index }: { search: Search; option: SearchOption; index: number }): JSX.Element {
  const selected = index === search.active;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which points to the option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the box's.
    <div
      id={optionId(search, index)}
      role="option"
      aria-selected={selected}
      ref={(element) => {
        if (selected) element?.scrollIntoView({ block: 'nearest' });
      }}
      // Before the box loses the focus and closes.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => search.pick(index)}
    >
      {option.kind === 'section' ? (
        <>
          <b>{words.search.section(option.name)}</b> <small>{words.search.sectionHint}</small>
        </>
      ) : (
        <>
          <span class="code">{option.candidate.code}</span> <strong>{option.candidate.title}</strong>{' '}
          <span>{option.candidate.gist}</span> <small>{matched(option.candidate)}</small>
        </>
      )}
    </div>
  );
}

/** The reason names the title as a rule. */
function matched({ matchedTitle, why }: CandidateView): string {
  return why.includes(matchedTitle) ? why : words.search.matched(matchedTitle, why);
}

/** For those who do not see the list. */
function said({ view, options, pending, open, cut }: Search): string {
  if (!open || !view || pending) return cut ? words.search.cut(LONGEST_QUERY) : '';
  if (options.length === 0) return words.search.none(view.query);
  return [
    view.didYouMean === null ? '' : words.search.didYouMean(view.didYouMean),
    view.opens === null ? '' : words.search.opens(view.opens),
    view.question === null ? '' : `${words.search.ask}: ${view.question}`,
    words.search.count(options.length),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function optionId({ place, active }: Search, index = active): string {
  return `${place}-${index}`;
}

function keyOf(option: SearchOption): string {
  return option.kind === 'section' ? option.topic : `${option.candidate.code} ${option.candidate.occupation}`;
}

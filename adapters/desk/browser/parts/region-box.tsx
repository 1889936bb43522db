import type { JSX } from 'preact';
import { focusOn } from '../focus.ts';
import type { RegionPick } from '../region-pick.ts';
import { words } from '../words.ts';

const LIST = 'regions';

/** A combobox: opened by its key it shows the provinces and what is near; letters find any place. */
export function RegionBox({ pick, ready }: { pick: RegionPick; ready: boolean }): JSX.Element {
  const { open, options, active, typed, name } = pick;
  const expanded = open && options.length > 0;
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') pick.move(1);
    else if (event.key === 'ArrowUp') pick.move(-1);
    else if (event.key === 'Enter') {
      if (open) pick.pick(active);
      focusOn('middle');
    } else if (event.key === 'Escape') {
      pick.close();
      focusOn('middle');
    } else return;
    event.preventDefault();
  };
  return (
    <div class="region">
      <label>
        <span>
          {words.region.label} <kbd>r</kbd>
        </span>
        <input
          data-place="region"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          disabled={!ready}
          aria-autocomplete="list"
          aria-expanded={expanded}
          aria-controls={LIST}
          aria-activedescendant={expanded ? `${LIST}-${active}` : undefined}
          value={typed ?? name}
          onInput={(event) => pick.type(event.currentTarget.value)}
          onKeyDown={press}
          onFocus={() => pick.begin()}
          onBlur={() => pick.close()}
        />
      </label>
      <p role="status" class="unseen">
        {open && typed !== null ? words.region.count(options.length) : ''}
      </p>
      <div class="found" hidden={!open}>
        {options.length === 0 && <p>{words.region.none}</p>}
        <div id={LIST} role="listbox" aria-label={words.region.label}>
          {open &&
            options.map((region, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which points to the option.
              // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the box's.
              <div
                key={region.id}
                id={`${LIST}-${index}`}
                role="option"
                aria-selected={index === active}
                ref={(element) => {
                  if (index === active) element?.scrollIntoView({ block: 'nearest' });
                }}
                // Before the box loses the focus and closes.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick.pick(index)}
              >
                {region.name}
              </div>
            ))}
        </div>
      </div>
    </div>
  );
}

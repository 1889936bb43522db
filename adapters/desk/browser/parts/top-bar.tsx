import type { JSX } from 'preact';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';
import { RegionBox } from './region-box.tsx';
import { SearchBox } from './search-box.tsx';

export function TopBar({ desk }: { desk: Desk }): JSX.Element {
  const { me } = desk;
  return (
    <header class="top">
      <h1>{words.name}</h1>
      <SearchBox search={desk.search} label={words.search.label} shortcut="/" />
      <RegionBox pick={desk.regionPick} ready={me !== null} />
      <nav class="tools" aria-label={words.title}>
        <button type="button" aria-pressed={desk.shown === 'fit'} onClick={() => desk.show('fit')}>
          {words.fit.heading} <kbd>f</kbd>
        </button>
        <button type="button" aria-pressed={desk.botOpen} onClick={() => desk.toggleBot()}>
          {words.bot.open} <kbd>b</kbd>
        </button>
        {me?.roles.includes('editor') && (
          <button type="button" aria-pressed={desk.shown === 'editor'} onClick={() => desk.show('editor')}>
            {words.editor.open}
          </button>
        )}
        <button type="button" onClick={() => desk.ask('keys')}>
          {words.keys.open} <kbd>?</kbd>
        </button>
        {me?.signOut && (
          <a href={me.signOut} title={me.name === null ? '' : words.status.signedInAs(me.name)}>
            {words.status.signOut}
          </a>
        )}
      </nav>
    </header>
  );
}

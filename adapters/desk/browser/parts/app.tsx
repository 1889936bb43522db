import type { JSX } from 'preact';
import type { Desk } from '../desk.ts';
import { BotPanel } from './bot-panel.tsx';
import { CallTabs } from './call-tabs.tsx';
import { Compare } from './compare.tsx';
import { AskDialog, FullDialog, KeysDialog } from './dialogs.tsx';
import { Editor } from './editor.tsx';
import { Fit } from './fit.tsx';
import { NotePanel } from './note-panel.tsx';
import { Sheet } from './sheet.tsx';
import { Status } from './status.tsx';
import { TopBar } from './top-bar.tsx';

export function App({ desk }: { desk: Desk }): JSX.Element {
  const Middle = { sheet: Sheet, compare: Compare, fit: Fit, editor: Editor }[desk.shown];
  return (
    <>
      <TopBar desk={desk} />
      <CallTabs desk={desk} />
      <Status desk={desk} />
      <div class="columns">
        <main class="middle">
          <Middle desk={desk} />
        </main>
        <aside class={desk.botOpen ? 'side with-bot' : 'side'}>
          <NotePanel desk={desk} />
          {desk.botOpen && <BotPanel desk={desk} />}
        </aside>
      </div>
      {desk.dialog === 'keys' && <KeysDialog desk={desk} />}
      {desk.dialog === 'full' && <FullDialog desk={desk} />}
      {(desk.dialog === 'clear' || desk.dialog === 'close') && <AskDialog desk={desk} about={desk.dialog} />}
    </>
  );
}

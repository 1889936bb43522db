import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { callName } from '../call-name.ts';
import type { Desk } from '../desk.ts';
import { KEYS } from '../keys.ts';
import { words } from '../words.ts';

interface ModalProps {
  readonly heading: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back. */
function Modal({ heading, onClose, children }: ModalProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-heading" onClose={onClose}>
      <h2 id="dialog-heading">{heading}</h2>
      {children}
    </dialog>
  );
}

export function KeysDialog({ desk }: { desk: Desk }): JSX.Element {
  const close = (): void => desk.answered('keys');
  const { settings } = desk;
  return (
    <Modal heading={words.keys.heading} onClose={close}>
      <p>{words.keys.lead}</p>
      <dl class="keys">
        {KEYS.map(({ does, shown }) => (
          <div key={does}>
            <dt>
              <kbd>{shown}</kbd>
            </dt>
            <dd>{words.keys.does[does]}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input
          type="checkbox"
          checked={settings.singleKeys}
          onChange={(event) => {
            settings.singleKeys = event.currentTarget.checked;
          }}
        />{' '}
        {words.keys.single}
      </label>
      <div class="panel-tools">
        <button type="button" class="main" onClick={close}>
          {words.keys.close}
        </button>
      </div>
    </Modal>
  );
}

/** Asked only before something is lost. */
export function AskDialog({ desk, about }: { desk: Desk; about: 'clear' | 'close' }): JSX.Element {
  const close = (): void => desk.answered(about);
  const { heading, text, copyFirst, confirm } = words.ask[about];
  const lose = (): void => (about === 'clear' ? desk.clearNote(true) : desk.closeCall(true));
  return (
    <Modal heading={heading} onClose={close}>
      <p>{text}</p>
      <div class="panel-tools">
        <button type="button" class="main" onClick={() => void desk.copyNote().then((copied) => copied && lose())}>
          {copyFirst}
        </button>
        <button type="button" onClick={lose}>
          {confirm}
        </button>
        <button type="button" onClick={close}>
          {words.ask.keep}
        </button>
      </div>
    </Modal>
  );
}

/** There is room for no more calls: an agent who typed on would write into the note of another caller. */
export function FullDialog({ desk }: { desk: Desk }): JSX.Element {
  const close = (): void => desk.answered('full');
  const { all } = desk.calls;
  return (
    <Modal heading={words.calls.full(all.length)} onClose={close}>
      <p>{words.calls.whichToClose}</p>
      <ul class="recent">
        {all.map((call) => (
          <li key={call.id}>
            <button type="button" onClick={() => desk.closeThat(call.id)}>
              {words.calls.close(callName(call))}
            </button>
          </li>
        ))}
      </ul>
      <div class="panel-tools">
        <button type="button" onClick={close}>
          {words.calls.keepAll}
        </button>
      </div>
    </Modal>
  );
}

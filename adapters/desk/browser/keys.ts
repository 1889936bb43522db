import type { Desk } from './desk.ts';
import { focusOn } from './focus.ts';
import type { words } from './words.ts';

interface Key {
  readonly does: keyof typeof words.keys.does;
  /** As it is shown. */
  readonly shown: string;
  /** Values of `KeyboardEvent.key`. */
  readonly keys: readonly string[];
  press(desk: Desk, key: string): void;
}

/** One table for what keys do and for the list that shows them. */
export const KEYS: readonly Key[] = [
  { does: 'search', shown: '/  Ctrl+K', keys: ['/'], press: () => focusOn('search') },
  {
    does: 'section',
    shown: '1 - 9',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    press: (desk, key) => {
      const at = Number(key) - 1;
      const section = desk.sheet.view?.sections[at];
      if (desk.shown === 'fit') desk.openFitting(at);
      else if (section) desk.openSection(section.topic);
    },
  },
  { does: 'glance', shown: '0', keys: ['0'], press: (desk) => desk.sheet.view && desk.openSection(null) },
  { does: 'region', shown: 'r', keys: ['r'], press: () => focusOn('region') },
  { does: 'slowly', shown: 's', keys: ['s'], press: (desk) => desk.toggleSlowly() },
  { does: 'copy', shown: 'c', keys: ['c'], press: (desk) => void desk.copyAloud() },
  { does: 'tell', shown: 't', keys: ['t'], press: (desk) => desk.toggleTold() },
  { does: 'link', shown: 'l', keys: ['l'], press: (desk) => desk.giveLink() },
  { does: 'phone', shown: 'p', keys: ['p'], press: (desk) => desk.givePhone() },
  { does: 'add', shown: '+', keys: ['+', '='], press: (desk) => desk.toggleCompared() },
  {
    does: 'compare',
    shown: 'v',
    keys: ['v'],
    press: (desk) => (desk.shown === 'compare' ? focusOn('adding') : desk.show('compare')),
  },
  { does: 'fit', shown: 'f', keys: ['f'], press: (desk) => desk.show('fit') },
  { does: 'bot', shown: 'b', keys: ['b'], press: (desk) => desk.toggleBot(true) },
  { does: 'edit', shown: 'e', keys: ['e'], press: () => focusOn('note') },
  { does: 'copyNote', shown: 'n', keys: ['n'], press: (desk) => void desk.copyNote() },
  { does: 'clearNote', shown: 'x', keys: ['x'], press: (desk) => desk.clearNote() },
  { does: 'newCall', shown: 'a', keys: ['a'], press: (desk) => desk.newCall() },
  { does: 'nextCall', shown: ']', keys: [']'], press: (desk) => desk.nextCall() },
  { does: 'closeCall', shown: 'w', keys: ['w'], press: (desk) => desk.closeCall() },
  { does: 'help', shown: '?', keys: ['?'], press: (desk) => desk.ask('keys') },
  { does: 'leave', shown: 'Esc', keys: ['Escape'], press: leave },
];

const BY_KEY = new Map(KEYS.flatMap((key) => key.keys.map((value) => [value, key] as const)));

/** Keys that work wherever the focus is, and single ones that work outside of fields. */
export function listenToKeys(desk: Desk): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    // A dialog has its own keys; a held key is pressed once.
    if (event.defaultPrevented || event.isComposing || desk.dialog !== null) return;
    if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') {
      event.preventDefault();
      focusOn('search');
      return;
    }
    const known = BY_KEY.get(key);
    const inField = event.target instanceof Element && event.target.matches('input, textarea, select');
    if (!known || ctrlKey || metaKey || altKey || event.repeat) return;
    if (key !== 'Escape' && (inField || !desk.settings.singleKeys)) return;
    event.preventDefault();
    known.press(desk, key);
  });
}

/** Out of a field first, then back one step at a time. */
function leave(desk: Desk): void {
  const { activeElement } = document;
  if (activeElement?.matches('input, textarea, select')) focusOn('middle');
  else if (desk.shown !== 'sheet') desk.show('sheet');
  else if (desk.call.topic !== null) desk.openSection(null);
}

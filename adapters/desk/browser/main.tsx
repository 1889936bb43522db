import { render } from 'preact';
import { Desk } from './desk.ts';
import { listenToKeys } from './keys.ts';
import { App } from './parts/app.tsx';

const root = document.querySelector('#desk');
if (root) {
  root.textContent = '';
  let drawing = false;
  // Many changes at once are drawn once, before the next frame.
  const desk = new Desk(() => {
    if (drawing) return;
    drawing = true;
    queueMicrotask(() => {
      drawing = false;
      render(<App desk={desk} />, root);
    });
  });
  listenToKeys(desk);
  desk.start();
}

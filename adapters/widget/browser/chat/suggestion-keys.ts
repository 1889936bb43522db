const SAME: Readonly<Record<string, string>> = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' };

/** Suggestions stand side by side and below each other, as they fit. Web Chat goes from one to the next by left and right alone. */
export function goUpAndDown(place: HTMLElement): void {
  place.addEventListener(
    'keydown',
    (event) => {
      const key = SAME[event.key];
      const { target } = event;
      if (key === undefined || !(target instanceof HTMLElement) || !target.closest('.webchat__suggested-actions'))
        return;
      event.preventDefault();
      event.stopPropagation();
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    },
    { capture: true },
  );
}

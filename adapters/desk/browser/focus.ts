/** Places that keys lead to, by the mark that they carry. */
export type Place = 'search' | 'adding' | 'region' | 'middle' | 'note' | 'bot' | 'fit';

/** As soon as what has just changed is drawn, and before the next key: an agent types on without a pause. */
export function focusOn(place: Place): void {
  queueMicrotask(() => {
    const found = document.querySelector<HTMLElement>(`[data-place="${place}"]`);
    if (!found) return;
    found.focus();
    if (found instanceof HTMLInputElement) found.select();
    // Behind "Next step:", where there is something to add.
    if (found instanceof HTMLTextAreaElement) found.setSelectionRange(found.value.length, found.value.length);
  });
}

/** Characters that a message may have; the server takes no more. */
const MOST = 4_000;

/** Keeps what is typed or pasted into Web Chat's box to the most that is taken, and tells when that is reached. */
export function limitLength(place: HTMLElement, reached: (most: number) => void): void {
  // Web Chat makes its box anew as it likes: looked for when it is used.
  place.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) target.maxLength = MOST;
  });
  place.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.value.length >= MOST) reached(MOST);
  });
}

export function shortened(text: string): string {
  return text.slice(0, MOST);
}

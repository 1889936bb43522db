const SCROLLED = '.webchat__basic-transcript__scrollable';
const CONTENT = '.webchat__basic-transcript__transcript';
/** Time in which Web Chat may still be on its way to another place. */
const UNDER_WAY_MS = 2_000;
/** By these a visitor looks for something else than the end. */
const LOOKING = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps the end of the transcript in view while suggestions and pictures come in and take room: Web Chat lets go of it once it has shown a
 * message from its top.
 */
export class TranscriptEnd {
  readonly #mount: HTMLElement;
  readonly #sizes = new ResizeObserver(() => this.#go());
  #kept = false;
  #keptAt = 0;

  constructor(mount: HTMLElement) {
    this.#mount = mount;
    for (const event of LOOKING) mount.addEventListener(event, () => this.leave(), { capture: true, passive: true });
    const moved = (): void => {
      if (performance.now() - this.#keptAt < UNDER_WAY_MS) this.#go();
    };
    mount.addEventListener('scroll', moved, { capture: true, passive: true });
  }

  /** From now on the end is shown, until the visitor looks elsewhere. */
  keep(): void {
    this.#kept = true;
    this.#keptAt = performance.now();
    // What is to be shown is rendered by then.
    window.requestAnimationFrame(() => {
      for (const part of this.#mount.querySelectorAll(`${SCROLLED}, ${CONTENT}`)) this.#sizes.observe(part);
      this.#go();
    });
  }

  leave(): void {
    this.#kept = false;
  }

  /** Looks after nothing any more. */
  end(): void {
    this.leave();
    this.#sizes.disconnect();
  }

  #go(): void {
    const scrolled = this.#kept && this.#mount.querySelector(SCROLLED);
    if (scrolled) scrolled.scrollTop = scrolled.scrollHeight;
  }
}

/** Work under way, by key: the same work asked for again meanwhile is done once. */
export class Underway<Result> {
  readonly #running = new Map<string, Promise<Result>>();

  once(key: string, work: () => Promise<Result>): Promise<Result> {
    const running = this.#running.get(key);
    if (running) return running;
    const begun = work().finally(() => this.#running.delete(key));
    this.#running.set(key, begun);
    return begun;
  }

  /** Waits until nothing is under way, however it ends. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }
}

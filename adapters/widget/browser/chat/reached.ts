const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/** Waits until the server answers, or the browser says that there is no network. */
export async function reachedInTheEnd(): Promise<void> {
  for (let wait = FIRST_WAIT_MS; window.navigator.onLine; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      const { ok } = await fetch(window.location.pathname, { method: 'HEAD', cache: 'no-store', credentials: 'omit' });
      if (ok) return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => window.setTimeout(resolve, wait));
  }
}

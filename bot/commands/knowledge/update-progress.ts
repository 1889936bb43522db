import type { Progress } from '../../../knowledge/update/download.ts';

const EVERY_MS = 200;

/** Progress of a download on a terminal: one line that is written over; nothing where nobody watches. */
export function downloadProgress(): (step: Progress) => void {
  if (!process.stderr.isTTY) return () => undefined;
  let last = 0;
  return ({ id, receivedBytes, totalBytes, attempt }) => {
    const ended = receivedBytes === totalBytes;
    if (!ended && Date.now() - last < EVERY_MS) return;
    last = Date.now();
    const share = totalBytes ? ` of ${megabytes(totalBytes)}` : '';
    const again = attempt > 1 ? `, attempt ${attempt}` : '';
    process.stderr.write(`\r\x1b[KDownloading ${id}: ${megabytes(receivedBytes)}${share}${again}${ended ? '\n' : ''}`);
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

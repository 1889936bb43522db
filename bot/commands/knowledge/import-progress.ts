import type { ImportStep } from '../../../knowledge/import/import-folder.ts';

/** Progress lines are written over no more often than this. */
const EVERY_MS = 100;

/** On a terminal one line that is written over; elsewhere one line a file, so that a log shows where the work is. */
export function importProgress(): (step: ImportStep) => void {
  const terminal = process.stderr.isTTY;
  let told = '';
  let last = 0;
  return (step) => {
    const subject = step.phase === 'read' ? `Reading ${step.file}` : 'Building the knowledge store';
    if (!terminal) {
      if (subject !== told) process.stderr.write(`${subject}\n`);
      told = subject;
      return;
    }
    const ended = step.phase === 'build' && step.done === step.total;
    if (!ended && Date.now() - last < EVERY_MS) return;
    last = Date.now();
    const share =
      step.phase === 'read'
        ? `${Math.floor((100 * step.bytes) / Math.max(1, step.ofBytes))} %`
        : `${step.done}/${step.total} ${step.table}`;
    process.stderr.write(`\r\x1b[K${subject}: ${share}${ended ? '\n' : ''}`);
  };
}

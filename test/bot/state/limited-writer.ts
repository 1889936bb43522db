import { openKeptState } from '../../../bot/state/kept-state.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';

/** Receives until the disk is full; says how many were acknowledged, and with which code the next one failed. */
const state = await openKeptState(process.env.STATE_FOLDER ?? '', { keepDays: 30 });
await state.log.begin({ id: 'c', user: 'u', origin: '' });
let acknowledged = 0;
try {
  for (; acknowledged < 1000; acknowledged += 1) {
    await state.log.receive('c', null, { text: `${acknowledged} `.repeat(10_000) });
  }
} catch (error) {
  process.stdout.write(`${acknowledged}\n${error instanceof AdvisorError ? error.code : String(error)}\n`);
}
await state.close().catch(() => undefined);

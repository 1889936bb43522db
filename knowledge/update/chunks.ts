import type { Readable } from 'node:stream';

/** A disk that is slower than the line lets this much wait in memory. */
const ENOUGH_BYTES = 4_000_000;

/**
 * All chunks of a body that came, and then its error if it broke. Read in the usual way, a stream that breaks throws away what it has
 * not handed out yet: where every connection breaks after a short while, nothing would ever be kept. Takes chunks from the moment of
 * the call, not from when the first is asked for.
 */
export function chunksOf(body: Readable): AsyncIterable<Buffer> {
  const queue: Buffer[] = [];
  let waiting = 0;
  let ended = false;
  let failure: unknown;
  let wake = (): void => {};
  body.on('data', (chunk: Buffer) => {
    queue.push(chunk);
    waiting += chunk.length;
    if (waiting > ENOUGH_BYTES) body.pause();
    wake();
  });
  body.on('end', () => {
    ended = true;
    wake();
  });
  body.on('error', (error) => {
    failure = error;
    wake();
  });
  body.on('close', () => {
    failure ??= new Error('it was closed');
    wake();
  });
  return {
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const chunk = queue.shift();
        if (chunk) {
          waiting -= chunk.length;
          if (body.isPaused() && waiting <= ENOUGH_BYTES) body.resume();
          yield chunk;
        } else if (ended) {
          return;
        } else if (failure !== undefined) {
          throw failure;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}

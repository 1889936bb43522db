import { createApp } from '../adapters/http/app.ts';
import { HttpServer } from '../adapters/http/server.ts';
import { wordingFor } from '../dialogs/wording/index.ts';
import { today } from './clock.ts';
import { buildProgress, runCommand } from './commands/run.ts';
import { LiveKnowledge } from './knowledge-service.ts';
import { createLogger } from './log.ts';
import { knowledgePaths } from './paths.ts';

const ADDRESSES = ['/api/occupations?q=nurse', '/healthz', '/readyz', '/api/openapi.json'];

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await runCommand(async (config) => {
  const log = createLogger(config.logLevel);
  const stop = stopSignal();
  let knowledge: LiveKnowledge | null = null;
  const server = await HttpServer.listen(
    createApp({ knowledge: () => knowledge?.current ?? null, wording: wordingFor('en'), log, today }),
    config,
  );
  write(`Career Advisor listens at ${server.origin} and loads its knowledge.`);
  const loading = LiveKnowledge.open(knowledgePaths(config.dataDir), log, { onProgress: buildProgress() });
  try {
    const first = await Promise.race([stop, loading]);
    if (typeof first === 'object') {
      knowledge = first;
      write(['Ready:', ...ADDRESSES.map((path) => `  ${server.origin}${path}`)].join('\n'));
      await stop;
    }
    log.info({ signal: await stop }, 'stopping');
  } finally {
    await server.close();
    // A signal can come before the knowledge: a build is let finish, so that it leaves nothing half done.
    const last = await loading.catch(() => null);
    await last?.close();
  }
});

/** The first signal that asks the process to stop; a second one stops it at once. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve(signal);
      });
    }
  });
}

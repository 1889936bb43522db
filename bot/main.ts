import { buildProgress, print, runCommand } from './commands/run.ts';
import { createLogger } from './log.ts';
import { startService } from './service.ts';

const ADDRESSES = [
  '/',
  '/desk',
  '/occupations',
  '/api/occupations?q=nurse',
  '/api/openapi.json',
  '/healthz',
  '/readyz',
  '/metrics',
];

await runCommand(async (config) => {
  const log = createLogger(config.logLevel);
  const stop = stopSignal();
  const service = await startService(config, log, { onProgress: buildProgress() });
  print(`Career Advisor listens at ${service.origin} and loads its knowledge.`);
  // A slip in these two is seen by visitors alone.
  const websites = config.trustedOrigins.length > 0 ? config.trustedOrigins.join(', ') : 'none but its own pages';
  print(`Browsers reach it at ${service.publicUrl}. Websites that may show the chat: ${websites}.`);
  if (config.desk.kind === 'off')
    print('The desk is off: nobody could be kept out. .env.example tells how people sign in (OIDC_ISSUER).');
  if (config.teams.mode.kind !== 'off') print(`Teams reaches it at ${service.publicUrl}/api/messages.`);
  try {
    const first = await Promise.race([stop, service.ready]);
    if (first === undefined) {
      print(['Ready:', ...ADDRESSES.map((path) => `  ${service.origin}${path}`)].join('\n'));
    }
    log.info({ signal: await stop }, 'stopping');
  } finally {
    await service.close();
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

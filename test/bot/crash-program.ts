/**
 * Run by crashes.test.ts in a process of its own: the whole server, which kills itself between two steps of a turn. Arguments: data
 * folder, folder of a pack and of the store made of it, port, the step, and at the how-manieth time.
 */
import type { ActivityLog, Turns } from '../../adapters/directline/ports.ts';
import { readConfig } from '../../bot/config.ts';
import { createLogger } from '../../bot/log.ts';
import { ROOT } from '../../bot/paths.ts';
import { startService } from '../../bot/service.ts';

/** Between these the process may die. */
export const STEPS = ['before-receive', 'received', 'performed', 'committed', 'never'] as const;

const [dataDir = '', packDir = '', storeDir = '', port = '0', step = 'never', count = '1'] = process.argv.slice(2);
let left = Number(count);

function passes(here: (typeof STEPS)[number]): void {
  if (here !== step) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

function fragileLog(log: ActivityLog): ActivityLog {
  return {
    begin: (conversation) => log.begin(conversation),
    find: (id) => log.find(id),
    since: (...words) => log.since(...words),
    last: (conversation) => log.last(conversation),
    unanswered: () => log.unanswered(),
    issueTicket: (...words) => log.issueTicket(...words),
    takeTicket: (ticket) => log.takeTicket(ticket),
    receive: async (...words) => {
      passes('before-receive');
      const received = await log.receive(...words);
      passes('received');
      return received;
    },
  };
}

function fragileTurns(turns: Turns): Turns {
  return {
    run: async (turn) => {
      const told = await turns.run({
        ...turn,
        perform: async () => {
          const outcome = await turn.perform();
          if (turn.received !== null) passes('performed');
          return outcome;
        },
      });
      if (turn.received !== null) passes('committed');
      return told;
    },
  };
}

const config = readConfig({ DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'silent', REQUESTS_PER_MINUTE: '1000000' }, ROOT);
const service = await startService(config, createLogger(config.logLevel), {
  knowledge: { packDir, storeDir, importsDir: `${dataDir}/imports` },
  around: { log: fragileLog, turns: fragileTurns },
});
process.stdout.write(`listens ${service.origin}\n`);
await service.ready;
process.stdout.write('ready\n');

import { MemoryStorage } from 'botbuilder';
import { chat } from '../../adapters/console/chat.ts';
import { ConsoleAdapter } from '../../adapters/console/console-adapter.ts';
import { Advisor } from '../../dialogs/advisor.ts';
import { wordingFor } from '../../dialogs/wording/index.ts';
import { CareerBot } from '../career-bot.ts';
import { today } from '../clock.ts';
import { LiveKnowledge } from '../knowledge-service.ts';
import { createLogger } from '../log.ts';
import { knowledgePaths } from '../paths.ts';
import { openKeptState } from '../state/kept-state.ts';
import { buildProgress, runCommand } from './run.ts';

await runCommand(async (config, words) => {
  const log = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel);
  // Before the knowledge, which may have to be built: a fault is told at once.
  const state = await openKeptState(config.dataDir, { keepDays: config.keepDays });
  try {
    const knowledge = await LiveKnowledge.open(knowledgePaths(config.dataDir), log, { onProgress: buildProgress() });
    try {
      const bot = new CareerBot(
        (context) =>
          new Advisor(knowledge.current, wordingFor(context.activity.locale), { homeRegion: config.homeRegion, today }),
        state.storage,
        log,
        // A conversation in a terminal ends with it: only what is kept of the person goes into the file.
        new MemoryStorage(),
      );
      await chat(
        new ConsoleAdapter((context) => bot.run(context)),
        { input: process.stdin, output: process.stdout },
        words.includes('--json'),
      );
    } finally {
      await knowledge.close();
    }
  } finally {
    await state.close();
  }
});

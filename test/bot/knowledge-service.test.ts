import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MemoryStorage } from 'botbuilder';
import { expect } from 'chai';
import { ConsoleAdapter } from '../../adapters/console/console-adapter.ts';
import { CareerBot } from '../../bot/career-bot.ts';
import { LiveKnowledge } from '../../bot/knowledge-service.ts';
import { createLogger } from '../../bot/log.ts';
import { Advisor, type Knowledge } from '../../dialogs/advisor.ts';
import { en } from '../../dialogs/wording/index.ts';
import { FORMATS } from '../../knowledge/import/formats/index.ts';
import { importFolder } from '../../knowledge/import/import-folder.ts';
import { TODAY } from '../dialogs/helpers.ts';
import { SMALL_PACK_GROUPS, tempFolder, writeSmallPack } from '../knowledge/helpers.ts';
import { uniformWages } from '../knowledge/import/publisher-files.ts';

async function service(): Promise<{
  live: LiveKnowledge;
  import(median: number): Promise<Knowledge>;
  dataDir: string;
}> {
  const dataDir = tempFolder();
  const paths = {
    packDir: await writeSmallPack(),
    storeDir: join(dataDir, 'knowledge'),
    importsDir: join(dataDir, 'imports'),
  };
  const live = await LiveKnowledge.open(paths, createLogger('silent'), { lookEveryMs: 10 });
  return {
    live,
    dataDir,
    async import(median) {
      const before = live.current;
      const dir = tempFolder();
      writeFileSync(join(dir, 'wages.csv'), uniformWages(SMALL_PACK_GROUPS, median));
      await importFolder({ dir, ...paths, formats: FORMATS, now: new Date() });
      while (live.current === before) await sleep(5);
      return live.current;
    },
  };
}

const medianIn = async ({ store }: Knowledge): Promise<number | null | undefined> =>
  (await store.wages('31301', 'ER4850'))[0]?.median;

describe('the knowledge in service', () => {
  // Protects a running server: it is never restarted for new figures, and a turn is answered from one store.
  it('is replaced after an import, and who began with the old store goes on with it', async () => {
    const { live, import: importWages } = await service();
    const old = live.current;
    expect(await medianIn(old)).to.equal(undefined);
    const next = await importWages(37.25);
    expect(await medianIn(next)).to.equal(37.25);
    expect(await old.store.wages('31301', 'CA'), 'the old store still answers').to.have.length.above(0);
    expect(await medianIn(await importWages(38.5))).to.equal(38.5);
    await live.close();
  });

  it('stays as it was when what is put beside it is damaged', async () => {
    const { live, dataDir, import: importWages } = await service();
    const good = await importWages(37.25);
    writeFileSync(join(dataDir, 'imports', 'current.json'), '{"readers":');
    mkdirSync(join(dataDir, 'knowledge', 'knowledge-0123456789abcdef.sqlite'));
    await sleep(100);
    expect(live.current).to.equal(good);
    expect(await medianIn(live.current)).to.equal(37.25);
    await live.close();
  });

  // Protects short runs (a line from a pipe, a stop during the start) from a fault after the last word.
  it('may be closed while it is still being read ahead', async () => {
    const rejected: unknown[] = [];
    const note = (reason: unknown): void => {
      rejected.push(reason);
    };
    process.on('unhandledRejection', note);
    for (let round = 0; round < 5; round += 1) {
      const { live } = await service();
      await sleep(round);
      await live.close();
    }
    await sleep(50);
    process.off('unhandledRejection', note);
    expect(rejected).to.deep.equal([]);
  });

  it('is replaced in the middle of a conversation, which goes on with what it was about', async () => {
    const { live, import: importWages } = await service();
    const bot = new CareerBot(
      () => new Advisor(live.current, en, { homeRegion: 'AB', today: () => TODAY }),
      new MemoryStorage(),
      createLogger('silent'),
    );
    const adapter = new ConsoleAdapter((context) => bot.run(context));
    const ask = async (text: string): Promise<string> =>
      (await adapter.say(text)).map((reply) => reply.text).join('\n');
    expect(await ask('what do registered nurses earn in Alberta?')).to.not.include('$37.25');
    await importWages(37.25);
    const told = await ask('and in Red Deer?');
    expect(told).to.include('$37.25').and.to.include('Red Deer');
    await live.close();
  });

  it('is the same for the whole of a turn', async () => {
    const { live, import: importWages } = await service();
    const seen = new Set<Knowledge>();
    let made = 0;
    const bot = new CareerBot(
      () => {
        made += 1;
        seen.add(live.current);
        return new Advisor(live.current, en, { homeRegion: 'AB', today: () => TODAY });
      },
      new MemoryStorage(),
      createLogger('silent'),
    );
    const adapter = new ConsoleAdapter((context) => bot.run(context));
    await Promise.all([adapter.say('what do registered nurses earn?'), importWages(37.25)]);
    expect([made, seen.size]).to.deep.equal([1, 1]);
    await live.close();
  });
});

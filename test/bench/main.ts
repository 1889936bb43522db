import { cpus, totalmem } from 'node:os';
import { accuracy } from './accuracy.ts';
import { conversations } from './conversations.ts';
import { deskQuestions } from './desk-questions.ts';
import { deskSearch } from './desk-search.ts';
import { importing } from './import.ts';
import { interests } from './interests.ts';
import { lookupLatency } from './lookup-latency.ts';
import { type BenchSection, type Section, toMarkdown } from './section.ts';
import { startAndMemory } from './start-and-memory.ts';
import { suggestions } from './suggestions.ts';
import { turns } from './turns.ts';

/** Every section of the benchmark, in the order in which it is printed. Names as words run some alone. */
const SECTIONS: readonly BenchSection[] = [
  accuracy,
  lookupLatency,
  turns,
  startAndMemory,
  importing,
  interests,
  suggestions,
  conversations,
  deskSearch,
  deskQuestions,
];

async function main(): Promise<void> {
  const json = process.argv.includes('--json');
  const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.version}`;
  const done: Section[] = [];
  if (!json) process.stdout.write(`Measured ${machine}\n\n`);
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  for (const section of SECTIONS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const result = await section.run();
    done.push(result);
    if (!json) process.stdout.write(`${toMarkdown(result)}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify({ machine, sections: done }, null, 2)}\n`);
}

await main();

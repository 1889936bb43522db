import { fullInput, packInput } from './data.ts';
import { type Peer, plainFuse } from './peers.ts';

/** Plain Fuse.js in a process of its own: it takes up to a second a title. */
export interface FuseTask {
  readonly id: number;
  readonly index: 'pack' | 'full';
  readonly titles: readonly string[];
}

export interface FuseAnswer {
  readonly id: number;
  readonly codes: readonly (readonly string[])[];
}

const engines = new Map<string, Peer>();

process.on('message', (task: FuseTask) => {
  const engine = engines.get(task.index) ?? plainFuse((task.index === 'pack' ? packInput() : fullInput()).titles);
  engines.set(task.index, engine);
  const answer: FuseAnswer = { id: task.id, codes: task.titles.map((title) => engine.search(title, 5)) };
  process.send?.(answer);
});

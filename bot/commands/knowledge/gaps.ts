import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { TOPICS, type TopicId } from '../../../dialogs/understanding/topics.ts';
import { wordingFor } from '../../../dialogs/wording/index.ts';
import { AdvisorError } from '../../../knowledge/errors.ts';
import { openKnowledge } from '../../../knowledge/open.ts';
import type { CountableGap } from '../../gaps.ts';
import { knowledgePaths } from '../../paths.ts';
import { type CountedGap, SqliteGapLog } from '../../state/gap-log.ts';
import { StateFile } from '../../state/state-file.ts';
import { toldGaps } from '../../told-gaps.ts';
import { buildProgress, print } from '../run.ts';
import type { KnowledgeCommand } from './command.ts';

const KINDS = ['title', 'message', 'section'] as const satisfies readonly CountableGap['kind'][];
type Kind = (typeof KINDS)[number];

/** What each kind is called in the table. */
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  title: 'not found',
  message: 'not understood',
  section: 'not stored',
};
const MOST_LISTED = 50;
/** More rows than any file holds: what one conversation alone asked is counted over all of them. */
const ALL = 1_000_000_000;

/** A gap for an editor: in words, with the number of conversations that asked. */
interface ListedGap {
  readonly kind: Kind;
  readonly what: string;
  readonly topic?: string;
  readonly code?: string;
  readonly count: number;
  /** Moment, ISO 8601. */
  readonly last: string;
}

interface Gaps {
  readonly gaps: readonly ListedGap[];
  /** How many more there are. */
  readonly more: number;
  /** Texts that one conversation alone asked: counted, and not kept in words. */
  readonly askedOnce: number;
}

export const gaps: KnowledgeCommand = {
  usage: 'gaps [--kind title|message|section] [--most N] [--json]',
  does: 'list what people asked and could not be answered, by the number of conversations that asked',
  async run(config, words) {
    const { kinds, most, json } = readWords(words);
    const counted = await countedGaps(config.dataDir);
    const chosen = counted.filter(({ kind }) => kinds.includes(kind));
    const titles = chosen.some(({ kind }) => kind === 'section')
      ? await groupTitles(config.dataDir)
      : new Map<string, string>();
    const told = gapsOf(chosen, titles, most);
    if (json) print(JSON.stringify(told, null, 2));
    else for (const line of linesOf(told)) print(line);
  },
};

function readWords(words: readonly string[]): {
  readonly kinds: readonly Kind[];
  readonly most: number;
  readonly json: boolean;
} {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { kind: { type: 'string' }, most: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const kinds = KINDS.filter((kind) => values.kind === undefined || values.kind === kind);
    if (kinds.length === 0) throw new Error(`--kind: there is no kind "${values.kind}"`);
    const most = values.most === undefined ? MOST_LISTED : Number(values.most);
    if (!Number.isSafeInteger(most) || most < 1) throw new Error(`--most: "${values.most}" is no number of lines`);
    return { kinds, most, json: values.json };
  } catch (cause) {
    throw new AdvisorError('COMMAND_UNKNOWN', [
      cause instanceof Error ? cause.message : String(cause),
      `usage: npm run knowledge -- ${gaps.usage}`,
    ]);
  }
}

/** Read beside a server that runs; nothing is made where there is no file yet. */
async function countedGaps(dataDir: string): Promise<readonly CountedGap[]> {
  const path = join(dataDir, 'state.sqlite');
  if (!existsSync(path)) return [];
  const file = await StateFile.open(path);
  try {
    return await new SqliteGapLog(file, () => new Date()).list(ALL);
  } finally {
    await file.close();
  }
}

async function groupTitles(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const store = await openKnowledge({ ...knowledgePaths(dataDir), onProgress: buildProgress() });
  try {
    return new Map((await store.groups()).map(({ code, title }) => [code, title]));
  } finally {
    await store.close();
  }
}

function gapsOf(counted: readonly CountedGap[], titles: ReadonlyMap<string, string>, most: number): Gaps {
  const told = toldGaps(counted);
  const listed = told.gaps.map((gap): ListedGap => {
    const { kind, subject, topic, code, count, last } = gap;
    if (topic === undefined || code === undefined) return { kind, what: subject, count, last };
    return { kind, what: `${topicName(topic)}: ${titles.get(code) ?? code}`, topic, code, count, last };
  });
  return { gaps: listed.slice(0, most), more: Math.max(0, listed.length - most), askedOnce: told.sealed };
}

/** The topic's name; its id where another version of the program counted it. */
function topicName(id: string): string {
  const topic = TOPICS.find((each): each is TopicId => each === id);
  return topic === undefined ? id : wordingFor('en').common.topicName(topic);
}

function linesOf({ gaps: listed, more, askedOnce }: Gaps): string[] {
  const once =
    askedOnce === 0
      ? []
      : [
          `${askedOnce} ${askedOnce === 1 ? 'text was' : 'texts were'} asked in one conversation alone: words are kept from the second on.`,
        ];
  if (listed.length === 0) return ['Nothing is noted yet that can be listed.', ...once];
  const table = new Table({
    head: ['asked', 'kind', 'what', 'last'],
    colWidths: [7, 16, 62, 12],
    colAligns: ['right', 'left', 'left', 'left'],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(
    ...listed.map(({ count, kind, what, code, last }) => [
      String(count),
      KIND_NAMES[kind],
      code === undefined ? what : `${what} (${code})`,
      last.slice(0, 10),
    ]),
  );
  return [table.toString(), ...(more > 0 ? [`${more} more: --most N.`] : []), ...once];
}

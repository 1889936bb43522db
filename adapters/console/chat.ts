import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Reply } from '../../dialogs/replies.ts';
import type { ConsoleAdapter } from './console-adapter.ts';
import { renderReply } from './render.ts';

export interface ChatStreams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

/**
 * A conversation line by line. On a terminal it greets and shows a prompt; from a pipe it is one line in, its replies out.
 * With `json` every turn is one line: {"input","replies":[{"text","spoken","facts","sources","suggestions",...}]}.
 */
export async function chat(adapter: ConsoleAdapter, { input, output }: ChatStreams, json: boolean): Promise<void> {
  const live = input.isTTY === true && !json;
  const width = Math.min(output.columns ?? 100, 100);
  const write = (text: string): void => {
    output.write(`${text}\n`);
  };
  const show = (replies: readonly Reply[]): void => {
    for (const reply of replies) write(`${renderReply(reply, width)}\n`);
  };
  const lines = createInterface({ input, ...(live && { output, prompt: '> ' }), crlfDelay: Number.POSITIVE_INFINITY });
  if (live) {
    show(await adapter.greet());
    lines.prompt();
  }
  for await (const line of lines) {
    const replies = await adapter.say(line);
    if (json) write(JSON.stringify({ input: line, replies: replies.map(publicReply) }));
    else {
      if (!live) write(`> ${line.slice(0, width)}`);
      show(replies);
    }
    if (live) lines.prompt();
  }
}

/** The shape that other programs rely on. */
function publicReply({ text, spoken, facts, sources, suggestions, parameters }: Reply): object {
  return { text, spoken, facts, sources, suggestions, parameters };
}

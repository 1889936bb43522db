import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type LookupView, lookupView } from '../../dialogs/answers/lookup-view.ts';
import type { Wording } from '../../dialogs/wording/index.ts';
import type { OccupationLookup } from '../../knowledge/lookup.ts';

/** Looks up one title, for a person or (json) for a program. */
export async function lookupOne(
  lookup: OccupationLookup,
  wording: Wording,
  query: string,
  json: boolean,
): Promise<string> {
  const view = lookupView(await lookup.find(query), wording);
  return json ? JSON.stringify(view) : renderLookup(view, wording);
}

/** Looks up every line of a stream: one JSON line each, as they come. */
export async function lookupLines(
  lookup: OccupationLookup,
  wording: Wording,
  input: Readable,
  write: (line: string) => void,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    write(JSON.stringify(lookupView(await lookup.find(line), wording)));
  }
}

function renderLookup(view: LookupView, wording: Wording): string {
  const lines = view.candidates.map(
    (candidate, index) =>
      `${index + 1}. ${candidate.code}  ${candidate.title}  (${candidate.why}; ${candidate.score.toFixed(2)})`,
  );
  return [wording.matching.decision(view.decision), ...lines].join('\n');
}

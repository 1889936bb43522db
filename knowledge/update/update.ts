import { AdvisorError } from '../errors.ts';
import { type Downloaded, type DownloadOptions, download } from './download.ts';
import type { DownloadSource } from './source-list.ts';

/** What became of one source of the list. */
export type UpdateResult =
  | ({ readonly id: string } & Downloaded)
  /** Nobody vouches for an address: the operator fetches the file. */
  | { readonly id: string; readonly status: 'manual'; readonly page: string; readonly advice: string }
  | {
      readonly id: string;
      readonly status: 'failed';
      readonly page: string;
      readonly reason: string;
      readonly advice: string;
    };

/** Downloads what the list has addresses of, one after the other; a source that fails does not stop the next. */
export async function updateSources(
  list: readonly DownloadSource[],
  folder: string,
  options: DownloadOptions = {},
): Promise<readonly UpdateResult[]> {
  const results: UpdateResult[] = [];
  for (const source of list) results.push(await updateSource(source, folder, options));
  return results;
}

async function updateSource(
  { id, page, file, max_mb, sha256, headers }: DownloadSource,
  folder: string,
  options: DownloadOptions,
): Promise<UpdateResult> {
  if (file === null) {
    const advice = `Download it from ${page} into a folder and run \`npm run knowledge -- import FOLDER\`.`;
    return { id, status: 'manual', page, advice };
  }
  if (options.signal?.aborted) {
    return { id, status: 'failed', page, reason: 'It was not tried: the update was stopped.', advice: 'Run it again.' };
  }
  try {
    const maxBytes = Math.floor(max_mb * 1_000_000);
    return { id, ...(await download({ id, url: file, page, folder, maxBytes, sha256, headers }, options)) };
  } catch (error) {
    if (!(error instanceof AdvisorError)) throw error;
    const [, reason = error.message, advice = ''] = error.details;
    return { id, status: 'failed', page, reason, advice };
  }
}

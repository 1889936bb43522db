import { AdvisorError } from '../errors.ts';
import { type ContentFault, contentFault, htmlFault, zipFault } from './content.ts';
import { Connections, Drop, Refusal, type Reply, type ReplyHeaders } from './exchange.ts';
import { DiskError, type Finished, PartFile, type ResumePoint, type Version } from './part-file.ts';
import { connectionFault, defaultBackoffMs, idleWatch, isRetryStatus, retryAfterMs, waitMs } from './retry.ts';

export interface DownloadRequest {
  /** Names the files in the folder: ID.csv when it is whole; ID.part and .ID.json on its way. */
  readonly id: string;
  readonly url: string;
  /** The publisher's page, told where the file has to be fetched by hand. */
  readonly page: string;
  readonly folder: string;
  readonly maxBytes: number;
  readonly sha256?: string | undefined;
  /** Columns that the first line must name. */
  readonly headers: readonly string[];
}

export interface DownloadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly attempts?: number;
  /** Longest silence of the server. */
  readonly idleMs?: number;
  /** Longest time of one file, all attempts together. */
  readonly totalMs?: number;
  /** Most that a server may ask us to wait. */
  readonly retryAfterCapMs?: number;
  readonly backoffMs?: (attempt: number) => number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface Progress {
  readonly id: string;
  readonly receivedBytes: number;
  readonly totalBytes: number | null;
  readonly attempt: number;
}

export interface Downloaded {
  /** `unchanged`: the file of an earlier run is still the publisher's. */
  readonly status: 'fresh' | 'unchanged';
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const IDLE_MS = 30_000;
const AGAIN = 'Try again later; what has come is kept, and the download goes on from there where the server allows it.';

/**
 * Downloads one file into a folder. What has come of it outlives a drop and the end of the program, and is gone on with only
 * if the server confirms that it still has the same version. Throws AdvisorError DOWNLOAD_FAILED: what, why, what to do.
 */
export async function download(request: DownloadRequest, options: DownloadOptions = {}): Promise<Downloaded> {
  const { idleMs = IDLE_MS, totalMs = 15 * 60_000 } = options;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), totalMs);
  const stops = options.signal ? [options.signal, limit.signal] : [limit.signal];
  let connections: Connections | undefined;
  try {
    connections = new Connections(idleMs);
    const part = await PartFile.open(request.folder, request.id);
    return await new Download(request, options, part, connections, AbortSignal.any(stops)).run();
  } catch (error) {
    if (options.signal?.aborted) throw failed(request, 'The download was stopped', AGAIN, error);
    if (limit.signal.aborted) throw failed(request, `It took longer than ${seconds(totalMs)}`, AGAIN, error);
    if (error instanceof Refusal) throw failed(request, error.message, error.advice, error);
    if (error instanceof DiskError) {
      throw failed(request, error.message, 'Check its name, its rights and the free space.', error);
    }
    if (error instanceof Drop) throw failed(request, error.message, AGAIN, error);
    throw error;
  } finally {
    clearTimeout(timer);
    await connections?.close();
  }
}

class Download {
  readonly #request: DownloadRequest;
  readonly #options: DownloadOptions;
  readonly #part: PartFile;
  readonly #connections: Connections;
  readonly #signal: AbortSignal;

  constructor(
    request: DownloadRequest,
    options: DownloadOptions,
    part: PartFile,
    connections: Connections,
    signal: AbortSignal,
  ) {
    this.#request = request;
    this.#options = options;
    this.#part = part;
    this.#connections = connections;
    this.#signal = signal;
  }

  async run(): Promise<Downloaded> {
    const { attempts = 5, retryAfterCapMs = 60_000, backoffMs = defaultBackoffMs, wait = waitMs } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      this.#signal.throwIfAborted();
      try {
        return await this.#attempt(attempt);
      } catch (error) {
        this.#signal.throwIfAborted();
        if (!(error instanceof Drop)) throw error;
        if (attempt >= attempts) {
          throw new Drop(`${error.message} (attempt ${attempt} of ${attempts})`, { cause: error });
        }
        await wait(Math.min(error.waitMs ?? backoffMs(attempt), retryAfterCapMs), this.#signal);
      }
    }
  }

  async #attempt(attempt: number): Promise<Downloaded> {
    const { idleMs = IDLE_MS } = this.#options;
    const idle = new AbortController();
    const watch = idleWatch(idleMs, () => idle.abort());
    const signal = AbortSignal.any([this.#signal, idle.signal]);
    try {
      return await this.#fetch(attempt, signal, watch.beat);
    } catch (error) {
      if (error instanceof Drop || error instanceof Refusal || error instanceof DiskError) throw error;
      if (idle.signal.aborted) throw new Drop(`Nothing came for ${seconds(idleMs)}`, { cause: error });
      const { what, final } = connectionFault(error);
      if (final) {
        throw new Refusal(what, 'Check the date of this machine, its certificates and its proxy.', { cause: error });
      }
      throw new Drop(what, { cause: error });
    } finally {
      watch.stop();
    }
  }

  async #fetch(attempt: number, signal: AbortSignal, beat: () => void): Promise<Downloaded> {
    const { url, sha256 } = this.#request;
    const resume = await this.#part.resumePoint(url);
    const known = resume ? undefined : await this.#part.finished(url);
    // A file that is not the wanted one is not asked after.
    const finished = sha256 === undefined || known?.sha256 === sha256 ? known : undefined;
    this.#connections.takeExcess();
    const reply = await this.#connections.get(url, askingHeaders(resume, finished), signal);
    beat();
    try {
      if (reply.status === 304 && finished) return unchanged(this.#part.path, finished);
      const version = await this.#accept(reply, resume);
      const offset = reply.status === 206 && resume ? resume.offset : 0;
      await this.#receive(reply, version, offset, attempt, beat);
      return await this.#finish(version, offset > 0);
    } finally {
      reply.dismiss();
    }
  }

  /** The version that the answer is of; throws where its status or its headers say that it is not the file. */
  async #accept(reply: Reply, resume: ResumePoint | undefined): Promise<Version> {
    const { url, page, maxBytes } = this.#request;
    const { status, headers } = reply;
    if (isRetryStatus(status)) {
      throw new Drop(`The server answers ${status}`, { waitMs: retryAfterMs(headers.get('retry-after'), Date.now()) });
    }
    if (resume && (status === 416 || (status === 206 && !goesOn(headers, resume)))) {
      await this.#part.discard();
      throw new Drop('The file has changed on the server while it was downloaded');
    }
    if (status !== 200 && !(status === 206 && resume)) throw statusRefusal(status, page);
    const type = headers.get('content-type') ?? '';
    if (/^(text\/html|application\/xhtml)/i.test(type)) throw refusal(htmlFault(page));
    if (/^application\/(x-)?zip/i.test(type)) throw refusal(zipFault(page));
    const coding = headers.get('content-encoding') ?? 'identity';
    if (coding !== 'identity') {
      throw new Refusal(`The server sends it packed (${coding}), which was not asked for`, byHand(page));
    }
    const length = status === 206 && resume ? rangeTotal(headers) : headers.number('content-length');
    if (length !== null && length > maxBytes) throw this.#tooLarge(length);
    const { etag, lastModified } = headers;
    // An answer with the rest need not name its version again.
    const before = status === 206 ? resume?.version : undefined;
    return {
      url,
      etag: etag ?? before?.etag ?? null,
      lastModified: lastModified ?? before?.lastModified ?? null,
      length: length ?? before?.length ?? null,
    };
  }

  async #receive(reply: Reply, version: Version, offset: number, attempt: number, beat: () => void): Promise<void> {
    const { id, maxBytes } = this.#request;
    const totalBytes = version.length;
    const progress = (receivedBytes: number) => this.#options.onProgress?.({ id, receivedBytes, totalBytes, attempt });
    const handle = await this.#part.begin(offset, version);
    let received = offset;
    try {
      progress(received);
      for await (const chunk of reply.body) {
        beat();
        received += chunk.length;
        if (received > maxBytes) break;
        await this.#part.append(handle, chunk);
        progress(received);
      }
    } finally {
      await handle.close();
    }
    if (received > maxBytes) {
      // Kept, it would only be refused again from where it stopped.
      await this.#part.discard();
      throw this.#tooLarge(received);
    }
    if (totalBytes !== null && received < totalBytes) {
      throw new Drop(`The connection ended after ${received} of ${totalBytes} bytes`);
    }
  }

  async #finish(version: Version, pieced: boolean): Promise<Downloaded> {
    const { url, sha256, headers, page } = this.#request;
    const came = await this.#part.settle();
    if (this.#connections.takeExcess() || (version.length !== null && came.bytes !== version.length)) {
      await this.#part.discard();
      throw new Drop('The server sent more bytes than it said');
    }
    const fault =
      sha256 !== undefined && came.sha256 !== sha256
        ? { what: `Its SHA-256 is ${came.sha256}, not ${sha256}`, advice: byHand(page) }
        : await contentFault(came.path, headers, page);
    if (fault) {
      await this.#part.discard();
      // Pieces of two versions may have come together; a whole one may be right.
      throw pieced ? new Drop(fault.what) : refusal(fault);
    }
    const before = await this.#part.finished(url);
    const finished: Finished = { ...version, sha256: came.sha256, bytes: came.bytes };
    await this.#part.finish(finished);
    const { path } = this.#part;
    if (before?.sha256 === came.sha256) return unchanged(path, finished);
    const { etag, lastModified } = version;
    return { status: 'fresh', path, sha256: came.sha256, bytes: came.bytes, etag, lastModified };
  }

  #tooLarge(bytes: number): Refusal {
    const { maxBytes, page } = this.#request;
    return new Refusal(
      `It has ${bytes} bytes or more, and at most ${maxBytes} are taken`,
      `Look at ${page} whether it is the right file; raise \`max_mb\` in a copy of the list (--sources FILE) if it is.`,
    );
  }
}

function askingHeaders(resume: ResumePoint | undefined, finished: Finished | undefined): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'text/csv, text/plain;q=0.9, */*;q=0.5',
    // A range of a packed file could not be put behind what has come.
    'accept-encoding': 'identity',
    'user-agent': 'career-advisor',
  };
  if (resume) {
    headers.range = `bytes=${resume.offset}-`;
    headers['if-range'] = resume.validator;
  } else if (finished?.etag) {
    headers['if-none-match'] = finished.etag;
  } else if (finished?.lastModified) {
    headers['if-modified-since'] = finished.lastModified;
  }
  return headers;
}

/** Whether a 206 is the rest of what has come: servers exist that do not heed If-Range. */
function goesOn(headers: ReplyHeaders, { version, offset }: ResumePoint): boolean {
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
  if (!range || Number(range[1]) !== offset) return false;
  const same = (before: string | number | null, now: string | number | null) =>
    before === null || now === null || before === now;
  return (
    same(version.length, rangeTotal(headers)) &&
    same(version.etag, headers.etag) &&
    same(version.lastModified, headers.lastModified)
  );
}

function rangeTotal(headers: ReplyHeaders): number | null {
  const total = /\/(\d{1,15})$/.exec(headers.get('content-range') ?? '')?.[1];
  return total === undefined ? null : Number(total);
}

function unchanged(path: string, { sha256, bytes, etag, lastModified }: Finished): Downloaded {
  return { status: 'unchanged', path, sha256, bytes, etag, lastModified };
}

function statusRefusal(status: number, page: string): Refusal {
  return new Refusal(`The server answers ${status}`, `Look at ${page} for where the file is now. ${byHand(page)}`);
}

function refusal({ what, advice }: ContentFault): Refusal {
  return new Refusal(what, advice);
}

function byHand(page: string): string {
  return `Download it by hand from ${page} into a folder and run \`npm run knowledge -- import FOLDER\`.`;
}

function failed(request: DownloadRequest, what: string, advice: string, cause: unknown): AdvisorError {
  return new AdvisorError('DOWNLOAD_FAILED', [`${request.id}: ${request.url}`, `${what}.`, advice], { cause });
}

function seconds(ms: number): string {
  return ms >= 120_000 ? `${Math.round(ms / 60_000)} minutes` : `${ms / 1000} seconds`;
}

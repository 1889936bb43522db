import { AdvisorError } from '../../knowledge/errors.ts';

/** Codes of the driver and of the file system that tell of the disk or of rights, not of the content of the file. */
const OF_WRITING =
  /^(SQLITE_(FULL|READONLY|PERM|IOERR|BUSY|LOCKED)|ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EFBIG|EIO|EMFILE|ENFILE)$/;

/** Faults of reading the file are told as STATE_UNUSABLE with their own reason; those that are not of the file pass through. */
export function explainedReading<T>(path: string, work: () => Promise<T>): Promise<T> {
  return explained(work, (_code, error) => unusable(path, error.message, error));
}

/** The same for what writes: STATE_WRITE_FAILED where disk or rights are at fault. */
export function explainedWriting<T>(path: string, work: () => Promise<T>): Promise<T> {
  return explained(work, (code, error) =>
    OF_WRITING.test(code)
      ? new AdvisorError('STATE_WRITE_FAILED', [`${path}: ${error.message}`], { cause: error })
      : unusable(path, error.message, error),
  );
}

async function explained<T>(work: () => Promise<T>, tell: (code: string, error: Error) => AdvisorError): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (error instanceof AdvisorError || !(error instanceof Error) || code === undefined) throw error;
    throw tell(String(code), error);
  }
}

export function unusable(path: string, reason: string, cause?: unknown): AdvisorError {
  return new AdvisorError('STATE_UNUSABLE', [`${path}: ${reason}`], { cause });
}

export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** One thing wrong with the pack, told so that an editor finds it at once. */
export interface Fault {
  /** Path inside the pack folder. */
  readonly file: string;
  /** Line in the file, 1 for the header; 0 where the fault is the whole file's. */
  readonly line: number;
  readonly message: string;
}

export function formatFault(fault: Fault): string {
  return fault.line > 0 ? `${fault.file}:${fault.line}: ${fault.message}` : `${fault.file}: ${fault.message}`;
}

/** Collects every fault, so that one run tells an editor all there is to mend. */
export class FaultList {
  readonly faults: Fault[] = [];

  add(file: string, line: number, message: string): void {
    this.faults.push({ file, line, message });
  }

  /** In order of file and line. */
  sorted(): Fault[] {
    return [...this.faults].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  }
}

/** How many of one kind, with a few examples by line or name. */
export interface ImportNotice {
  kind: string;
  count: number;
  examples: string[];
}

/**
 * The notice of locations that we know and that are no longer in the file. The command and the page each say how to
 * close them.
 */
export const leftAsItIs = "not in the file, left as it is";

const shown = 3;
/** Where all examples are named, such as each location that is closed or opened again. */
const mostNamed = 500;

/** The most kinds that are listed separately; a file with more kinds of problem says so. */
const mostKinds = 200;

/** More than a complete and correct file ever closes or empties: the number to agree to, and what it counts. */
export interface Bulk {
  number: number;
  sentence: string;
}

/** The result of an import. */
export interface ImportReport {
  register: string;
  fileName: string;
  fileHash: string;
  dryRun: boolean;
  /** Lines or records read, without headings. */
  rows: number;
  added: number;
  changed: number;
  /** No longer registered, according to this file. */
  closed: number;
  unchanged: number;
  skipped: number;
  /** Why lines were skipped. */
  reasons: ImportNotice[];
  /** Things that someone may want to check. */
  notices: ImportNotice[];
  bulk?: Bulk | undefined;
}

/** Counts during an import. Many lines with the same problem are one entry with a number. */
export class Tally {
  rows = 0;
  added = 0;
  changed = 0;
  closed = 0;
  unchanged = 0;
  /** Locations that lose facts they had, without being closed. */
  readonly lost = { types: 0, councils: 0, beds: 0 };
  bulk: Bulk | undefined;
  private readonly skippedBy = new Map<string, ImportNotice>();
  private readonly noticed = new Map<string, ImportNotice>();

  skip(kind: string, example: () => string, count = 1): void {
    note(this.skippedBy, kind, example, count);
  }

  /** A skipped line of a file that someone made and can mend: all of them are named, up to that number too. */
  skipEach(kind: string, example: string): void {
    note(this.skippedBy, kind, () => example, 1, mostNamed);
  }

  notice(kind: string, example?: () => string, count = 1): void {
    if (count > 0) note(this.noticed, kind, example, count);
  }

  /** A notice that names all of its examples, up to the number that anyone would read. */
  noticeEach(kind: string, example: string): void {
    note(this.noticed, kind, () => example, 1, mostNamed);
  }

  /** A line of text that had to be read as Windows-1252. */
  readonly notUtf8 = (line: number): void =>
    this.notice("line that is not UTF-8, read as Windows-1252", () => `line ${line}`);

  report(run: Pick<ImportReport, "register" | "fileName" | "fileHash" | "dryRun">): ImportReport {
    const reasons = [...this.skippedBy.values()];
    const { rows, added, changed, closed, unchanged } = this;
    const skipped = reasons.reduce((sum, { count }) => sum + count, 0);
    const notices = [...this.noticed.values()];
    const { bulk } = this;
    return { ...run, rows, added, changed, closed, unchanged, skipped, reasons, notices, ...(bulk && { bulk }) };
  }
}

function note(
  entries: Map<string, ImportNotice>,
  kind: string,
  example: (() => string) | undefined,
  count: number,
  most = shown,
): void {
  const known = entries.has(kind) || entries.size < mostKinds ? kind : "and more";
  const entry = entries.get(known) ?? { kind: known, count: 0, examples: [] };
  entry.count += count;
  if (example && entry.examples.length < most) entry.examples.push(example());
  entries.set(known, entry);
}

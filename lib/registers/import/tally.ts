/** So many of one kind, and a few of them by line or name. */
export interface ImportNotice {
  kind: string;
  count: number;
  examples: string[];
}

/** The notice of what is known here and stands no longer in the file: each front says how to close it. */
export const leftAsItIs = "not in the file, left as it is";

const shown = 3;
/** Of what is closed or opened again, each is named. */
const mostNamed = 500;

/** Kinds that are told apart; a file that complains in more ways than this says so. */
const mostKinds = 200;

/** More than a file that is whole and right ever closes or empties: the number to agree to, and what it is made of. */
export interface Bulk {
  number: number;
  sentence: string;
}

/** What an import came to. */
export interface ImportReport {
  register: string;
  fileName: string;
  fileHash: string;
  dryRun: boolean;
  /** Lines or records read, without headings. */
  rows: number;
  added: number;
  changed: number;
  /** No longer registered, since this file. */
  closed: number;
  unchanged: number;
  skipped: number;
  /** Why lines were skipped. */
  reasons: ImportNotice[];
  /** What someone may want to look at. */
  notices: ImportNotice[];
  bulk?: Bulk | undefined;
}

/** Counts while an import goes on. Many lines with one complaint are one entry with their number. */
export class Tally {
  rows = 0;
  added = 0;
  changed = 0;
  closed = 0;
  unchanged = 0;
  /** Locations that lose what they had, without being closed. */
  readonly lost = { types: 0, councils: 0, beds: 0 };
  bulk: Bulk | undefined;
  private readonly skippedBy = new Map<string, ImportNotice>();
  private readonly noticed = new Map<string, ImportNotice>();

  skip(kind: string, example: () => string, count = 1): void {
    note(this.skippedBy, kind, example, count);
  }

  notice(kind: string, example?: () => string, count = 1): void {
    if (count > 0) note(this.noticed, kind, example, count);
  }

  /** A notice that names every one of its examples, as far as anyone would read them. */
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

/** So many of one kind, and a few of them by line or name. */
export interface Noted {
  kind: string;
  count: number;
  examples: string[];
}

/** The notice of what is known here and stands no longer in the file: each front says how to close it. */
export const leftAsItIs = "not in the file, left as it is";

const shown = 3;

/** Kinds that are told apart; a file that complains in more ways than this is told so. */
const mostKinds = 200;

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
  reasons: Noted[];
  /** What somebody may want to look at. */
  notices: Noted[];
}

/** Counts while an import goes on. Many lines with one complaint are one entry with their number. */
export class Tally {
  rows = 0;
  added = 0;
  changed = 0;
  closed = 0;
  unchanged = 0;
  private readonly skippedBy = new Map<string, Noted>();
  private readonly noticed = new Map<string, Noted>();

  skip(kind: string, example: () => string, count = 1): void {
    note(this.skippedBy, kind, example, count);
  }

  notice(kind: string, example?: () => string, count = 1): void {
    if (count > 0) note(this.noticed, kind, example, count);
  }

  report(run: Pick<ImportReport, "register" | "fileName" | "fileHash" | "dryRun">): ImportReport {
    const reasons = [...this.skippedBy.values()];
    const { rows, added, changed, closed, unchanged } = this;
    const skipped = reasons.reduce((sum, { count }) => sum + count, 0);
    return { ...run, rows, added, changed, closed, unchanged, skipped, reasons, notices: [...this.noticed.values()] };
  }
}

function note(entries: Map<string, Noted>, kind: string, example: (() => string) | undefined, count: number): void {
  const known = entries.has(kind) || entries.size < mostKinds ? kind : "and more";
  const entry = entries.get(known) ?? { kind: known, count: 0, examples: [] };
  entry.count += count;
  if (example && entry.examples.length < shown) entry.examples.push(example());
  entries.set(known, entry);
}

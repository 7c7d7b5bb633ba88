import { formatNumber } from "@/lib/format";
import type { Bulk, ImportReport, ImportNotice } from "./tally";

/** The wording of an import's report, for commands and pages. */
export interface ReportWords {
  /** How many of which things were read. */
  read: string;
  counts: [word: string, count: number][];
  /** What someone must agree to, by its number. */
  bulk: Bulk | undefined;
  /** Kinds with their numbers and examples; an empty list is left out. */
  lists: { heading: string; noted: ImportNotice[] }[];
}

type Reported = Omit<ImportReport, "fileHash" | "register">;

export function reportWords({ fileName, dryRun, rows, reasons, notices, bulk, ...counts }: Reported): ReportWords {
  const { added, changed, closed, unchanged, skipped } = counts;
  return {
    read: `${fileName}: ${formatNumber(rows)} read${dryRun ? " (dry run: nothing was changed)" : ""}`,
    counts: Object.entries({ new: added, changed, closed, unchanged, skipped }),
    bulk,
    lists: [
      { heading: "Skipped", noted: reasons },
      { heading: "To note", noted: notices },
    ].filter(({ noted }) => noted.length > 0),
  };
}

/** How much of a file has been read so far. */
export const linesRead = (rows: number): string => `${formatNumber(rows)} lines read`;

import { formatNumber } from "@/lib/format";
import type { Bulk, ImportReport, ImportNotice } from "./tally";

/** How an import's report is worded, for the commands and the pages alike. */
export interface ReportWords {
  /** How much of what was read. */
  read: string;
  counts: [word: string, count: number][];
  /** What must be agreed to by its number. */
  bulk: Bulk | undefined;
  /** Kinds with their numbers and examples; a list without any is left out. */
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

/** How far a file that is being read is. */
export const linesRead = (rows: number): string => `${formatNumber(rows)} lines read`;

import { formatNumber, formatPercent } from "@/lib/format";
import type { StreamedCell } from "@/lib/sheets/stream-xlsx";
import type { ReportColumn, ReportRow } from "./report";
import type { Totals } from "./run-report";

/** A value of a row as it goes into a file. */
export function reportCell({ key, cell }: ReportColumn, row: ReportRow): StreamedCell {
  if (cell) return cell(row);
  const value = row[key];
  return typeof value === "boolean" ? (value ? "Yes" : "No") : value;
}

/** The same as it is shown on screen. */
export function cellInWords(cell: StreamedCell): string {
  if (cell === null || cell === undefined || cell === "") return "Not known";
  if (typeof cell === "number") return formatNumber(cell);
  return typeof cell === "object" ? formatPercent(cell.share) : cell;
}

/** The total under a column; null where it has none. */
export function totalCell({ key, total }: ReportColumn, totals: Totals): StreamedCell {
  if (!total) return null;
  const value = totals[key] ?? null;
  if (value === null) return "Not applicable";
  return total.length === 2 ? { share: value } : value;
}

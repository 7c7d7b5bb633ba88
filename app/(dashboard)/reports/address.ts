import { addressWith, readTableAddress, type AddressParams, type TableAddress } from "@/components/tables";
import type { ReportParams } from "@/lib/reports/library/read-criteria";
import type { LibraryReport, ReportColumn } from "@/lib/reports/library/report";
import type { Shown } from "@/lib/reports/library/run-report";

/** The address of a report. */
export const reportHref = ({ key }: Pick<LibraryReport, "key">): string => `/reports/${key}`;

/** What an address says once, by name. */
export const givenBy = (params: AddressParams): ReportParams =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));

/** The state of a report's table, in an address. */
export function shownBy(
  report: LibraryReport,
  columns: readonly ReportColumn[],
  params: AddressParams,
): { place: TableAddress; shown: Shown } {
  const sort = { by: report.sort.by, direction: report.sort.descending ? "descending" : "ascending" } as const;
  const known = columns.some(({ key }) => key === sort.by)
    ? sort
    : { ...sort, by: columns.find((one) => one.sort)?.key ?? sort.by };
  const place = readTableAddress(params, columns, { sort: known, size: 50 });
  const { by, direction } = place.sort;
  return { place, shown: { by, descending: direction === "descending", page: place.page, size: place.size } };
}

/** The same report with its moment kept: to bookmark, to send, and for the downloads beside what is on the screen. */
export const keptAt = (path: string, params: AddressParams, asOf: Date, changes: Record<string, string | null> = {}) =>
  addressWith(path, params, { ...changes, asOf: asOf.toISOString(), saved: null });

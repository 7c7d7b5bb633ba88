import type { ReportRow } from "./report";

/** A text of the row, or other words where it has none. */
export const textCell =
  (key: string, otherwise: string) =>
  (row: ReportRow): string => {
    const value = row[key];
    return typeof value === "string" && value !== "" ? value : otherwise;
  };

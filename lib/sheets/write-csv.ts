import { sortableTime } from "@/lib/london";

/** Characters that start a formula when a spreadsheet opens the file, even after blanks or quotes. */
const formula = /^[\s"']*[=+\-@\t\r]/;
const plainNumber = /^-?\d+(?:\.\d+)?$/;

/**
 * One cell of a CSV file: quoted if necessary, and never a formula in a spreadsheet. A time is London's date and time,
 * in a form that sorts.
 */
export function csvCell(value: string | number | boolean | Date | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return sortableTime(value);
  const text = String(value);
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV file (RFC 4180), with the byte order mark that tells spreadsheets it is UTF-8. */
export const csvFile = (rows: readonly (readonly Parameters<typeof csvCell>[0][])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

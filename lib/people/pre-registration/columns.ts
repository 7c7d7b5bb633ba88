/** The spreadsheet's columns: what each holds, and its heading. */
export const managerColumns = {
  location: "CQC location ID",
  place: "Location name",
  name: "Registered manager",
  email: "Email address",
  telephone: "Telephone number",
  job: "Job title",
} as const;

export type ColumnKey = keyof typeof managerColumns;

/** The columns that a file must have; the others may be left out. */
export const requiredColumns: ColumnKey[] = ["location", "name", "email"];

/** One line of the spreadsheet, as it was typed. */
export interface ManagerLine {
  line: number;
  location: string;
  place: string;
  name: string;
  email: string;
  telephone: string;
  job: string;
}

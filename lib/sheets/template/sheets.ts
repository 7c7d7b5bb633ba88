export type TemplateCell = string | number | null;

/**
 * What a cell accepts: a word from a list, or a figure within a range. A help while filling in, never the real check.
 */
export type Allows =
  { readonly list: readonly string[] } | { readonly from: number; readonly to: number; readonly whole: boolean };

export interface TemplateColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** What to enter here, shown as a note on the heading. */
  readonly note?: string;
  /** A fact is grey and filled in by us; the others are for the person to fill in. */
  readonly look: "fact" | "figure" | "text";
  /** A new or seasonal question: its heading has another colour. */
  readonly marked?: boolean;
  readonly hidden?: boolean;
  readonly allows?: Allows;
  /** The message that the spreadsheet shows when it refuses what was typed. */
  readonly refusal?: string;
}

/** A sheet to fill in: headings, and a row for each location or other thing to report. */
export interface TemplateSheet {
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly (readonly TemplateCell[])[];
  /** How many columns stay in view when scrolling. */
  readonly frozen: number;
}

/** A sheet to read, with one line of text in each row. */
export interface ReadingSheet {
  readonly name: string;
  readonly lines: readonly { readonly text: string; readonly look: "title" | "heading" | "text" }[];
}

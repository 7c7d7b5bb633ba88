export type TemplateCell = string | number | null;

/** What a cell accepts: one of a few words, or a figure between two. A courtesy of the spreadsheet, never the check. */
export type Allows =
  { readonly list: readonly string[] } | { readonly from: number; readonly to: number; readonly whole: boolean };

export interface TemplateColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** What belongs here, as the note of its heading. */
  readonly note?: string;
  /** A fact is filled in by us and grey; the others are for the person. */
  readonly look: "fact" | "figure" | "text";
  /** New or seasonal: its heading has another colour. */
  readonly marked?: boolean;
  readonly hidden?: boolean;
  readonly allows?: Allows;
  /** What to say where the spreadsheet refuses what was typed. */
  readonly refusal?: string;
}

/** A sheet to fill in: headings, and a row for each thing to be filled in. */
export interface TemplateSheet {
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly (readonly TemplateCell[])[];
  /** How many columns stay in sight. */
  readonly frozen: number;
}

/** A sheet to read, a line a row. */
export interface ReadingSheet {
  readonly name: string;
  readonly lines: readonly { readonly text: string; readonly look: "title" | "heading" | "text" }[];
}

import type { CellFault } from "@/lib/sheets/sent/sent-sheets";

/** What is said of a cell that cannot be taken at its word. */
export function faultSentence(fault: CellFault, heading: string, text: string): string {
  switch (fault) {
    case "formula":
      return `${heading} holds a formula whose result is not saved. Open the workbook in Excel and save it, or type the figure`;
    case "error":
      return `${heading} shows ${/^#[A-Z/0!?]{1,10}$/.test(text) ? text : "an error"}. Type the figure`;
    case "date":
      return `${heading} is a date. Type the figure, and set the cell's format to a number`;
    case "percent":
      return `${heading} is a percentage. Type the figure without %, and set the cell's format to a number`;
    case "merged":
      return `${heading} is merged with other cells. Unmerge them, then type the figure of each`;
  }
}

/** A percentage where one is asked for: 2.5% is kept as 0.025 and means 2.5. */
export const percentIn = (text: string): string => {
  const share = Number(text);
  return text !== "" && Number.isFinite(share) ? String(Number((share * 100).toPrecision(12))) : text;
};

/** What is said of a row that cannot be told to be of a location. Of other people's no more than of unknown ones. */
export const rowSentences = {
  unknown: "You have no location with this Id on this sheet. Delete the row, or download a new template.",
  mangled:
    "The Id or CqcId of this row was changed, perhaps by the spreadsheet itself. Copy the row from the template again.",
  mark: "This row's hidden last cell was changed or copied from another row. Copy the row from the template again.",
  bed: "The bed type in this row is not one that we ask for. Copy the row from the template again.",
  twice: "This location is on the sheet twice. Delete one of the rows.",
} as const;

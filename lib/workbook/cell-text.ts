const unseen = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const anySpace = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;
const spacedThousands = /^\d{1,3}(?: \d{3})+(?:\.\d+)?$/;
/** What our exports put before text that a spreadsheet would take for a formula. */
const guarded = /^'(?=[\s"']*[=+\-@\t\r])/;

/** A heading as it is compared: without letters that no one sees, doubled spaces and capitals. */
export const headingIn = (cell: string): string => cell.replace(unseen, "").replace(anySpace, " ").trim().toLowerCase();

/** A cell as a person would have typed it into a form: spaces that no one sees are gone, and so is an export's guard. */
export function textIn(cell: string): string {
  const text = cell
    .replace(unseen, "")
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, " ")
    .trim();
  return spacedThousands.test(text) ? text.replaceAll(" ", "") : text.replace(guarded, "");
}

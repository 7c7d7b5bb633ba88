import { formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";
import { type BedType, meaningOf } from "@/lib/questions/beds";
import type { ReadingSheet, TemplateSheet } from "@/lib/sheets/template/sheets";

/** The first sheet: what to do, in the order in which it is done. */
export function instructions(
  month: Month,
  lastDay: string,
  sheets: readonly TemplateSheet[],
  bedTypes: readonly BedType[],
  surveys: boolean,
): ReadingSheet {
  const heading = (text: string) => ({ text, look: "heading" }) as const;
  const text = (text: string) => ({ text, look: "text" }) as const;
  const seasonal = sheets.some(({ columns }) => columns.some(({ marked }) => marked));
  return {
    name: "Instructions",
    lines: [
      { text: `Capacity Tracker: ${formatMonth(month)}`, look: "title" },
      text(`For returns that count for ${formatMonth(month)}, send this workbook by 11:59pm on ${lastDay}.`),
      heading("What to do"),
      text("1. Go through the sheets. Each row is one location, filled in with the last figures that we have."),
      text("2. Change what is no longer right. A row is filed if you change a figure in it."),
      text(
        "3. If nothing has changed, enter “same” under Action. If there is nothing to count, enter “nil” and a reason.",
      ),
      text("4. Save the workbook as .xlsx. Then choose Bulk update in the service and send it."),
      text("5. We show you what each row will do, and what needs putting right. Nothing is filed until you agree."),
      heading("Good to know"),
      text("A row that you leave as it is files nothing."),
      text("You can sort, filter and hide rows, and move columns. Please do not rename, add or remove headings."),
      text("Blank is not 0. If there are none, enter 0."),
      text("Each heading has a note that says what belongs in its column."),
      ...(seasonal ? [text("Yellow headings are new or seasonal questions.")] : []),
      ...(sheets.some(({ name }) => name.endsWith(" beds"))
        ? [text("On a sheet of beds each location has a row for each type of bed, those in use first.")]
        : []),
      ...(surveys
        ? [
            text("A sheet whose name begins with “Survey” asks the questions of a survey, with your answers so far."),
            text("On these sheets too we send a row only if you change an answer in it, or enter “same” under Action."),
          ]
        : []),
      text("This workbook is for this month only. Download a new one next month."),
      ...(bedTypes.length > 0
        ? [
            heading("What each bed type means"),
            ...bedTypes.map((type) => text(`${type.label}: ${meaningOf(type) || "not yet described"}`)),
          ]
        : []),
      heading("The sheets"),
      ...sheets.map(({ name, rows }) => text(`${name}: ${rows.length} ${rows.length === 1 ? "row" : "rows"}`)),
    ],
  };
}

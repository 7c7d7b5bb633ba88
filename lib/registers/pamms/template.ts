import { formatList } from "@/lib/format";
import { workbook } from "@/lib/sheets/write-xlsx";
import { pammsRatings } from "./assessment";
import { guideSheet, pammsFields } from "./read-pamms";

const { location, rating, assessedOn, reportUri } = pammsFields;

const guide = [
  [`Use one row for each location. It must have a ${location.column}, a ${rating.column} and a date.`],
  [`${location.column}: as CQC writes it, such as 1-1234567890, or our own number for the location.`],
  [`${rating.column}: one of ${formatList(pammsRatings)}.`],
  [`${assessedOn.column}: the day of the assessment, such as 31/10/2026.`],
  [`${reportUri.column}: the full address of the report, beginning https://. You can leave it empty.`],
  ["Locations that are not in the file stay as they are. An older assessment does not replace a newer one."],
  ["Nothing happens until you have seen what the file would change and confirmed it."],
];

/** The spreadsheet of PAMMS ratings to fill in, with a sheet that explains its columns. */
export const pammsTemplate = (): Buffer =>
  workbook([
    {
      name: "PAMMS ratings",
      headings: Object.values(pammsFields).map(({ column }) => column),
      rows: [],
      widths: [22, 24, 16, 60],
    },
    { name: guideSheet, headings: [guideSheet], rows: guide, widths: [110] },
  ]);

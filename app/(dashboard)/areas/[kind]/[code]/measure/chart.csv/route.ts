import { chartDownload } from "@/app/(dashboard)/areas/[kind]/[code]/measure/chart-answer";
import { csvFile } from "@/lib/sheets/write-csv";

/** The figures of a chart, under what they are and before where they come from. */
export const GET = chartDownload("csv", ({ picture, shown, source }) =>
    csvFile([picture.file.headings, ...picture.file.rows, [], [shown.measure.definition], [source]]),
  );

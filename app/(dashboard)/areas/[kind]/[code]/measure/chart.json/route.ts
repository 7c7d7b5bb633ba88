import { chartDownload } from "@/app/(dashboard)/areas/[kind]/[code]/measure/chart-answer";

/** The figures of a chart for a machine: one object a row, by the headings. */
export const GET = chartDownload("json", ({ picture, shown, source }) => {
  const { headings, rows } = picture.file;
  return JSON.stringify({
    title: picture.spec.title,
    description: picture.spec.description,
    measure: { key: shown.measure.key, label: shown.measure.label, definition: shown.measure.definition },
    area: { code: shown.area.code, name: shown.area.name },
    month: shown.month,
    source,
    rows: rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]]))),
  });
});

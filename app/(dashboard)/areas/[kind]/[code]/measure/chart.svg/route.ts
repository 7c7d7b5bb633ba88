import { chartDownload } from "@/app/(dashboard)/areas/[kind]/[code]/measure/chart-answer";
import { chartFile } from "@/components/charts";

/** A chart as a picture, with its title and source. */
export const GET = chartDownload("svg", ({ picture, source }) => chartFile({ ...picture.spec, source }));

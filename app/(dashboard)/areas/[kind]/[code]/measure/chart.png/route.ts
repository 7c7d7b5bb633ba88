import { chartDownload } from "@/app/(dashboard)/areas/[kind]/[code]/measure/chart-answer";
import { chartFile } from "@/components/charts";
import { drawPng } from "./draw-png";

/** A chart as a picture for slides and papers, with its title and source. */
export const GET = chartDownload("png", ({ picture, source }) => drawPng(chartFile({ ...picture.spec, source })));

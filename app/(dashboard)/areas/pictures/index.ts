import type { MapShape } from "@/components/map";
import type { MeasureShown } from "@/lib/reports/measure-page";
import { areaMap } from "./area-map";
import { funnel } from "./funnel";
import type { Picture } from "./picture";
import { ranking } from "./ranking";
import { spread } from "./spread";
import { trend } from "./trend";

export type { Picture } from "./picture";
export { rankedAreas } from "./ranked-areas";

/** The charts that a measure of an area has. Which these are follows from what is known. */
export function picturesOf(shown: MeasureShown, shapes: readonly MapShape[]): Picture[] {
  return [trend(shown), ranking(shown), areaMap(shown, shapes), funnel(shown), spread(shown)].filter(
    (one) => one !== null,
  );
}

import type { Month } from "@/lib/london";
import { questionsAsked } from "@/lib/questions/asked";
import type { BedType } from "@/lib/questions/beds";
import type { Season } from "@/lib/questions/seasons";
import { bedMeasures, measuresOfBedType } from "./measures/beds";
import { continuityMeasures } from "./measures/continuity";
import { homeCareMeasures } from "./measures/home-care";
import type { Measure, MeasureGroup } from "./measures/measure";
import { responseMeasures } from "./measures/response";
import { staffingMeasures } from "./measures/staffing";
import { vaccinationMeasures } from "./measures/vaccination";

export type { Measure, MeasureGroup } from "./measures/measure";
export { roundingOf } from "./measures/measure";
export { measuresOfBedType } from "./measures/beds";

/** Every measure, in the order in which dashboards and lists show them. Those of a bed type come beside them. */
export const measures: readonly Measure[] = [
  ...responseMeasures,
  ...bedMeasures,
  ...homeCareMeasures,
  ...staffingMeasures,
  ...vaccinationMeasures,
  ...continuityMeasures,
];

export const measureGroups: Record<MeasureGroup, string> = {
  response: "Returns",
  beds: "Beds",
  home_care: "Home care capacity",
  staffing: "Staffing",
  vaccination: "Vaccination",
  visiting: "Visiting",
  continuity: "Business continuity",
};

/** A measure by its key, including those of a bed type ("occupied_share:DEM_NUR"); undefined if there is none. */
export const measureOf = (key: string, bedTypes: readonly BedType[] = []): Measure | undefined =>
  [...measures, ...bedTypes.flatMap(measuresOfBedType)].find((measure) => measure.key === key);

/** Whether all that a measure is made of was asked in a month. */
export function isMeasured({ collection, asks = [] }: Measure, month: Month, seasons: readonly Season[]): boolean {
  const asked = new Set(questionsAsked(collection, month, seasons).map(({ key }) => key));
  return asks.every((key) => asked.has(key));
}

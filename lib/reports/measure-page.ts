import type { User } from "@/lib/access/user";
import type { Month } from "@/lib/london";
import { windowFor } from "@/lib/windows/calendar";
import type { AreaFamily } from "./area-family";
import { type Distribution, distribution } from "./distribution";
import { type Measured, measured } from "./measured";
import { type Measure, measureOf } from "./metrics";
import type { SeenArea } from "./owing";
import { windowAsked } from "./window-asked";

/** All that a measure's page of an area shows. */
export interface MeasureShown {
  measure: Measure;
  area: SeenArea;
  /** The windows that can be shown, those of the trend, and the one shown. Oldest first. */
  choices: Month[];
  months: Month[];
  month: Month;
  /** The window that is shown still takes returns, so that its figures are those so far. */
  isOpen: boolean;
  /** The nearest area above, to compare with. */
  above: SeenArea | undefined;
  /** The areas that are ranked: those within this one. */
  ranked: readonly SeenArea[];
  own: Measured;
  others: Measured;
  distribution: Distribution | null;
}

/** How many months a table of areas and months shows. */
export const heatMonths = 12;

/** A measure of an area: its trend beside the area above, the areas within ranked, and the spread of its locations. */
export async function measureShown(
  user: User,
  asked: {
    key: string;
    area: SeenArea;
    family: AreaFamily;
    ranked: readonly SeenArea[];
    month: Month | null;
  },
  now: Date,
): Promise<MeasureShown | null> {
  const { calendar, choices, month, months } = await windowAsked(asked.month, now, "long");
  const measure = measureOf(asked.key, calendar.bedTypesFor(["care_home"], "9999-12"));
  if (!measure) return null;
  const above = asked.family.above.at(-1);
  const [own, others, spread] = await Promise.all([
    measured(user, { areas: above ? [asked.area, above] : [asked.area], months, measures: [measure] }, now),
    measured(user, { areas: asked.ranked, months: months.slice(-heatMonths), measures: [measure] }, now),
    distribution(user, asked.area, measure, month, now),
  ]);
  return {
    measure,
    area: asked.area,
    choices,
    months,
    month,
    isOpen: windowFor(calendar, month, now).closesAt > now,
    above,
    ranked: asked.ranked,
    own,
    others,
    distribution: spread,
  };
}

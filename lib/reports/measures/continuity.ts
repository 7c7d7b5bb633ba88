import { Prisma } from "@/lib/db";
import { type Measure, returnsOf, selfReported } from "./measure";

const visiting: Measure = {
  key: "visiting",
  label: "Residents can receive visitors",
  definition: "The share of homes in which residents can receive visitors.",
  unit: "percent",
  group: "visiting",
  collection: "care_home",
  numerator: { words: "Homes answering yes", of: Prisma.sql`f.visitors_accommodated::int` },
  denominator: { words: "Homes that answered", of: Prisma.sql`(f.visitors_accommodated is not null)::int` },
  asks: ["visitors_accommodated"],
  yesOrNo: true,
  official: true,
  source: returnsOf.home,
  limits: selfReported,
};

const colours = ["red", "amber", "green"] as const;
const supplies = Prisma.sql`array_remove(array[f.ppe_masks, f.ppe_gloves, f.ppe_aprons, f.ppe_eyes, f.ppe_sanitiser], null)`;

const share = (key: string, label: string, definition: string, is: Prisma.Sql, answered: Prisma.Sql): Measure => ({
  key,
  label,
  definition,
  unit: "percent",
  group: "continuity",
  collection: "business_continuity",
  numerator: { words: "Locations of that colour", of: Prisma.sql`(${is})::int` },
  denominator: { words: "Locations that gave a status in the month", of: Prisma.sql`(${answered})::int` },
  yesOrNo: true,
  source: "Business continuity updates",
  limits: "These updates are voluntary. Of several in a month, the newest counts.",
});

const status = colours.map((colour) =>
  share(
    `status_${colour}`,
    `Status ${colour}`,
    `The share of locations whose newest status in the month is ${colour}.`,
    Prisma.sql`f.overall_status = ${colour}::text`,
    Prisma.sql`f.overall_status is not null`,
  ),
);

const workforce = colours.map((colour) =>
  share(
    `workforce_${colour}`,
    `Workforce ${colour}`,
    `The share of locations whose newest workforce status in the month is ${colour}.`,
    Prisma.sql`f.workforce_status = ${colour}::text`,
    Prisma.sql`f.workforce_status is not null`,
  ),
);

/** By the worst of the supplies that a location named: red, else amber, else green, else blue. */
const supply = (["red", "amber", "green", "blue"] as const).map((colour, at, all) =>
  share(
    `supplies_${colour}`,
    `Supplies ${colour}`,
    `The share of locations for which ${colour} is the worst status among their protective equipment.`,
    Prisma.sql`case when cardinality(${supplies}) > 0
                    then ${colour}::text = any(${supplies}) and not ${supplies} && ${all.slice(0, at)}::text[] end`,
    Prisma.sql`cardinality(${supplies}) > 0`,
  ),
);

export const continuityMeasures: readonly Measure[] = [visiting, ...status, ...workforce, ...supply];

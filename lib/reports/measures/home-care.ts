import { Prisma } from "@/lib/db";
import { type Measure, returnsOf, selfReported } from "./measure";

const base = { group: "home_care", collection: "home_care", source: returnsOf.care, limits: selfReported } as const;

/** What home care could still do, and for whom it cares. */
export const homeCareMeasures: readonly Measure[] = [
  {
    ...base,
    key: "home_care_people",
    label: "People using home care",
    definition: "People using the services that responded.",
    unit: "count",
    numerator: { words: "People using the service", of: Prisma.sql`f.service_users` },
    asks: ["service_users"],
    official: true,
  },
  {
    ...base,
    key: "home_care_extra_hours",
    label: "Extra hours a week",
    definition: "Hours of care a week that services say they could give on top of what they give now.",
    unit: "hours",
    numerator: { words: "Extra hours a week", of: Prisma.sql`f.extra_hours_per_week` },
    asks: ["extra_hours_per_week"],
  },
  {
    ...base,
    key: "home_care_can_give_more",
    label: "Could give more hours",
    definition: "The share of services that could give any extra hours of care.",
    unit: "percent",
    numerator: { words: "Services answering yes", of: Prisma.sql`f.can_provide_more_hours::int` },
    denominator: { words: "Services that answered", of: Prisma.sql`(f.can_provide_more_hours is not null)::int` },
    asks: ["can_provide_more_hours"],
    yesOrNo: true,
  },
  {
    ...base,
    key: "home_care_publicly_funded",
    label: "Funded by the NHS or a council",
    definition: "The share of people using home care who are funded by the NHS or a council.",
    unit: "percent",
    numerator: { words: "People funded by the NHS or a council", of: Prisma.sql`f.users_nhs_la` },
    denominator: { words: "People using the service", of: Prisma.sql`f.service_users` },
    asks: ["users_nhs_la"],
    limits: `${selfReported} Some people's care is paid for from more than one source.`,
  },
  {
    ...base,
    key: "home_care_handed_back",
    label: "Care packages handed back",
    definition:
      "Packages of care handed back in the month before, as each service's own percentage weighted by the people it cares for.",
    unit: "percent",
    numerator: {
      words: "Percentage handed back, times the people using the service",
      of: Prisma.sql`f.returned_poc_percent / 100 * f.service_users`,
    },
    denominator: { words: "People using the service", of: Prisma.sql`f.service_users` },
    asks: ["returned_poc_percent"],
    limits: `${selfReported} The number of packages is not collected, so people using the service stand in for it.`,
  },
];

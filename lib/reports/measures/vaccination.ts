import { Prisma } from "@/lib/db";
import { inSentence } from "@/lib/format";
import type { MandatedCollection } from "@/lib/questions/collections";
import type { SeasonKey } from "@/lib/questions/question";
import { type Measure, returnsOf, selfReported } from "./measure";
import { agencySql, employedSql } from "./staffing";

const ages = {
  older: { words: "homes for older people", of: Prisma.sql`f.older` },
  younger: { words: "homes for younger adults", of: Prisma.sql`not f.older` },
};
const bands = "A home is for older people where CQC lists older people or dementia among those it serves.";

const when = (condition: Prisma.Sql, value: Prisma.Sql) => Prisma.sql`case when ${condition} then ${value} end`;

/** Uptake among residents and staff, in homes for older people and for younger adults apart, as published. */
const inHomes = (age: keyof typeof ages): Measure[] =>
  [
    { who: "residents", label: "Residents", of: Prisma.sql`f.occupied`, words: "Occupied beds" },
    { who: "staff", label: "Staff", of: employedSql, words: "Staff employed directly" },
  ].map(({ who, label, of, words }) => ({
    key: `flu_${who}_${age}`,
    label: `Flu vaccination, ${label.toLowerCase()}, ${ages[age].words}`,
    definition: `${label} vaccinated against flu this season as a share of ${label.toLowerCase()}, in ${ages[age].words}.`,
    unit: "percent",
    group: "vaccination",
    collection: "care_home",
    numerator: {
      words: `${label} vaccinated against flu this season`,
      of: when(
        ages[age].of,
        Prisma.sql`${who === "residents" ? Prisma.sql`f.flu_residents` : Prisma.sql`f.flu_staff`}`,
      ),
    },
    denominator: { words, of },
    asks: [`flu_${who}`],
    season: "flu",
    official: true,
    source: returnsOf.home,
    limits: `${selfReported} ${bands}`,
  }));

const uptake = (
  key: string,
  label: string,
  season: SeasonKey,
  asks: string,
  numerator: Prisma.Sql,
  denominator: { words: string; of: Prisma.Sql },
  collection: MandatedCollection = "care_home",
): Measure => ({
  key,
  label,
  definition: `${label}: those vaccinated this season as a share of ${inSentence(denominator.words)}.`,
  unit: "percent",
  group: "vaccination",
  collection,
  numerator: { words: "Vaccinated this season", of: numerator },
  denominator,
  asks: [asks],
  season,
  source: collection === "care_home" ? returnsOf.home : returnsOf.care,
  limits: selfReported,
});

const residents = { words: "Occupied beds", of: Prisma.sql`f.occupied` };
const staff = { words: "Staff employed directly", of: employedSql };
const carers = { words: "Staff who provide care", of: Prisma.sql`f.care_staff_employed` };
const agency = { words: "Agency and bank staff", of: agencySql };

export const vaccinationMeasures: readonly Measure[] = [
  uptake("flu_residents", "Flu vaccination, residents", "flu", "flu_residents", Prisma.sql`f.flu_residents`, residents),
  uptake("flu_staff", "Flu vaccination, staff", "flu", "flu_staff", Prisma.sql`f.flu_staff`, staff),
  uptake(
    "flu_agency",
    "Flu vaccination, agency staff",
    "flu",
    "flu_agency_staff",
    Prisma.sql`f.flu_agency_staff`,
    agency,
  ),
  ...inHomes("older"),
  ...inHomes("younger"),
  {
    ...uptake(
      "flu_home_care_staff",
      "Flu vaccination, care staff",
      "flu",
      "flu_staff",
      Prisma.sql`f.flu_staff`,
      carers,
      "home_care",
    ),
    official: true,
  },
  uptake(
    "covid_residents",
    "COVID-19 vaccination, residents",
    "covid",
    "covid_seasonal_residents",
    Prisma.sql`f.covid_seasonal_residents`,
    residents,
  ),
  uptake(
    "covid_staff",
    "COVID-19 vaccination, staff",
    "covid",
    "covid_seasonal_staff",
    Prisma.sql`f.covid_seasonal_staff`,
    staff,
  ),
  uptake(
    "covid_home_care_staff",
    "COVID-19 vaccination, care staff",
    "covid",
    "covid_seasonal_staff",
    Prisma.sql`f.covid_seasonal_staff`,
    carers,
    "home_care",
  ),
];

import { Prisma } from "@/lib/db";
import { type Measure, returnsOf, selfReported } from "./measure";

const home = { group: "staffing", collection: "care_home", source: returnsOf.home, limits: selfReported } as const;
const care = { group: "staffing", collection: "home_care", source: returnsOf.care, limits: selfReported } as const;

export const employedSql = Prisma.sql`(f.nurses_employed + f.care_workers_employed + f.non_care_workers_employed)`;
export const agencySql = Prisma.sql`(f.agency_nurses + f.agency_care_workers + f.agency_non_care_workers)`;
const absentCovid = Prisma.sql`(f.nurses_absent_covid + f.care_workers_absent_covid + f.non_care_workers_absent_covid)`;
const absentOther = Prisma.sql`(f.nurses_absent_general + f.care_workers_absent_general + f.non_care_workers_absent_general)`;
const employed = { words: "Staff employed directly", of: employedSql };
const covidAbsence = "Staff absent because of COVID-19 as a share of the staff employed directly.";
const hours = "Hours are of the calendar month before. Services that left them blank do not count.";

/** Hours, asked alike of both collections. */
const hoursOf = (base: typeof home | typeof care): Measure[] => [
  {
    ...base,
    key: `${base.collection}_agency_hours`,
    label: "Agency hours",
    definition: "Hours worked by agency or bank care staff as a share of all hours worked by care staff.",
    unit: "percent",
    numerator: { words: "Agency and bank hours", of: Prisma.sql`f.hours_agency` },
    denominator: { words: "Hours paid, and agency and bank hours", of: Prisma.sql`(f.hours_paid + f.hours_agency)` },
    asks: ["hours_paid", "hours_agency"],
    limits: `${selfReported} ${hours}`,
  },
  {
    ...base,
    key: `${base.collection}_overtime_hours`,
    label: "Overtime",
    definition: "Overtime hours as a share of the hours paid to care staff.",
    unit: "percent",
    numerator: { words: "Overtime hours", of: Prisma.sql`f.hours_overtime` },
    denominator: { words: "Hours paid", of: Prisma.sql`f.hours_paid` },
    asks: ["hours_paid", "hours_overtime"],
    limits: `${selfReported} ${hours}`,
  },
];

/** Staff: how many, how many from agencies, how many absent. */
export const staffingMeasures: readonly Measure[] = [
  {
    ...home,
    key: "care_home_staff",
    label: "Staff employed",
    definition: "Nurses, care workers and other staff that the homes that responded employ directly.",
    unit: "count",
    numerator: employed,
    asks: ["nurses_employed", "care_workers_employed", "non_care_workers_employed"],
  },
  {
    ...home,
    key: "care_home_agency_share",
    label: "Agency staff",
    definition: "Agency and bank staff as a share of all staff, employed directly or not.",
    unit: "percent",
    numerator: { words: "Agency and bank staff", of: agencySql },
    denominator: {
      words: "Staff employed directly, and agency and bank staff",
      of: Prisma.sql`(${employedSql} + ${agencySql})`,
    },
    asks: ["nurses_employed", "agency_nurses"],
  },
  {
    ...home,
    key: "care_home_covid_absence",
    label: "Absent, COVID-19",
    definition: covidAbsence,
    unit: "percent",
    numerator: { words: "Staff absent because of COVID-19", of: absentCovid },
    denominator: employed,
    asks: ["nurses_absent_covid"],
    official: true,
  },
  {
    ...home,
    key: "care_home_absence",
    label: "Absent, all reasons",
    definition: "Staff absent for any reason as a share of the staff employed directly.",
    unit: "percent",
    numerator: { words: "Staff absent for any reason", of: Prisma.sql`(${absentCovid} + ${absentOther})` },
    denominator: employed,
    asks: ["nurses_absent_general"],
  },
  ...hoursOf(home),
  {
    ...care,
    key: "home_care_staff",
    label: "Care staff employed",
    definition: "Staff who provide care, employed by the services that responded.",
    unit: "count",
    numerator: { words: "Staff who provide care", of: Prisma.sql`f.care_staff_employed` },
    asks: ["care_staff_employed"],
  },
  {
    ...care,
    key: "home_care_covid_absence",
    label: "Absent, COVID-19",
    definition: covidAbsence,
    unit: "percent",
    numerator: { words: "Care staff not working because of COVID-19", of: Prisma.sql`f.care_staff_absent_covid` },
    denominator: { words: "Staff who provide care", of: Prisma.sql`f.care_staff_employed` },
    asks: ["care_staff_absent_covid"],
    official: true,
  },
  ...hoursOf(care),
];

import { type Measure, measures, measuresOfBedType } from "@/lib/reports/metrics";
import { reportOf } from "./measure-report";
import type { LibraryReport } from "./report";

const inGroup =
  (...groups: Measure["group"][]) =>
  (): readonly Measure[] =>
    measures.filter(({ group }) => groups.includes(group));
const whose =
  (matches: RegExp, ...groups: Measure["group"][]) =>
  (): readonly Measure[] =>
    measures.filter(({ group, key }) => groups.includes(group) && matches.test(key));

/** Reports of sums by area or provider: each a choice among the measures. */
export const areaReports: readonly LibraryReport[] = [
  reportOf({
    key: "response-rates",
    title: "Response rates",
    summary: "How many locations filed, and how many are at risk, by area.",
    group: "returns",
    of: inGroup("response"),
  }),
  reportOf({
    key: "occupancy",
    title: "Occupancy and vacancy",
    summary: "Beds, occupied, vacant and admittable, vacant and not admittable, by area.",
    group: "care",
    of: inGroup("beds"),
    always: "care_home",
  }),
  reportOf({
    key: "bed-types",
    title: "Occupancy and vacancy by bed type",
    summary: "Capacity, share occupied and beds accepting admissions of each bed type, by area.",
    group: "care",
    of: ({ calendar, criteria: { month } }) => calendar.bedTypesFor(["care_home"], month).flatMap(measuresOfBedType),
    always: "care_home",
  }),
  reportOf({
    key: "workforce",
    title: "Workforce",
    summary: "Staff employed, agency share and hours, by area.",
    group: "care",
    of: whose(/^(?!.*(?:absen|absence))/, "staffing"),
  }),
  reportOf({
    key: "absence",
    title: "Staff absence",
    summary: "Staff absent because of COVID-19 and for other reasons, by area.",
    group: "care",
    of: whose(/absen|absence/, "staffing"),
  }),
  reportOf({
    key: "vaccination",
    title: "Vaccination",
    summary: "Flu uptake of residents and staff in the season, by area.",
    group: "care",
    of: inGroup("vaccination"),
  }),
  reportOf({
    key: "visiting",
    title: "Visiting",
    summary: "Homes in which residents can receive visitors, by area.",
    group: "care",
    of: inGroup("visiting"),
    always: "care_home",
  }),
  reportOf({
    key: "home-care",
    title: "Home care",
    summary: "People using home care, extra hours and packages handed back, by area.",
    group: "care",
    of: inGroup("home_care"),
    always: "home_care",
  }),
  reportOf({
    key: "business-continuity",
    title: "Business continuity",
    summary: "Blue, red, amber and green status of locations, by area.",
    group: "care",
    of: inGroup("continuity"),
    always: "business_continuity",
  }),
];

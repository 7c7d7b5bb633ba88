import type { Filing } from "@/lib/returns/filing";

/** A care home's return of November 2026, when flu is asked, with nothing to ask about. */
export const rosewoodTyped: Readonly<Record<string, string>> = {
  "beds.open": "yes",
  "beds.GEN_RES.capacity": "20",
  "beds.GEN_RES.occupied": "16",
  "beds.GEN_RES.reserved": "1",
  "beds.GEN_RES.accepting": "2",
  nurses_employed: "4",
  care_workers_employed: "24",
  non_care_workers_employed: "6",
  agency_nurses: "1",
  agency_care_workers: "2",
  agency_non_care_workers: "0",
  nurses_absent_covid: "0",
  nurses_absent_general: "1",
  care_workers_absent_covid: "1",
  care_workers_absent_general: "2",
  non_care_workers_absent_covid: "0",
  non_care_workers_absent_general: "0",
  hours_paid: "4120.5",
  hours_overtime: "120",
  hours_agency: "60",
  hours_absence: "75",
  visitors_accommodated: "yes",
  flu_residents: "12",
  flu_staff: "20",
  flu_agency_staff: "1",
};

/** The same home in October, when flu is not asked. */
export const withoutFlu = Object.fromEntries(Object.entries(rosewoodTyped).filter(([key]) => !key.startsWith("flu_")));

let keys = 0;

/** A care home's return, changed as the test says; each has a form of its own. */
export const filingOf = (locationId: number, changes: Partial<Filing> = {}): Filing => ({
  locationId,
  collection: "care_home",
  typed: rosewoodTyped,
  idempotencyKey: `form-${++keys}`,
  source: "form",
  ...changes,
});

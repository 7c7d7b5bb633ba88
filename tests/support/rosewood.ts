/** A care home's return as typed, when no season is on: twenty beds, forty staff, nothing to ask about. */
export const careHomeTyped: Readonly<Record<string, string>> = {
  "beds.open": "yes",
  "beds.GEN_RES.capacity": "20",
  "beds.GEN_RES.occupied": "16",
  "beds.GEN_RES.reserved": "1",
  "beds.GEN_RES.accepting": "2",
  "beds.GEN_RES.open": "yes",
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
  hours_paid: "4,120.5",
  hours_overtime: "120",
  hours_agency: "60",
  hours_absence: "75",
  visitors_accommodated: "yes",
};

/** Its answers about flu, asked from November to March. */
export const fluTyped: Readonly<Record<string, string>> = {
  flu_residents: "12",
  flu_staff: "20",
  flu_agency_staff: "1",
};

/** A home care return as typed, when no season is on, with nothing to ask about. */
export const homeCareTyped: Readonly<Record<string, string>> = {
  service_users: "40",
  users_nhs_la: "30",
  users_self_funded: "8",
  returned_poc_percent: "2.5",
  care_staff_employed: "18",
  care_staff_absent_covid: "1",
  hours_paid: "1800",
  hours_overtime: "40",
  hours_agency: "0",
  days_absence: "6",
  can_provide_more_hours: "yes",
  extra_hours_per_week: "30",
};

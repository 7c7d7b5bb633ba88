import type { Choice, Question } from "./question";

/** What the colours mean for a home's status and its workforce. */
export const statuses = [
  { key: "green", label: "Green", hint: "No problem", colour: "green" },
  { key: "amber", label: "Amber", hint: "There is a problem, but people's care needs are being met", colour: "amber" },
  { key: "red", label: "Red", hint: "People's care needs are not being met", colour: "red" },
] as const satisfies readonly Choice[];

/** Supplies have a fourth colour: blue, when there is enough for the long term. */
export const supplyStatuses = [
  { key: "blue", label: "Blue", hint: "We have a long-term supply", colour: "blue" },
  ...statuses,
] as const satisfies readonly Choice[];

const month = "Count the whole of last calendar month, for everyone who provides care.";

/** Hours of care staff in the previous calendar month, asked of care homes and home care alike. */
export const hoursQuestions = [
  {
    key: "hours_paid",
    label: "How many hours did you pay your care staff for last month?",
    short: "Hours paid",
    enter: "how many hours you paid your care staff for last month",
    hint: `${month} Include overtime. Leave out agency staff.`,
    unit: "hours",
    kind: "hours",
    section: "hours",
    monthBefore: true,
    from: "2023-01",
    mayBeBlank: "warned",
  },
  {
    key: "hours_overtime",
    label: "How many of these hours were overtime?",
    short: "Overtime hours",
    enter: "how many of the hours paid were overtime",
    unit: "hours",
    kind: "hours",
    section: "hours",
    monthBefore: true,
    from: "2023-01",
    mayBeBlank: "warned",
    atMost: { of: ["hours_paid"], is: "the hours paid in all", soft: true },
  },
  {
    key: "hours_agency",
    label: "How many hours did agency or bank care staff work last month?",
    short: "Agency hours",
    enter: "how many hours agency or bank care staff worked last month",
    hint: month,
    unit: "hours",
    kind: "hours",
    section: "hours",
    monthBefore: true,
    from: "2023-01",
    mayBeBlank: "warned",
  },
  {
    key: "hours_absence",
    label: "How many hours were your care staff absent last month?",
    short: "Absence in hours",
    enter: "how many hours your care staff were absent last month",
    hint: "Answer in hours or in days, whichever you record. You do not need to answer both.",
    unit: "hours",
    kind: "hours",
    section: "hours",
    monthBefore: true,
    from: "2023-01",
    mayBeBlank: "warned",
    orElse: "days_absence",
  },
  {
    key: "days_absence",
    label: "How many days were your care staff absent last month?",
    short: "Absence in days",
    enter: "how many days your care staff were absent last month",
    unit: "days",
    kind: "hours",
    section: "hours",
    monthBefore: true,
    from: "2023-01",
    mayBeBlank: "warned",
    orElse: "hours_absence",
  },
] as const satisfies readonly Question[];

import { type FilingKind, filingKinds, isFilingKind, kindNames } from "@/lib/access/kinds";

/** The kinds of care that can be looked for, in the order in which they are offered. */
export const services = filingKinds;
export type Service = FilingKind;

/** What each kind of care is called. */
export const serviceWords = kindNames;

export const isService = isFilingKind;

/** Home care is counted in hours a week, everything else in beds. */
export const countsHours = (service: Service): boolean => service === "home_care";

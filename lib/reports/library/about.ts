import { formatDateTime, formatMonth } from "@/lib/format";
import { collections } from "@/lib/questions/collections";
import { groupingWords } from "./groupings";
import type { Asking, CriterionKey, LibraryReport } from "./report";

export const figureWords = { numbers: "Numbers", percentages: "Percentages" } as const;
export const registrationWords = { both: "New and existing", new: "New only", existing: "Existing only" } as const;

export const criterionLabels: Record<CriterionKey, string> = {
  collection: "Provider type",
  month: "Window",
  grouping: "Grouping",
  figures: "Data type",
  registration: "Registration status",
  search: "Search",
};

/** What was chosen, each with its label, as a page and a file say it. */
export function criteriaInWords(report: LibraryReport, { criteria, area }: Asking): [string, string][] {
  const words: Record<CriterionKey, string> = {
    collection: collections[criteria.collection].plural,
    month: formatMonth(criteria.month),
    grouping: groupingWords[criteria.grouping].choice,
    figures: figureWords[criteria.figures],
    registration: registrationWords[criteria.registration],
    search: criteria.search || "None",
  };
  return [
    ["Area", area?.name ?? "Everything you can see"],
    ...report.criteria.map((key): [string, string] => [criterionLabels[key], words[key]]),
  ];
}

/** What a file says about itself: title, moment, criteria, definitions, source. */
export function aboutReport(report: LibraryReport, asking: Asking): [string, string][] {
  return [
    ["Report", report.title],
    ["What it shows", report.summary],
    ["As of", formatDateTime(asking.asOf)],
    ...criteriaInWords(report, asking),
    ...report
      .columns(asking)
      .flatMap(({ heading, definition }): [string, string][] => (definition ? [[heading, definition]] : [])),
    ...report.notes.map((note): [string, string] => ["Note", note]),
    ["Location facts", "Names, areas and registration are as CQC's register has them today."],
    ["Source", "Contains CQC information licensed under the Open Government Licence v3.0."],
  ];
}

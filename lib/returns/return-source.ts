/** How a return came, as the record keeps it. */
export type ReturnSource = "form" | "unchanged" | "reminder" | "nil" | "workbook" | "api" | "demo";

const words: Record<ReturnSource, string> = {
  form: "Filed with the form",
  unchanged: "Filed as unchanged",
  reminder: "Filed as unchanged from a reminder",
  nil: "Filed as a nil return",
  workbook: "Filed with a workbook",
  api: "Filed by another system",
  demo: "Made up for the demo",
};

/** How it came, in words for receipts and lists. */
export const sourceInWords = (source: string): string => words[source as ReturnSource] ?? source;

/** How a return came, as the record keeps it. */
export type ReturnSource = "form" | "unchanged" | "reminder" | "nil" | "workbook" | "api" | "demo";

const words: Readonly<Record<string, string>> = {
  form: "Filed online",
  unchanged: "Filed as unchanged",
  reminder: "Filed as unchanged from a reminder",
  nil: "Filed as a nil return",
  workbook: "Filed with a workbook",
  api: "Filed by another system",
  demo: "Made up for the demo",
} satisfies Record<ReturnSource, string>;

/** How it came, in words for receipts and lists. */
export const sourceInWords = (source: string): string => words[source] ?? source;

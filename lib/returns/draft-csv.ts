import { csvFile } from "@/lib/sheets/write-csv";
import { differences } from "@/lib/questions/differences";
import { formToSend } from "./form-to-send";
import type { ReturnForm } from "./return-form";

/** A draft as a file, with a row for each answer; null if there is no draft. */
export function draftCsv(form: ReturnForm): string | null {
  if (!form.draft) return null;
  const { figures } = formToSend(form);
  const said = differences(form.collection, { answers: {}, beds: null }, figures, form.bedTypes);
  return csvFile([["Question", "Answer"], ...said.map(({ label, after }) => [label, after])]);
}

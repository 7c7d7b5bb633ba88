import { ActionForm, HiddenField, SelectField, SubmitButton, TextField } from "@/components/ui";
import { scheduleWords } from "@/lib/reports/library/schedule";
import { keepReport } from "./actions";

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: inWords(hour) }));

/** "8am", "midday". */
export function inWords(hour: number): string {
  if (hour === 0) return "Midnight";
  if (hour === 12) return "Midday";
  return hour < 12 ? `${hour}am` : `${hour - 12}pm`;
}

/** Keeps what was chosen under a name, to open again or to be emailed. */
export const SaveReportForm = ({ report, query }: { report: string; query: string }) => (
  <ActionForm action={keepReport} foldedUnder="Save these choices, or have the report emailed to you">
    <HiddenField name="report" value={report} />
    <HiddenField name="query" value={query} />
    <TextField name="label" label="Name" hint="For example, “Oldham care homes”" />
    <SelectField
      name="every"
      label="Email me a link"
      empty="Never"
      hint="The email has no figures in it. You will need to sign in to see them"
      choices={Object.entries(scheduleWords).map(([value, label]) => ({ value, label }))}
    />
    <SelectField name="hour" label="At" value="8" empty={null} choices={hours} />
    <SubmitButton look="secondary" pending="Saving…">
      Save the report
    </SubmitButton>
  </ActionForm>
);

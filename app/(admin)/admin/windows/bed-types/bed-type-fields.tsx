import { RadiosField, SelectField, TextareaField, TextField } from "@/components/ui";
import { formatMonth } from "@/lib/format";
import { addMonths, type Month } from "@/lib/london";
import { bedGroups } from "@/lib/beds/support/bed-type";

export interface BedTypeShown {
  label: string;
  group: string;
  from: Month;
  until: Month;
}

/** What may be said of a kind of bed, and why. */
export function BedTypeFields({ saved, now }: { saved?: BedTypeShown; now: Month }) {
  const near = Array.from({ length: 37 }, (_, ahead) => addMonths(now, ahead - 18));
  const months = [...new Set([...near, saved?.from ?? "", saved?.until ?? ""])].filter((month) => month !== "").sort();
  const choices = months.map((month) => ({ value: month, label: formatMonth(month) }));
  return (
    <>
      <TextField
        name="label"
        label="Name"
        hint="The name people will see, such as Adult inpatient"
        value={saved?.label}
      />
      <RadiosField
        name="group"
        label="Group"
        value={saved?.group}
        choices={Object.entries(bedGroups).map(([value, label]) => ({ value, label }))}
        inline
      />
      <SelectField
        name="from"
        label="First window to ask about them"
        value={saved?.from}
        empty="From the beginning"
        choices={choices}
      />
      <SelectField
        name="until"
        label="Last window to ask about them"
        value={saved?.until}
        empty="No end"
        choices={choices}
      />
      <TextareaField name="reason" label="Reason" limit={500} rows={3} />
    </>
  );
}

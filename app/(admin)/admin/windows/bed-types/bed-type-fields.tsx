import { RadiosField, SelectField, TextareaField, TextField } from "@/components/ui";
import { formatMonth } from "@/lib/format";
import { addMonths, type Month } from "@/lib/london";
import { bedGroups, servicesWithBeds } from "@/lib/beds/support/bed-type";
import { locationsOfKind } from "@/lib/access/kinds";

export interface BedTypeShown {
  label: string;
  group: string;
  from: Month;
  until: Month;
  definition: string;
  example: string;
  service: string;
}

/** The fields of a bed type, and the reason for a change. */
export function BedTypeFields({ saved, now }: { saved?: BedTypeShown; now: Month }) {
  const near = Array.from({ length: 37 }, (_, ahead) => addMonths(now, ahead - 18));
  const months = [...new Set([...near, saved?.from ?? "", saved?.until ?? ""])].filter((month) => month !== "").sort();
  const choices = months.map((month) => ({ value: month, label: formatMonth(month) }));
  return (
    <>
      <RadiosField
        name="service"
        label="Who counts these beds?"
        value={saved?.service}
        choices={servicesWithBeds.map((value) => ({ value, label: locationsOfKind(value) }))}
      />
      <TextField
        name="label"
        label="Name"
        hint="The name people will see, such as Adult inpatient"
        value={saved?.label}
      />
      <TextareaField
        name="definition"
        label="What counts as such a bed"
        hint="Shown where people enter the figure, in Find and in reports"
        value={saved?.definition}
        limit={300}
        rows={3}
      />
      <TextareaField
        name="example"
        label="An example (optional)"
        hint="Such as: a person with a catheter and pressure ulcers after a stroke"
        value={saved?.example}
        limit={300}
        rows={2}
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

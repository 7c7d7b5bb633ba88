import { SelectField } from "@/components/ui";
import { formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";

/** Which window; the newest that has opened is chosen. */
export const WindowField = ({ months, latest }: { months: readonly Month[]; latest: Month }) => (
  <SelectField
    name="month"
    label="Window"
    value={latest}
    empty={null}
    choices={months.map((month) => ({ value: month, label: formatMonth(month) }))}
  />
);

import { Table } from "@/components/ui";
import { formatDateTime, formatLongDate, formatMonth } from "@/lib/format";
import { dayOf } from "@/lib/london";
import type { Compliance, MonthStanding } from "@/lib/windows/compliance";
import { lastMinute } from "@/lib/windows/reporting-window";
import { sourceInWords } from "@/lib/questions/return-source";
import { StandingTag } from "@/app/(dashboard)/returns/standing-tag";

/** How a location stands with a monthly return, and the months that make it so. */
export function ComplianceMonths({ compliance, asOf }: { compliance: Compliance; asOf: Date | null }) {
  return (
    <section aria-labelledby="standing">
      <h2 className="nhsuk-heading-m" id="standing">
        <StandingTag standing={compliance.standing} />
      </h2>
      <p>
        {asOf && `As it was known on ${formatLongDate(dayOf(asOf))}. `}
        {compliance.why}
      </p>
      <Table
        caption={asOf ? "The 12 windows before" : "The last 12 windows"}
        rows={compliance.months.toReversed()}
        rowKey={({ month }) => month}
        compact
        columns={[
          { key: "month", heading: "Window", cell: ({ month }) => formatMonth(month) },
          { key: "state", heading: "State", cell: inWords },
          { key: "closes", heading: "Closes", cell: ({ window }) => formatDateTime(lastMinute(window)) },
        ]}
      />
    </section>
  );
}

const words = {
  "not due": "Not due",
  open: "Open",
  missed: "Missed",
  filed: "Filed",
  nil: "Nil return",
  "late update": "Missed, updated late",
};

const inWords = (row: MonthStanding): string =>
  "at" in row
    ? `${words[row.state]}: ${formatDateTime(row.at)}, ${sourceInWords(row.source).toLowerCase()}`
    : words[row.state];

import { Table } from "@/components/ui";
import { formatDate, formatDateTime, formatLongDate, formatMonth } from "@/lib/format";
import { dayOf, type Month } from "@/lib/london";
import type { Compliance, MonthStanding } from "@/lib/windows/compliance";
import type { Excuse } from "@/lib/windows/excuses";
import { lastMinute } from "@/lib/windows/reporting-window";
import { sourceInWords } from "@/lib/questions/return-source";
import { StandingTag } from "@/app/(dashboard)/returns/standing-tag";

/** A location's compliance with a monthly return, and the months behind it. */
export function ComplianceMonths(props: { compliance: Compliance; excuses: readonly Excuse[]; asOf: Date | null }) {
  const { compliance, excuses, asOf } = props;
  const excuseOf = (month: Month) => excuses.find((excuse) => excuse.month === month);
  return (
    <section aria-labelledby="standing">
      <h2 className="nhsuk-heading-m" id="standing">
        <StandingTag standing={compliance.standing} />
      </h2>
      <p>
        {asOf && `As it was known on ${formatLongDate(dayOf(asOf))}. `}
        {compliance.why}
      </p>
      {excuses.length > 0 && (
        <p>
          An excused month is shown beside the missed window, which still counts towards this location’s compliance.
        </p>
      )}
      <Table
        caption={asOf ? "The 12 windows before" : "The last 12 windows"}
        rows={compliance.months.toReversed()}
        rowKey={({ month }) => month}
        compact
        columns={[
          { key: "month", heading: "Window", cell: ({ month }) => formatMonth(month) },
          { key: "state", heading: "Status", cell: inWords },
          ...(excuses.length > 0
            ? [
                {
                  key: "excused",
                  heading: "Excused",
                  cell: ({ month }: MonthStanding) => excusedInWords(excuseOf(month)),
                },
              ]
            : []),
          { key: "closes", heading: "Closes", cell: ({ window }) => formatDateTime(lastMinute(window)) },
        ]}
      />
    </section>
  );
}

const excusedInWords = (excuse: Excuse | undefined) =>
  excuse ? `Excused on ${formatDate(excuse.at)}: ${excuse.reason}` : "No";

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

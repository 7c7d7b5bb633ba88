import { Link } from "@/components/ui/link";
import { Tag, type Column, type TagColour, type TagShape } from "@/components/ui";
import { formatAgo, formatCount, formatList, formatMonth, inSentence } from "@/lib/format";
import { contactWords, worklistReasons, type WorklistReason } from "@/lib/reports/worklist/reasons";
import { TickLocation } from "./together";
import type { WorklistRow } from "@/lib/reports/worklist/worklist";
import { formatTelephone, telephoneHref } from "@/lib/telephone";

const looks: Record<WorklistReason, { colour: TagColour; shape: TagShape }> = {
  notice: { colour: "red", shape: "diamond" },
  risk: { colour: "orange", shape: "triangle" },
  waiting: { colour: "orange", shape: "ring" },
  not_active: { colour: "purple", shape: "circle" },
  no_user: { colour: "purple", shape: "cross" },
  one_user: { colour: "grey", shape: "circle" },
  doubted: { colour: "yellow", shape: "square" },
  stale: { colour: "grey", shape: "square" },
};

/** Why a location is on the list, each reason a tag with its word. */
export const ReasonTags = ({ reasons }: { reasons: readonly WorklistReason[] }) => (
  <span className="flex flex-wrap gap-1">
    {reasons.map((reason) => (
      <Tag key={reason} {...looks[reason]}>
        {worklistReasons[reason]}
      </Tag>
    ))}
  </span>
);

const returnNames = { care_home: "care home return", home_care: "home care return" } as const;

/** Which returns are missing, and what makes it at risk, in a sentence each. */
export function whyInWords(row: Pick<WorklistRow, "waiting" | "standings" | "excused">): string[] {
  const { waiting, standings, excused } = row;
  const missing = waiting.length > 0 ? [`No ${formatList(waiting.map((one) => returnNames[one]))} this window.`] : [];
  const stood = Object.values(standings).filter(({ standing }) => standing !== "on track");
  const excuses = excused.length > 0 ? [`Excused for ${formatList(excused.map(formatMonth))}, and still missed.`] : [];
  return [...missing, ...new Set(stood.map(({ why }) => why)), ...excuses];
}

export const contactInWords = ({ result, note }: NonNullable<WorklistRow["lastContact"]>): string =>
  note ? `${contactWords[result]}: ${note}` : contactWords[result];

export const Ring = ({ telephone }: { telephone: string }) => (
  <a className="whitespace-nowrap" href={telephoneHref(telephone)}>
    {formatTelephone(telephone)}
  </a>
);

/** The table's columns; `from` is this list's own address, to come back to. */
export const worklistColumns = (time: Date, from: string): Column<WorklistRow>[] => [
  {
    key: "tick",
    heading: "Select",
    cell: ({ id, name }) => <TickLocation id={id} name={name} />,
  },
  {
    key: "name",
    heading: "Location",
    rowHeader: true,
    sort: true,
    cell: (row) => (
      <>
        <Link href={`/areas/worklist/${row.id}?from=${encodeURIComponent(from)}`}>{row.name}</Link>
        <span className="nhsuk-body-s block">{[row.postcode, row.council].filter(Boolean).join(", ")}</span>
      </>
    ),
  },
  { key: "provider", heading: "Provider", sort: true, hideOnPhone: true, cell: (row) => row.provider },
  {
    key: "pressing",
    heading: "Why",
    sort: "pressing",
    cell: (row) => (
      <>
        <ReasonTags reasons={row.reasons} />
        <span className="nhsuk-body-s block">{whyInWords(row).join(" ")}</span>
      </>
    ),
  },
  {
    key: "telephone",
    heading: "Telephone",
    cell: (row) => (row.telephone ? <Ring telephone={row.telephone} /> : "Not known"),
  },
  {
    key: "manager",
    heading: "Manager",
    cell: ({ manager }) =>
      manager ? (
        <>
          {manager.name ?? "Name not known"}
          {manager.telephone && (
            <span className="block">
              <Ring telephone={manager.telephone} />
            </span>
          )}
        </>
      ) : (
        "Not known"
      ),
  },
  { key: "users", heading: "Users", numeric: true, sort: true, cell: (row) => row.users },
  {
    key: "contact",
    heading: "Last contact",
    sort: "date",
    cell: ({ lastContact }) =>
      lastContact ? (
        <>
          {contactInWords(lastContact)}
          <span className="nhsuk-body-s block">
            {lastContact.by}, {formatAgo(lastContact.at, time)}
          </span>
        </>
      ) : (
        "None recorded"
      ),
  },
  { key: "assigned", heading: "Assigned to", sort: true, cell: (row) => row.assignedTo?.name ?? "No one" },
];

export const listColumns = worklistColumns(new Date(0), "").map(({ key, heading, sort }) => ({ key, heading, sort }));

/** "12 locations: 8 not filed, 3 at risk". */
export function reasonsCounted(total: number, counts: Partial<Record<WorklistReason, number>>): string {
  const each = Object.entries(worklistReasons).flatMap(([reason, words]) => {
    const count = counts[reason as WorklistReason];
    return count ? [`${inSentence(words)} (${count.toLocaleString("en-GB")})`] : [];
  });
  return `${formatCount("location", total)}${each.length > 0 ? `: ${each.join(", ")}` : ""}.`;
}

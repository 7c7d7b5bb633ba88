import { Link } from "@/components/ui/link";
import { Tag, type Column } from "@/components/ui";
import { formatDate } from "@/lib/format";
import type { EndedAccess, OwnAccess, OwnRequest } from "@/lib/people/own-access";
import { levelLabels } from "@/components/people/words";

const reach: Record<Exclude<OwnAccess["kind"], "service">, string> = {
  location: "This location",
  provider: "All locations of this organisation",
  area: "All locations in this area",
};

/** What I have access to, and why. */
export const accessColumns = (mayLeave: boolean): Column<OwnAccess>[] => [
  {
    key: "place",
    heading: "Location or area",
    rowHeader: true,
    cell: (row) => (
      <>
        {row.place}
        {row.kind !== "service" && <div className="nhsuk-body-s">{reach[row.kind]}</div>}
      </>
    ),
  },
  { key: "level", heading: "User type", cell: (row) => levelLabels[row.level] },
  { key: "why", heading: "Why", cell: (row) => whyInWords(row) },
  { key: "until", heading: "Until", cell: (row) => <Until row={row} /> },
  ...(mayLeave
    ? [
        {
          key: "leave",
          heading: "Change",
          cell: (row: OwnAccess) => (
            <Link href={`/accounts/access/${row.id}/leave`}>
              Give up<span className="nhsuk-u-visually-hidden"> {row.place}</span>
            </Link>
          ),
        },
      ]
    : []),
];

function whyInWords({ since, by, askedAt }: OwnAccess): string {
  const who = by ? `${by} gave you access` : "You were given access";
  return `${who} on ${formatDate(since)}${askedAt ? `, because you asked on ${formatDate(askedAt)}` : ""}`;
}

function Until({ row }: { row: OwnAccess }) {
  if (row.closedOn && row.until)
    return (
      <>
        <Tag colour="grey">Closed {formatDate(row.closedOn)}</Tag>
        <br />
        You can read it until {formatDate(row.until)}.
        {row.successors.map((next) => (
          <span key={next.id}>
            <br />
            <Link href={`/accounts/access/ask?by=postcode&words=${encodeURIComponent(next.name)}`}>
              Ask for {next.name}, which took over
            </Link>
          </span>
        ))}
      </>
    );
  return <>{row.until ? formatDate(row.until) : "No end date"}</>;
}

export const waitingColumns: Column<OwnRequest>[] = [
  { key: "place", heading: "Location or area", cell: (row) => row.place },
  { key: "level", heading: "User type", cell: (row) => levelLabels[row.level] },
  { key: "asked", heading: "Requested", cell: (row) => formatDate(row.requestedAt) },
  {
    key: "stands",
    heading: "Progress",
    cell: (row) => (
      <Link href={`/accounts/access/waiting/${row.id}`}>
        See or withdraw<span className="nhsuk-u-visually-hidden"> {row.place}</span>
      </Link>
    ),
  },
];

export const refusedColumns: Column<OwnRequest>[] = [
  { key: "place", heading: "Location or area", cell: (row) => row.place },
  { key: "at", heading: "Decided", cell: (row) => (row.rejectedAt ? formatDate(row.rejectedAt) : "") },
  { key: "why", heading: "Why", cell: (row) => row.reason ?? "" },
];

export const endedColumns: Column<EndedAccess>[] = [
  { key: "place", heading: "Location or area", cell: (row) => row.place },
  {
    key: "at",
    heading: "Ended",
    cell: (row) => `${row.at ? formatDate(row.at) : ""}${row.by ? `, by ${row.by}` : ""}`,
  },
  { key: "why", heading: "Why", cell: (row) => row.reason ?? "" },
];

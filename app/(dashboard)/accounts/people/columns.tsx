import { Link } from "@/components/ui/link";
import { EmailText } from "@/components/people/email-text";
import { Tag, type Column } from "@/components/ui";
import { kindLabel } from "@/lib/access/kinds";
import type { User } from "@/lib/access/user";
import { formatAgo, formatDate } from "@/lib/format";
import type { ListedPerson } from "@/lib/people/queries";
import { recordHref } from "@/components/people/address";
import { levelLabels, personStateColours, personStateLabels } from "@/components/people/words";

export const sortablePeopleColumns = [
  { key: "name", sort: true },
  { key: "level", sort: true },
  { key: "places", sort: true },
  { key: "signedIn", sort: "date" },
  { key: "since", sort: "date" },
] as const;

/** The list of people, a line each. */
export const peopleColumns = (user: User, time: Date): Column<ListedPerson>[] => [
  {
    key: "name",
    heading: "Name",
    rowHeader: true,
    sort: true,
    cell: (row) => (
      <>
        <Link href={recordHref(user, row.id)}>{row.name}</Link>
        <div className="nhsuk-body-s">
          <EmailText email={row.email} />
        </div>
      </>
    ),
  },
  {
    key: "level",
    heading: "User type",
    sort: true,
    cell: (row) => (
      <>
        {levelLabels[row.approver ? "approver" : "standard"]}
        {row.generic && " (shared account)"}
        <div className="nhsuk-body-s">{row.jobTitle || kindLabel(row.kind)}</div>
      </>
    ),
  },
  { key: "places", heading: "Access to", sort: true, cell: (row) => placesInWords(row) },
  {
    key: "signedIn",
    heading: "Last signed in",
    sort: "date",
    cell: (row) => (row.lastSignedInAt ? formatAgo(row.lastSignedInAt, time) : "Never"),
  },
  { key: "since", heading: "Since", sort: "date", hideOnPhone: true, cell: (row) => formatDate(row.since) },
  {
    key: "state",
    heading: "Status",
    cell: (row) =>
      row.state === "well" ? (
        personStateLabels.well
      ) : (
        <Tag colour={personStateColours[row.state]}>{personStateLabels[row.state]}</Tag>
      ),
  },
];

/** "Rosewood, Hawthorn House and 4 more". */
export function placesInWords({ places, placeCount }: Pick<ListedPerson, "places" | "placeCount">): string {
  if (places.length === 0) return "Nothing now";
  const more = placeCount - places.length;
  return more > 0 ? `${places.join(", ")} and ${more} more` : places.join(", ");
}

import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui";
import type { KeySeen } from "@/lib/api/keys";
import { formatAgo, formatDate } from "@/lib/format";
import { keyMay, keyWhere } from "./key-words";

/** How a list shows keys, each with its webhooks and the way to end it. `path`: the page that they are listed on. */
export const keyColumns = (now: Date, path: string): Column<KeySeen>[] => [
  { key: "label", heading: "System", rowHeader: true, cell: ({ label }) => label },
  { key: "holder", heading: "Uses the access of", cell: ({ holder }) => holder },
  { key: "for", heading: "May", cell: keyMay },
  { key: "where", heading: "Where", cell: keyWhere },
  { key: "ends", heading: "Ends", cell: ({ expiresAt }) => formatDate(expiresAt) },
  {
    key: "used",
    heading: "Last used",
    cell: ({ lastUsedAt }) => (lastUsedAt ? formatAgo(lastUsedAt, now) : "Never"),
  },
  {
    key: "webhooks",
    heading: "Webhooks",
    cell: ({ id, label, scopes }) =>
      scopes.includes("read") ? (
        <Link href={`${path}/${id}`}>
          Webhooks<span className="nhsuk-u-visually-hidden"> of {label}</span>
        </Link>
      ) : (
        "None: it may not read"
      ),
  },
  {
    key: "end",
    heading: "End it",
    cell: ({ id, label }) => (
      <Link href={`${path}/${id}/end`}>
        End<span className="nhsuk-u-visually-hidden"> the key of {label}</span>
      </Link>
    ),
  },
];

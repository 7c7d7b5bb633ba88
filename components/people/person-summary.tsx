import { SummaryList, Tag } from "@/components/ui";
import { kindLabel } from "@/lib/access/kinds";
import { formatDate, formatDateTime } from "@/lib/format";
import type { Person } from "@/lib/people/person";
import { formatTelephone } from "@/lib/telephone";
import { personStateColours, personStateLabels } from "./words";

/** Who someone is, and the state of their account. */
export function PersonSummary({ person, change }: { person: Person; change?: string | undefined }) {
  return (
    <SummaryList
      rows={[
        { label: "Name", value: person.name, change },
        { label: "Email address", value: person.email, change },
        { label: "Telephone", value: formatTelephone(person.telephone) || "Not known", change },
        { label: "Job title", value: person.jobTitle || "Not known", change },
        { label: "Works for", value: kindLabel(person.kind) + (person.generic ? ", shared account" : "") },
        {
          label: "Account",
          value: (
            <>
              <Tag colour={personStateColours[person.state]}>{personStateLabels[person.state]}</Tag>
              {person.deactivated && <p>{closedInWords(person.deactivated)}</p>}
            </>
          ),
        },
        {
          label: "Last signed in",
          value: person.lastSignedInAt ? formatDateTime(person.lastSignedInAt) : "Never",
        },
        {
          label: "Password expires",
          value: person.passwordExpiresAt
            ? formatDate(person.passwordExpiresAt)
            : "No password chosen yet, or it does not expire",
        },
      ]}
    />
  );
}

const closedInWords = ({ at, by, reason }: NonNullable<Person["deactivated"]>) =>
  `Closed at ${formatDateTime(at)}${by ? ` by ${by}` : ""}${reason ? `: ${reason}` : ""}`;

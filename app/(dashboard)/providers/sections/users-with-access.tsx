import { Table } from "@/components/ui";
import { levelLabels } from "@/components/people/words";
import { formatDateTime } from "@/lib/format";
import type { PersonHere } from "@/lib/records/people-here";
import { RecordSection } from "@/app/(dashboard)/providers/record-section";

/** Who has access to the location, whether they approve others, and when they were last here. */
export const UsersWithAccess = ({ people, name }: { people: readonly PersonHere[]; name: string }) => (
  <RecordSection id="users" heading="Users with access">
    <Table
      caption={`People who have access to ${name}`}
      captionHidden
      rows={[...people]}
      rowKey={({ id }) => String(id)}
      empty={<p>No one has access to {name} yet.</p>}
      columns={[
        { key: "name", heading: "Name", cell: (one) => one.name, rowHeader: true },
        { key: "job", heading: "Job title", cell: (one) => (one.generic ? "Shared account" : one.jobTitle) },
        { key: "level", heading: "Access", cell: ({ level }) => levelLabels[level] },
        {
          key: "signedIn",
          heading: "Last signed in",
          cell: ({ lastSignedInAt }) => (lastSignedInAt ? formatDateTime(lastSignedInAt) : "Never"),
        },
      ]}
    />
    <p className="nhsuk-body-s">
      Approvers decide who else has access, and remove people who leave. Each location needs at least 2 approvers, so
      that someone can do this when one is away.
    </p>
  </RecordSection>
);

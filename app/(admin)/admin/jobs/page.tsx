import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { Page, Table } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import { jobRuns } from "@/lib/jobs/queries";
import { supportUser } from "@/lib/web/session";
import { RunState } from "./run-state";

/** All scheduled work: when each piece last ran, the result, and what failed and why. */
export default async function JobsPage() {
  const user = await supportUser();
  const rows = await jobRuns(user);
  return (
    <Page
      heading="Scheduled work"
      width="wide"
      back={{ href: "/admin", label: "Admin" }}
      summary="Work that failed is tried again after 10 minutes. Times are UK time."
    >
      <HowTo of="jobs" />
      <Table
        caption="Scheduled work and its latest run"
        captionHidden
        rows={rows}
        rowKey={({ job }) => job}
        columns={[
          {
            key: "job",
            heading: "Work",
            rowHeader: true,
            cell: ({ job, label }) => <Link href={`/admin/jobs/${job}`}>{label}</Link>,
          },
          { key: "often", heading: "When", cell: ({ often }) => often },
          {
            key: "last",
            heading: "Last run",
            cell: ({ runs: [last] }) => (last ? formatDateTime(last.startedAt) : "Never"),
          },
          { key: "state", heading: "Status", cell: ({ runs }) => <RunState run={runs[0]} /> },
          { key: "what", heading: "Result", cell: ({ runs: [last] }) => last?.error ?? last?.outcome ?? "" },
        ]}
      />
    </Page>
  );
}

import { notFound } from "next/navigation";
import { ActionForm, EmptyState, HiddenField, NotificationBanner, Page, SubmitButton, Table } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { wouldClear } from "@/lib/jobs/clean-up";
import { jobRuns } from "@/lib/jobs/queries";
import { supportUser } from "@/lib/web/session";
import { runNow } from "@/app/(admin)/admin/jobs/actions";
import { RunState } from "@/app/(admin)/admin/jobs/run-state";
import { WouldClear } from "./would-clear";

/** One piece of scheduled work with its latest runs, and the button that has it run now. */
export default async function JobPage(props: {
  params: Promise<{ job: string }>;
  searchParams: Promise<{ asked?: string | string[] }>;
}) {
  const user = await supportUser();
  const { job } = await props.params;
  const work = (await jobRuns(user)).find((one) => one.job === job);
  if (!work) notFound();
  const clearing = work.job === "clean-up" ? await wouldClear(user, now()) : null;
  const asked = (await props.searchParams).asked !== undefined;
  return (
    <Page
      heading={work.label}
      caption="Scheduled work"
      summary={work.often}
      width="wide"
      back={{ href: "/admin/jobs", label: "Scheduled work" }}
      banner={
        asked && (
          <NotificationBanner success heading="It will run within a few seconds.">
            Open this page again to see the result.
          </NotificationBanner>
        )
      }
    >
      <ActionForm action={runNow}>
        <HiddenField name="job" value={work.job} />
        <SubmitButton look="secondary" pending="Asking…">
          Run it now
        </SubmitButton>
      </ActionForm>
      <p className="nhsuk-hint">Running it more often does no harm: no one is emailed twice.</p>
      {clearing && <WouldClear rows={clearing} />}
      <Table
        caption="Latest runs"
        captionSize="m"
        rows={work.runs}
        rowKey={({ period }) => period}
        empty={<EmptyState heading="This has not run yet" />}
        columns={[
          {
            key: "for",
            heading: "For",
            rowHeader: true,
            cell: ({ period }) => (period.startsWith("by hand") ? "By hand" : period),
          },
          { key: "began", heading: "Began", cell: ({ startedAt }) => formatDateTime(startedAt) },
          { key: "ended", heading: "Ended", cell: ({ finishedAt }) => (finishedAt ? formatDateTime(finishedAt) : "") },
          { key: "state", heading: "Status", cell: (run) => <RunState run={run} /> },
          { key: "what", heading: "Result", cell: ({ error, outcome }) => error ?? outcome ?? "" },
        ]}
      />
    </Page>
  );
}

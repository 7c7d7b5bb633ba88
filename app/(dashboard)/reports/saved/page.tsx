import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import type { AddressParams } from "@/components/tables";
import { ActionForm, EmptyState, HiddenField, NotificationBanner, Page, SubmitButton, Table } from "@/components/ui";
import { formatDate } from "@/lib/format";
import { mayRead } from "@/lib/reports/library/read-criteria";
import { reportOfKey } from "@/lib/reports/library/reports";
import { savedReports } from "@/lib/reports/library/save-report";
import { isOften, scheduleWords } from "@/lib/reports/library/schedule";
import { currentUser } from "@/lib/web/session";
import { dropReport } from "@/app/(dashboard)/reports/actions";
import { inWords } from "@/app/(dashboard)/reports/save-form";

const told: Record<string, string> = { yes: "The report is saved", removed: "The report is no longer saved" };

/** The reports that someone saved, with how often they are emailed. */
export default async function SavedReportsPage(props: { searchParams: Promise<AddressParams> }) {
  const user = await currentUser();
  if (!mayRead(user)) notFound();
  const { saved: said } = await props.searchParams;
  const banner = typeof said === "string" && Object.hasOwn(told, said) ? told[said] : undefined;
  const saved = (await savedReports(user)).flatMap((row) => {
    const report = reportOfKey(row.report);
    return report ? [{ ...row, title: report.title }] : [];
  });
  return (
    <Page
      heading="Saved reports"
      back={{ href: "/reports", label: "Reports" }}
      width="wide"
      banner={banner && <NotificationBanner heading={banner} success />}
    >
      <HowTo of="saved-reports" />
      <Table
        caption="Your saved reports"
        captionHidden
        rows={saved}
        rowKey={({ id }) => String(id)}
        empty={
          <EmptyState heading="No saved reports yet" action={{ href: "/reports", label: "Choose a report" }}>
            Open a report, choose what it shows, and save it under a name.
          </EmptyState>
        }
        columns={[
          {
            key: "label",
            heading: "Name",
            cell: ({ label, report, query }) => <Link href={`/reports/${report}?${query}`}>{label}</Link>,
          },
          { key: "report", heading: "Report", cell: ({ title }) => title },
          {
            key: "every",
            heading: "Emailed",
            cell: ({ every, hour }) =>
              isOften(every) && hour !== null ? `${scheduleWords[every]}, at ${inWords(hour).toLowerCase()}` : "Never",
          },
          { key: "at", heading: "Saved", cell: ({ savedAt }) => formatDate(savedAt) },
          {
            key: "remove",
            heading: "Remove",
            cell: ({ id, label }) => (
              <ActionForm action={dropReport}>
                <HiddenField name="saved" value={id} />
                <SubmitButton look="secondary" small pending="Removing…">
                  Remove<span className="nhsuk-u-visually-hidden"> {label}</span>
                </SubmitButton>
              </ActionForm>
            ),
          },
        ]}
      />
    </Page>
  );
}

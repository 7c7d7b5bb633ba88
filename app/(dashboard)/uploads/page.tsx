import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { CheckboxField, EmptyState, FieldProblems, FileField, Page, SubmitButton, Table } from "@/components/ui";
import { UploadForm } from "@/components/uploads";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatCount, formatDateTime, formatMonth } from "@/lib/format";
import type { Problem } from "@/lib/outcome";
import { currentUser } from "@/lib/web/session";
import { monthFor } from "@/lib/windows/reporting-window";
import { workbooksOf } from "@/lib/workbook/queries";
import { policyStatement } from "@/lib/workbook/statement";
import { WorkbookTag } from "./workbook-tag";

/** Bulk update: download the template, send it, and see the results of those sent before. */
export default async function UploadsPage({ searchParams }: { searchParams: Promise<{ wrong?: string | string[] }> }) {
  const user = await currentUser();
  if (!can(user, "send a workbook")) notFound();
  const time = now();
  const [sent, statement, { wrong }] = await Promise.all([workbooksOf(user, time), policyStatement(), searchParams]);
  const problems = [wrongs()[String(wrong)] ?? []].flat();
  const megabytes = env().WORKBOOK_MEGABYTES;
  return (
    <Page
      heading="Bulk update"
      caption={formatMonth(monthFor(time))}
      summary="Update all your locations in one Excel workbook. You will see what each row does before anything is filed."
      back="/home"
      problems={problems}
    >
      <HowTo guide="bulk-update" />
      <h2 className="nhsuk-heading-m">1. Download the template</h2>
      <p>
        It has a row for each of your locations, filled in with the last figures that we have. Change what is no longer
        right. A row that you leave as it is files nothing.
      </p>
      <p>
        <a className="nhsuk-button nhsuk-button--secondary" href="/uploads/template" download>
          Download template
        </a>
      </p>
      <h2 className="nhsuk-heading-m">2. Submit the completed template</h2>
      <FieldProblems problems={problems}>
        <UploadForm to="/uploads/upload" tooLarge="/uploads?wrong=large" mostBytes={megabytes * 1_000_000}>
          <CheckboxField name="agreed" label={statement} />
          <FileField
            name="file"
            label="The completed template"
            hint={`An .xlsx file, or a .csv of one sheet, up to ${megabytes} MB`}
            accept=".xlsx,.csv"
          />
          <SubmitButton>Submit completed template</SubmitButton>
        </UploadForm>
      </FieldProblems>
      <Table
        caption="Workbooks you have sent"
        captionSize="m"
        columns={[
          { key: "file", heading: "File", cell: (row) => <Link href={`/uploads/${row.id}`}>{row.fileName}</Link> },
          { key: "sent", heading: "Sent", cell: (row) => formatDateTime(row.sentAt) },
          { key: "stage", heading: "Status", cell: (row) => <WorkbookTag stage={row.stage} /> },
        ]}
        rows={sent}
        rowKey={(row) => String(row.id)}
        empty={
          <EmptyState heading="No workbooks yet">
            We keep each workbook and its report here for {formatCount("day", env().WORKBOOK_DAYS)}.
          </EmptyState>
        }
      />
    </Page>
  );
}

const wrongs = (): Record<string, Problem> => ({
  file: { field: "file", message: "Choose the workbook that you filled in" },
  large: { field: "file", message: `Choose a file of ${env().WORKBOOK_MEGABYTES} MB or less` },
  cut: { field: "file", message: "The file did not upload completely. Choose it again" },
  often: { message: "You have tried too many times. Try again in an hour" },
});

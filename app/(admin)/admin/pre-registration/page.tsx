import { Link } from "@/components/ui/link";
import { ActionForm, EmptyState, FileField, Page, SubmitButton, Table } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { preRegistrations } from "@/lib/uploads/pre-registrations";
import { supportUser } from "@/lib/web/session";
import { sendManagersFile } from "./actions";

/** Registered managers of many locations become approvers from one spreadsheet. */
export default async function PreRegistrationPage() {
  const user = await supportUser();
  const files = await preRegistrations(user, now());
  return (
    <Page
      heading="Pre-register managers"
      caption="Admin"
      back={{ href: "/admin/people", label: "People" }}
      width="wide"
    >
      <p>
        This makes registered managers approvers of their locations and emails each of them login details. You will see
        what each line will do first. Nothing happens until you confirm.
      </p>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          <a href="/admin/pre-registration/template" download>
            Download the template (Excel)
          </a>
        </li>
        <li>Fill in a line for each manager and location.</li>
        <li>Upload it here.</li>
      </ol>
      <ActionForm action={sendManagersFile}>
        <FileField
          name="file"
          label="The filled-in file"
          hint="An .xlsx or .csv file, up to 2 MB and 5,000 lines"
          accept=".xlsx,.csv"
        />
        <SubmitButton pending="Reading…">Upload and see what it does</SubmitButton>
      </ActionForm>
      <Table
        caption="Files of the last 7 days"
        captionSize="m"
        columns={[
          {
            key: "file",
            heading: "File",
            cell: (row) => <Link href={`/admin/pre-registration/${row.id}`}>{row.fileName}</Link>,
          },
          { key: "by", heading: "Uploaded", cell: (row) => `${formatDateTime(row.madeAt)} by ${row.madeBy}` },
          {
            key: "state",
            heading: "Status",
            cell: (row) =>
              row.finishedAt
                ? `Done ${formatDateTime(row.finishedAt)}`
                : row.confirmedAt
                  ? `In progress: ${row.done} lines done`
                  : "Not confirmed",
          },
        ]}
        rows={files}
        rowKey={(row) => String(row.id)}
        empty={<EmptyState heading="No files">We keep each upload and its report here for 7 days.</EmptyState>}
      />
    </Page>
  );
}

import { FileField, Page, SubmitButton } from "@/components/ui";
import type { Problem } from "@/lib/outcome";
import { supportUser } from "@/lib/web/session";

/** Where GOV.UK's file of bank holidays is given to us. */
export default async function HolidaysPage(props: { searchParams: Promise<{ wrong?: string | string[] }> }) {
  await supportUser();
  const wrong = (await props.searchParams).wrong !== undefined;
  const problems: Problem[] = wrong
    ? [{ field: "file", message: "Choose GOV.UK’s file bank-holidays.json. The file you chose was not it" }]
    : [];
  return (
    <Page
      heading="Import bank holidays"
      back={{ href: "/admin/windows", label: "Back to windows and seasons" }}
      problems={problems}
    >
      <p>
        GOV.UK publishes the bank holidays of England as a file at www.gov.uk/bank-holidays.json. For the years that it
        covers its word counts from now on; for others the rules do.
      </p>
      <form method="post" action="/admin/windows/holidays/file" encType="multipart/form-data">
        <FileField name="file" label="The file bank-holidays.json" accept=".json,application/json" />
        <SubmitButton>Import bank holidays</SubmitButton>
      </form>
    </Page>
  );
}

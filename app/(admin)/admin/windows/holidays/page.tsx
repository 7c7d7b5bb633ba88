import { FileField, Page, SubmitButton } from "@/components/ui";
import type { Problem } from "@/lib/outcome";
import { supportUser } from "@/lib/web/session";

const problemsOf: Record<string, Problem> = {
  file: { field: "file", message: "Choose GOV.UK’s file bank-holidays.json. The file you chose is a different one" },
  often: { message: "You have tried too many times. Try again in an hour" },
};

/** The form that uploads GOV.UK's file of bank holidays. */
export default async function HolidaysPage(props: { searchParams: Promise<{ wrong?: string | string[] }> }) {
  await supportUser();
  const { wrong } = await props.searchParams;
  const problem = wrong === undefined ? undefined : (problemsOf[String(wrong)] ?? problemsOf.file);
  const problems = problem ? [problem] : [];
  return (
    <Page
      heading="Import bank holidays"
      back={{ href: "/admin/windows", label: "Back to windows and seasons" }}
      problems={problems}
    >
      <p>
        GOV.UK publishes England’s bank holidays in a file at www.gov.uk/bank-holidays.json. We use that file for the
        years it covers, and the usual rules for other years.
      </p>
      <form method="post" action="/admin/windows/holidays/file" encType="multipart/form-data">
        <FileField name="file" label="The file bank-holidays.json" accept=".json,application/json" />
        <SubmitButton>Import bank holidays</SubmitButton>
      </form>
    </Page>
  );
}

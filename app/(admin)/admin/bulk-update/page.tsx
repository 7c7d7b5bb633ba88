import { ActionForm, ActionLink, NotificationBanner, Page, SubmitButton, TextareaField } from "@/components/ui";
import { supportUser } from "@/lib/web/session";
import { policyStatement } from "@/lib/workbook/statement";
import { savePolicyStatement } from "./actions";

/** What support decides about bulk update: the statement that people agree to. */
export default async function BulkUpdateSettingsPage(props: { searchParams: Promise<{ done?: string | string[] }> }) {
  await supportUser();
  const changed = (await props.searchParams).done !== undefined;
  return (
    <Page
      heading="Bulk update"
      caption="Admin"
      back={{ href: "/admin", label: "Admin" }}
      banner={changed && <NotificationBanner success heading="The statement is saved and in use now." />}
    >
      <h2 className="nhsuk-heading-m">Policy statement</h2>
      <p>People tick this statement each time they send a workbook. Until they do, we do not read the file.</p>
      <ActionForm action={savePolicyStatement} order={["statement", "reason"]}>
        <TextareaField
          name="statement"
          label="Statement"
          hint="As the sender says it: “I confirm that…”"
          value={await policyStatement()}
          limit={500}
          rows={4}
        />
        <TextareaField name="reason" label="Reason" limit={500} rows={3} />
        <SubmitButton pending="Saving…">Save the statement</SubmitButton>
      </ActionForm>
      <h2 className="nhsuk-heading-m">Figures that a check refuses</h2>
      <ActionLink href="/admin/windows/accepted">Accept a figure that a check stops</ActionLink>
    </Page>
  );
}

import { notFound } from "next/navigation";
import { ActionForm, HiddenField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { reopenPerson } from "@/app/(admin)/admin/people/actions";
import { openedRecord } from "@/app/(admin)/admin/people/[person]/opened";

/** Asks before a closed account is opened again. */
export default async function ReopenPage(props: { params: Promise<{ person: string }> }) {
  const { found } = await openedRecord(props.params);
  if (!found.deactivated) notFound();
  return (
    <Page heading={`Reopen the account of ${found.name}`} caption="People" back={`/admin/people/${found.id}`}>
      <p>
        We will email them new login details. They will not get their old access back: give them the access they need
        now, or let them ask for it.
      </p>
      <ActionForm action={reopenPerson}>
        <HiddenField name="person" value={String(found.id)} />
        <TextareaField name="reason" label="Why are you reopening it?" rows={2} limit={500} />
        <SubmitButton pending="Just a moment…">Open account</SubmitButton>
      </ActionForm>
    </Page>
  );
}

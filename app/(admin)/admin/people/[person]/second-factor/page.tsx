import { ActionForm, HiddenField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { forgetFactor } from "@/app/(admin)/admin/people/actions";
import { openedRecord } from "@/app/(admin)/admin/people/[person]/opened";

/** Asks before somebody's second factor is forgotten. */
export default async function SecondFactorPage(props: { params: Promise<{ person: string }> }) {
  const { found } = await openedRecord(props.params);
  return (
    <Page heading={`Reset the second factor of ${found.name}`} caption="People" back={`/admin/people/${found.id}`}>
      <p>
        For somebody who has lost both their phone and their recovery codes. They are signed out everywhere and told by
        email. Where their account needs a second factor, the next sign-in asks them to set one up.
      </p>
      <ActionForm action={forgetFactor}>
        <HiddenField name="person" value={String(found.id)} />
        <TextareaField
          name="reason"
          label="How do you know that it is they who ask?"
          hint="For example: rang back on the number of the home. It is kept."
          rows={2}
          limit={500}
        />
        <SubmitButton look="warning" pending="Just a moment…">
          Reset second factor
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}

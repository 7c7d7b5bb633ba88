import { ActionForm, HiddenField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { resetPersonSecondFactor } from "@/app/(admin)/admin/people/actions";
import { openedRecord } from "@/app/(admin)/admin/people/[person]/opened";

/** Asks before someone's second factor is reset. */
export default async function SecondFactorPage(props: { params: Promise<{ person: string }> }) {
  const { found } = await openedRecord(props.params);
  return (
    <Page heading={`Reset the second factor of ${found.name}`} caption="People" back={`/admin/people/${found.id}`}>
      <p>
        Use this for someone who has lost both their phone and their recovery codes. They will be signed out everywhere
        and we will email them. If their account needs a second factor, they will be asked to set one up when they next
        sign in.
      </p>
      <ActionForm action={resetPersonSecondFactor}>
        <HiddenField name="person" value={String(found.id)} />
        <TextareaField
          name="reason"
          label="How do you know that it is really them asking?"
          hint="For example: I rang them back on the home’s number. We keep this."
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

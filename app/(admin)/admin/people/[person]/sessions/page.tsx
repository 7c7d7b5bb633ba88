import { ActionForm, HiddenField, Page, SubmitButton } from "@/components/ui";
import { signOutEverywhere } from "@/app/(admin)/admin/people/actions";
import { openedRecord } from "@/app/(admin)/admin/people/[person]/opened";

/** Asks before someone is signed out everywhere. */
export default async function SessionsPage(props: { params: Promise<{ person: string }> }) {
  const { found } = await openedRecord(props.params);
  return (
    <Page heading={`Sign ${found.name} out everywhere`} caption="People" back={`/admin/people/${found.id}`}>
      <p>They will be signed out in every browser. They can sign in again with their current password.</p>
      <ActionForm action={signOutEverywhere}>
        <HiddenField name="person" value={String(found.id)} />
        <SubmitButton look="warning" pending="Just a moment…">
          Sign out everywhere
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}

import { notFound } from "next/navigation";
import { ActionForm, CheckboxField, HiddenField, Page, SubmitButton, WarningCallout } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { ownAccess } from "@/lib/people/own-access";
import { currentUser } from "@/lib/web/session";
import { leave } from "@/app/(dashboard)/accounts/access/actions";

/** Asks before someone gives up their own access to a place. */
export default async function LeavePage(props: { params: Promise<{ access: string }> }) {
  const user = await currentUser();
  const { access, lastApproverOf } = await ownAccess(user, now());
  const { access: wanted } = await props.params;
  const own = access.find(({ id }) => String(id) === wanted);
  if (!own || !can(user, "leave a place", user.id)) notFound();
  const isLast = own.level === "approver" && lastApproverOf.includes(own.place);
  return (
    <Page heading={`Give up your access to ${own.place}`} back={{ href: "/accounts/access", label: "My access" }}>
      <p>
        You will lose access straight away. What you filed stays as it is. To come back, you would need to ask again.
      </p>
      {isLast && (
        <WarningCallout heading="You are the only approver">
          <p>Without you, no one there can approve people. If you can, make a colleague an approver first.</p>
        </WarningCallout>
      )}
      <ActionForm action={leave}>
        <HiddenField name="access" value={String(own.id)} />
        {isLast && <CheckboxField name="last" label={`I understand that ${own.place} will have no approver`} />}
        <SubmitButton look="warning" pending="Just a moment…">
          Give up access
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}

import { notFound } from "next/navigation";
import { ActionForm, CheckboxField, DateField, HiddenField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { dayOf } from "@/lib/london";
import { currentUser } from "@/lib/web/session";
import { limitPersonAccess, removePersonAccess, setPersonLevel } from "@/app/(dashboard)/accounts/people/actions";
import { recordHref } from "@/components/people/address";
import { foundPerson } from "@/app/shell/found-person";
import { levelLabels } from "@/components/people/words";

/** Asks before someone's access to one place is ended, now or on a day, or changed to another level. */
export default async function AccessActPage(props: {
  params: Promise<{ person: string; access: string; act: string }>;
}) {
  const user = await currentUser();
  const params = await props.params;
  const found = await foundPerson(user, params.person);
  const access = found.access.find((each) => String(each.id) === params.access);
  if (!access) notFound();
  const isLast = found.lastApproverOf.includes(access.place);
  const ids = (
    <>
      <HiddenField name="person" value={String(found.id)} />
      <HiddenField name="access" value={String(access.id)} />
    </>
  );
  const lastBox = isLast && (
    <CheckboxField name="last" label={`I understand that ${access.place} will have no approver`} />
  );
  const back = recordHref(user, found.id);
  if (params.act === "remove" && access.mayRemove)
    return (
      <Page heading={`End the access of ${found.name}`} caption={access.place} back={back}>
        <p>
          {found.name} will no longer be able to see or update {access.place}, straight away. Their other access stays.
          We will email them the reason.
        </p>
        <ActionForm action={removePersonAccess}>
          {ids}
          <TextareaField
            name="reason"
            label="Why should the access end?"
            hint="One sentence. We keep it, and the person will read it."
            rows={3}
            limit={500}
          />
          {lastBox}
          <SubmitButton look="warning" pending="Just a moment…">
            End access to {access.place}
          </SubmitButton>
        </ActionForm>
      </Page>
    );
  if (params.act === "until" && access.mayRemove)
    return (
      <Page heading={`Set the last day of ${found.name}`} caption={access.place} back={back}>
        <p>
          Use this for someone who is covering for a while, or whose leaving date you know. After midnight at the end of
          that day they will no longer be able to see or update {access.place}. We will email them now, and again when
          their access ends.
        </p>
        <ActionForm action={limitPersonAccess} order={["endsOn", "last"]}>
          {ids}
          <DateField
            name="endsOn"
            label="Last day"
            hint="For example, 31 3 2027. Leave it empty for no last day."
            value={access.endsAt && dayOf(access.endsAt)}
          />
          {lastBox}
          <SubmitButton pending="Just a moment…">Save last day</SubmitButton>
        </ActionForm>
      </Page>
    );
  if (params.act === "level" && access.mayBecome)
    return (
      <Page heading={`Make ${found.name} ${levelLabels[access.mayBecome]}`} caption={access.place} back={back}>
        <p>
          {access.mayBecome === "approver"
            ? "An approver decides who else has access, resets passwords and removes leavers. Only the support team can remove an approver."
            : "A Standard user files returns and updates beds. They cannot approve other people."}
        </p>
        <ActionForm action={setPersonLevel}>
          {ids}
          <HiddenField name="level" value={access.mayBecome} />
          {access.mayBecome === "standard" && lastBox}
          <SubmitButton pending="Just a moment…">
            Make {levelLabels[access.mayBecome]} at {access.place}
          </SubmitButton>
        </ActionForm>
      </Page>
    );
  notFound();
}

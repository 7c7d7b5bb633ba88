import { notFound } from "next/navigation";
import { ActionForm, CheckboxField, HiddenField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { currentUser } from "@/lib/session";
import { remove, setLevel } from "../../../../actions";
import { recordHref } from "../../../../address";
import { foundPerson } from "../../../found-person";
import { levelLabels } from "../../../../words";

/** Asks before somebody is taken out of one place, or made something else there. */
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
    <CheckboxField name="last" label={`I know that ${access.place} is left without an approver`} />
  );
  const back = recordHref(user, found.id);
  if (params.act === "remove" && access.mayRemove)
    return (
      <Page heading={`End the access of ${found.name}`} caption={access.place} back={back}>
        <p>
          {found.name} can no longer see or update {access.place}, from the next page on. Any other access stays. They
          are told by email, with the reason.
        </p>
        <ActionForm action={remove}>
          {ids}
          <TextareaField
            name="reason"
            label="Why should the access end?"
            hint="One sentence. It is kept, and the person will read it."
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
  if (params.act === "level" && access.mayBecome)
    return (
      <Page heading={`Make ${found.name} ${levelLabels[access.mayBecome]}`} caption={access.place} back={back}>
        <p>
          {access.mayBecome === "approver"
            ? "An approver decides who else may have access, resets passwords and takes leavers out. Only the support team can take an approver out again."
            : "A Standard user files and updates, and decides about nobody."}
        </p>
        <ActionForm action={setLevel}>
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

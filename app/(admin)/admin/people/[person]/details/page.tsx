import { notFound } from "next/navigation";
import {
  ActionForm,
  CheckboxField,
  HiddenField,
  Page,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
} from "@/components/ui";
import { kindLabel, kindsToGive } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { record } from "@/lib/people/support/record";
import { correctPerson } from "@/app/(admin)/admin/people/actions";
import { openedRecord } from "@/app/(admin)/admin/people/[person]/opened";

/** Puts someone's details right. */
export default async function DetailsPage(props: { params: Promise<{ person: string }> }) {
  const { user, found } = await openedRecord(props.params);
  const all = await record(user, found.id, now());
  if (!all || found.deactivated || found.self) notFound();
  return (
    <Page heading="Correct details" caption={found.name} back={`/admin/people/${found.id}`}>
      <ActionForm action={correctPerson} autoComplete="off">
        <HiddenField name="person" value={String(found.id)} />
        <HiddenField name="meant" value={found.email} />
        <TextField name="fullName" label="Name" value={found.name} />
        <TextField
          name="email"
          type="email"
          label="Email address"
          hint="We will send login details to the new address. Their current password will stop working. We will tell the old address too."
          value={found.email}
          spellCheck={false}
        />
        <TextField name="telephone" type="tel" label="Telephone number" width={20} value={found.telephone} />
        <TextField name="jobTitle" label="Job title" value={found.jobTitle} />
        {found.kind !== "support" && (
          <SelectField
            name="kind"
            label="Works for"
            value={found.kind}
            empty={null}
            choices={kindsToGive.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
          />
        )}
        <CheckboxField name="findsCapacity" label="Can search for free beds" checked={all.findsCapacity} />
        <TextareaField name="reason" label="Why are you changing these details?" rows={2} limit={500} />
        <SubmitButton pending="Saving…">Save details</SubmitButton>
      </ActionForm>
    </Page>
  );
}

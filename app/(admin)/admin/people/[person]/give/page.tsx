import { notFound } from "next/navigation";
import {
  ActionForm,
  CheckboxesField,
  CheckboxField,
  DateField,
  HiddenField,
  Page,
  RadiosField,
  SubmitButton,
  TextareaField,
} from "@/components/ui";
import { now } from "@/lib/clock";
import { placesToGive } from "@/lib/people/support/places-to-give";
import { givePersonAccess } from "@/app/(admin)/admin/people/actions";
import { PlaceSearch } from "@/app/(admin)/admin/people/place-search";
import { openedRecord } from "@/app/(admin)/admin/people/[person]/opened";

/** Gives someone access to places, or moves their access there. */
export default async function GivePage(props: {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ words?: string | string[] }>;
}) {
  const { user, found } = await openedRecord(props.params);
  if (found.deactivated || found.self || found.kind === "support") notFound();
  const words = ([(await props.searchParams).words].flat()[0] ?? "").slice(0, 200);
  const places = await placesToGive(user, found.kind, words, now());
  return (
    <Page heading="Give or move access" caption={found.name} back={`/admin/people/${found.id}`}>
      <PlaceSearch path={`/admin/people/${found.id}/give`} words={words} />
      {words !== "" && places.length === 0 && (
        <p role="status">We found nothing that this type of account can have access to.</p>
      )}
      {places.length > 0 && (
        <ActionForm action={givePersonAccess} order={["target", "level", "endsOn", "reason"]} autoComplete="off">
          <HiddenField name="person" value={String(found.id)} />
          <CheckboxesField
            name="target"
            label="Places found"
            labelSize="m"
            small
            choices={places.map(({ key, name, about }) => ({ value: key, label: name, hint: about }))}
          />
          <RadiosField
            name="level"
            label="Type of access"
            value="standard"
            choices={[
              { value: "standard", label: "Standard" },
              { value: "approver", label: "Approver", disabled: found.generic },
            ]}
          />
          <DateField name="endsOn" label="Last day" hint="Leave it empty if there is no last day" optional />
          <CheckboxField
            name="instead"
            label="End all the access they have now"
            hint="Their access moves to the locations ticked above"
          />
          <TextareaField name="reason" label="Why?" rows={2} limit={500} />
          <SubmitButton pending="Saving…">Give access</SubmitButton>
        </ActionForm>
      )}
    </Page>
  );
}

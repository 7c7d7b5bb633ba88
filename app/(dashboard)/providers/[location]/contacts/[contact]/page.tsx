import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { idOf } from "@/components/tables";
import { ActionForm, HiddenField, SubmitButton } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { contactsOfRecord } from "@/lib/records/contacts";
import { currentUser } from "@/lib/web/session";
import { dropContact } from "@/app/(dashboard)/providers/[location]/actions";
import { locationAt } from "@/app/(dashboard)/providers/[location]/address";
import { EditPage, placeToEdit } from "@/app/(dashboard)/providers/[location]/edit-page";
import { ContactFields } from "@/app/(dashboard)/providers/[location]/contacts/contact-form";

/** One contact of a location, to change or to remove. */
export default async function ContactPage(props: { params: Promise<{ location: string; contact: string }> }) {
  const user = await currentUser();
  const place = await placeToEdit(user, await locationAt(props.params), now());
  const id = idOf((await props.params).contact);
  const contact = (await contactsOfRecord(place)).find((one) => one.id === id);
  if (!contact) notFound();
  const { stamp } = contact;
  return (
    <EditPage
      place={place}
      heading={`Change ${[contact.kind, contact.name].filter(Boolean).join(", ")}`}
      section="contacts"
      summary={stamp && `Last updated at ${formatDateTime(stamp.at)} by ${stamp.by}.`}
    >
      <HowTo of="contact" />
      <ContactFields location={place.id} contact={contact} />
      <ActionForm action={dropContact} foldedUnder="Remove this contact">
        <HiddenField name="location" value={place.id} />
        <HiddenField name="contact" value={contact.id} />
        <p>It will no longer be in the directory, nor in Find. Who removed it, and when, stays in the record.</p>
        <SubmitButton look="warning" pending="Removing…">
          Remove contact
        </SubmitButton>
      </ActionForm>
    </EditPage>
  );
}

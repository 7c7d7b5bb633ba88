import { HowTo } from "@/app/shell/how-to/how-to";
import { now } from "@/lib/clock";
import { currentUser } from "@/lib/web/session";
import { locationAt, type RecordParams } from "@/app/(dashboard)/providers/[location]/address";
import { EditPage, placeToEdit } from "@/app/(dashboard)/providers/[location]/edit-page";
import { ContactFields } from "@/app/(dashboard)/providers/[location]/contacts/contact-form";

/** Someone new in a location's contact directory. */
export default async function NewContactPage(props: { params: RecordParams }) {
  const user = await currentUser();
  const place = await placeToEdit(user, await locationAt(props.params), now());
  return (
    <EditPage place={place} heading="Add a contact" section="contacts">
      <HowTo of="contact" />
      <ContactFields location={place.id} />
    </EditPage>
  );
}

import { HowTo } from "@/app/shell/how-to/how-to";
import { now } from "@/lib/clock";
import { currentUser } from "@/lib/web/session";
import { locationAt, type RecordParams } from "@/app/(dashboard)/providers/[location]/address";
import { EditPage, placeToEdit } from "@/app/(dashboard)/providers/[location]/edit-page";
import { NoteFields } from "@/app/(dashboard)/providers/[location]/notes/note-form";

/** A new note for those who look for a place. */
export default async function NewNotePage(props: { params: RecordParams }) {
  const user = await currentUser();
  const place = await placeToEdit(user, await locationAt(props.params), now());
  return (
    <EditPage place={place} heading="Add a note" section="notes">
      <HowTo of="note" />
      <p>Everyone who looks for a free place can read your notes in Find, with their date.</p>
      <NoteFields location={place.id} />
    </EditPage>
  );
}

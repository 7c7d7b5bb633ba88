import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { idOf } from "@/components/tables";
import { ActionForm, HiddenField, SubmitButton } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { notesOfRecord } from "@/lib/records/notes";
import { currentUser } from "@/lib/web/session";
import { dropNote } from "@/app/(dashboard)/providers/[location]/actions";
import { locationAt } from "@/app/(dashboard)/providers/[location]/address";
import { EditPage, placeToEdit } from "@/app/(dashboard)/providers/[location]/edit-page";
import { NoteFields } from "@/app/(dashboard)/providers/[location]/notes/note-form";

/** One note, to change or delete. */
export default async function NotePage(props: { params: Promise<{ location: string; note: string }> }) {
  const user = await currentUser();
  const time = now();
  const place = await placeToEdit(user, await locationAt(props.params), time);
  const id = idOf((await props.params).note);
  const note = (await notesOfRecord(place, time)).find((one) => one.id === id && one.endedAt === null);
  if (!note) notFound();
  return (
    <EditPage
      place={place}
      heading="Change a note"
      section="notes"
      summary={`Written at ${formatDateTime(note.stamp.at)} by ${note.stamp.by}.`}
    >
      <HowTo of="note" />
      <p>
        Saving gives the note today’s date, even if nothing else has changed. The earlier wording stays in the record.
      </p>
      <NoteFields location={place.id} note={note} />
      <ActionForm action={dropNote} foldedUnder="Delete this note">
        <HiddenField name="location" value={place.id} />
        <HiddenField name="note" value={note.id} />
        <p>Find will no longer show it. It stays in the record under “Earlier notes”.</p>
        <SubmitButton look="warning" pending="Deleting…">
          Delete note
        </SubmitButton>
      </ActionForm>
    </EditPage>
  );
}

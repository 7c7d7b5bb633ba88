import { AcceptWarnings, ActionForm, HiddenField, LeaveWarning, SubmitButton, TextareaField } from "@/components/ui";
import type { RecordNote } from "@/lib/records/notes";
import { keepNote } from "@/app/(dashboard)/providers/[location]/actions";

/** The form for a new note, or to change one. */
export const NoteFields = ({ location, note }: { location: number; note?: RecordNote }) => (
  <ActionForm action={keepNote}>
    <HiddenField name="location" value={location} />
    <HiddenField name="note" value={note?.id ?? 0} />
    <LeaveWarning />
    <TextareaField
      name="text"
      label="Note"
      hint="Such as how people get in with a wheelchair, or until when you admit people. Do not write about anyone who lives or works with you."
      limit={1000}
      value={note?.text}
    />
    <AcceptWarnings />
    <SubmitButton pending="Saving…">Save note</SubmitButton>
  </ActionForm>
);

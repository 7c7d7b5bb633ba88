import { Link } from "@/components/ui/link";
import { Details, InsetText } from "@/components/ui";
import { formatDate } from "@/lib/format";
import type { RecordNote } from "@/lib/records/notes";
import type { RecordPlace } from "@/lib/records/record-place";
import { RecordSection } from "@/app/(dashboard)/providers/record-section";

/** What a location tells those who look for a place, each dated and signed, and what it told them before. */
export function NoteLog(props: { place: RecordPlace; notes: readonly RecordNote[]; saved: boolean }) {
  const { place, notes } = props;
  const standing = notes.filter(({ endedAt }) => endedAt === null);
  const earlier = notes.filter(({ endedAt }) => endedAt !== null);
  return (
    <RecordSection
      id="notes"
      heading="Note log"
      change={place.mayEdit ? { href: `/providers/${place.id}/notes/new`, label: "Add a note" } : undefined}
      saved={props.saved}
    >
      <p>Notes are shown in Find to everyone who looks for a free place. You do not need to write any.</p>
      {place.mayEdit && standing.some(({ old }) => old) && (
        <InsetText>
          Some notes are more than 6 months old. Check that they are still right: change them, delete them, or save them
          again to give them today’s date.
        </InsetText>
      )}
      {standing.length === 0 && <p>There are no notes.</p>}
      <ul className="nhsuk-list">
        {standing.map((note) => (
          <li key={note.id} className="ct-record__note">
            <p className="nhsuk-body-s nhsuk-u-margin-bottom-1">{signed(note)}</p>
            <p className="whitespace-pre-line nhsuk-u-margin-bottom-1">{note.text}</p>
            {place.mayEdit && (
              <Link href={`/providers/${place.id}/notes/${note.id}`}>
                {note.old ? "Check, change or delete" : "Change or delete"}
                <span className="nhsuk-u-visually-hidden"> the note of {formatDate(note.stamp.at)}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {earlier.length > 0 && (
        <Details summary={`Earlier notes (${earlier.length})`}>
          <ul className="nhsuk-list">
            {earlier.map((note) => (
              <li key={note.id}>
                <p className="nhsuk-body-s nhsuk-u-margin-bottom-1">
                  {signed(note)}{" "}
                  {note.endedAt && `${note.replaced ? "Changed" : "Deleted"} on ${formatDate(note.endedAt)}.`}
                </p>
                <p className="whitespace-pre-line">{note.text}</p>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </RecordSection>
  );
}

const signed = ({ stamp, old }: RecordNote) =>
  `${formatDate(stamp.at)}, by ${stamp.by}.${old ? " More than 6 months old." : ""}`;

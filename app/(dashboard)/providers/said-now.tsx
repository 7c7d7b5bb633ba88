import { Link } from "@/components/ui/link";
import { WarningCallout } from "@/components/ui";
import { formatDate, formatDateTime } from "@/lib/format";
import { collections, kindsAsked, mandatedCollections } from "@/lib/questions/collections";
import type { RecordPlace } from "@/lib/records/record-place";
import { type SaidStatus, statusKinds } from "@/lib/records/status";

/** What was said, for those who work there and for the councils and support who see the location. */
export function SaidNow({ place, status }: { place: RecordPlace; status: SaidStatus }) {
  const { said, from, note, stamp } = status;
  const { says, nil } = statusKinds[said];
  const monthly = mandatedCollections.filter((one) => kindsAsked(one).some((kind) => place.types.includes(kind)));
  return (
    <WarningCallout heading={`${place.name} is ${says}`}>
      <p>
        From {formatDate(from)}, as {stamp.by} told us at {formatDateTime(stamp.at)}.{" "}
        {said === "changing_hands" ? "" : "It is no longer shown in Find. "}We remove this when its register changes.
      </p>
      {note && <p className="whitespace-pre-line">{note}</p>}
      {place.mayUpdateBeds && monthly.length > 0 && (
        <>
          <p>Until then it still needs to file each month. A nil return counts:</p>
          <ul>
            {monthly.map((key) => (
              <li key={key}>
                <Link href={`/returns/${place.id}/${key}/nil?reason=${nil}`}>
                  Send a nil return: {collections[key].label.toLowerCase()}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </WarningCallout>
  );
}

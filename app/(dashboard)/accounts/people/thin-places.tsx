import { WarningCallout } from "@/components/ui";
import { coverInWords, type ThinPlace } from "@/lib/people/cover";

/** Flags the locations that have no approver, or one user or none, to their people. */
export const ThinPlaces = ({ thin: { rows, total } }: { thin: { rows: ThinPlace[]; total: number } }) =>
  total === 0 ? null : (
    <WarningCallout heading="Some of your locations need more people">
      <p>Each location needs an approver. We advise having two people, so that one can cover for the other.</p>
      <ul>
        {rows.map((place) => (
          <li key={place.id}>
            {place.name}: {coverInWords(place)}
          </li>
        ))}
      </ul>
      {total > rows.length && <p>And {total - rows.length} more.</p>}
    </WarningCallout>
  );

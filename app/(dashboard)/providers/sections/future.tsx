import type { RecordPlace } from "@/lib/records/record-place";
import { RecordSection } from "@/app/(dashboard)/providers/record-section";

/** That a location is not active, closing or changing hands, and what counts until its register says so too. */
export function Future(props: { place: RecordPlace; recorded: boolean; saved: boolean }) {
  const { place, recorded } = props;
  const change = {
    href: `/providers/${place.id}/status`,
    label: recorded ? "Change or take back what you told us" : "Tell us that something is changing",
  };
  return (
    <RecordSection
      id="future"
      heading="Not active, closing or changing hands"
      change={place.mayEdit ? change : undefined}
      saved={props.saved}
    >
      <p>{recorded ? "What was recorded is at the top of this page." : "Nothing has been recorded."}</p>
      {place.mayEdit && (
        <p>
          Tell CQC first: only CQC can change your registration. That may take some weeks. Tell us as well, so that your
          council and hospitals know meanwhile.
        </p>
      )}
    </RecordSection>
  );
}

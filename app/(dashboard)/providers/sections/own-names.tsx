import { SummaryList } from "@/components/ui";
import type { OwnDetailsSaid } from "@/lib/records/own-details";
import type { RecordPlace } from "@/lib/records/record-place";
import { webHref } from "@/app/(dashboard)/find/web-href";
import { RecordSection } from "@/app/(dashboard)/providers/record-section";

/** What a location calls itself and where it is written to, beside what its register says. */
export function OwnNames(props: { place: RecordPlace; details: OwnDetailsSaid | null; saved: boolean }) {
  const { place, details } = props;
  const { tradingName, shortName, address, postcode, website } = details ?? {};
  const change = { href: `/providers/${place.id}/own-details`, label: "Change your own name, address and website" };
  return (
    <RecordSection
      id="own"
      heading="Your own name, address and website"
      change={place.mayEdit ? change : undefined}
      stamp={details?.stamp ?? null}
      saved={props.saved}
    >
      <SummaryList
        rows={[
          { label: "Trading name", value: tradingName ?? "None" },
          { label: "Short name", value: shortName ?? "None" },
          {
            label: "Contact address",
            value: (
              <span className="whitespace-pre-line">
                {[address, postcode].filter(Boolean).join("\n") || "The same as in the register"}
              </span>
            ),
          },
          {
            label: "Website",
            value: website ? (
              <a href={webHref(website)} rel="noreferrer">
                {website}
              </a>
            ) : (
              "The same as in the register"
            ),
          },
        ]}
      />
    </RecordSection>
  );
}

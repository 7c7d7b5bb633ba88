import { SummaryList } from "@/components/ui";
import type { RegisterFacts } from "@/lib/records/record";
import { webHref } from "@/app/(dashboard)/find/web-href";
import { RecordSection } from "@/app/(dashboard)/providers/record-section";

const Web = ({ address }: { address: string | null }) =>
  address ? (
    <a href={webHref(address)} rel="noreferrer">
      {address}
    </a>
  ) : (
    <>Not available</>
  );

/** The address of CQC's report and the website, which people who look for a place are led to. */
export const Misc = ({ facts }: { facts: RegisterFacts }) => (
  <RecordSection id="misc" heading="CQC report and website">
    <SummaryList
      rows={[
        { label: "CQC report", value: <Web address={facts.reportUri} /> },
        { label: "Website in the register", value: <Web address={facts.website} /> },
      ]}
    />
    <p className="nhsuk-body-s">
      These come from the register with each import. They are shown to people who look for a free place, so that they
      can go straight there.
    </p>
  </RecordSection>
);

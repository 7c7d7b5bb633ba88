import { SummaryList } from "@/components/ui";
import type { RegisterFacts } from "@/lib/records/record";
import { formatTelephone, telephoneHref } from "@/lib/telephone";
import { Corrections } from "@/app/(dashboard)/providers/corrections";
import { RecordSection } from "@/app/(dashboard)/providers/record-section";

/** The name and address in the register: five lines as the guide has them, and "None" where there is none. */
export function AddressDetails({ facts }: { facts: RegisterFacts }) {
  const { telephone } = facts;
  return (
    <RecordSection id="address" heading="Address details">
      <SummaryList
        rows={[
          { label: "Name", value: facts.name },
          ...[0, 1, 2, 3, 4].map((nth) => ({ label: `Address line ${nth + 1}`, value: lineOf(facts.lines, nth) })),
          { label: "Postcode", value: facts.postcode },
          {
            label: "Telephone",
            value: telephone ? <a href={telephoneHref(telephone)}>{formatTelephone(telephone)}</a> : "None",
          },
          { label: "Council", value: facts.council ?? "Not known" },
          { label: facts.register === "ods" ? "ODS code" : "CQC location ID", value: facts.registerId },
        ]}
      />
      <Corrections register={facts.register} />
    </RecordSection>
  );
}

/** Registers may have more than five lines: the fifth holds the rest. */
const lineOf = (lines: readonly string[], nth: number) =>
  (nth === 4 ? lines.slice(4).join(", ") : lines[nth]) || "None";

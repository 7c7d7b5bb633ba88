import { SummaryList } from "@/components/ui";
import { kindLabel } from "@/lib/access/kinds";
import { formatList, formatNumber } from "@/lib/format";
import type { RegisterFacts } from "@/lib/records/record";
import { Corrections } from "@/app/(dashboard)/providers/corrections";
import { RecordSection } from "@/app/(dashboard)/providers/record-section";

/** What the register says that the location may do, and for whom. */
export function Classification({ facts }: { facts: RegisterFacts }) {
  const list = (given: readonly string[]) => formatList(given) || "None";
  return (
    <RecordSection id="classification" heading="Classification">
      <SummaryList
        rows={[
          { label: "Type", value: list(facts.types.map(kindLabel)) },
          { label: "Services", value: list(facts.services) },
          { label: "Specialisms", value: list(facts.specialisms) },
          { label: "Regulated activities", value: list(facts.activities) },
          { label: "For", value: list(facts.userBands) },
          { label: "Registered beds", value: facts.beds > 0 ? formatNumber(facts.beds) : "None" },
        ]}
      />
      <Corrections register={facts.register} />
    </RecordSection>
  );
}

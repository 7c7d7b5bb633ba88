import { Link } from "@/components/ui/link";
import { SummaryList } from "@/components/ui";
import { funding, type Funding, needs } from "@/lib/capacity/filters";
import { formatList, formatNumber, inSentence } from "@/lib/format";
import type { RecordPlace } from "@/lib/records/record-place";
import {
  needColumns,
  type StatedSuitability,
  type SuitabilityAsked,
  suitabilityStamp,
} from "@/lib/records/suitability";
import { RecordSection } from "@/app/(dashboard)/providers/record-section";

/** Whom a location says it suits, who may pay, its contracts and prices: ours to change, and shown in Find. */
export function FundingAndPrices(props: {
  place: RecordPlace;
  asked: SuitabilityAsked;
  stated: StatedSuitability | null;
  saved: boolean;
}) {
  const { place, asked, stated } = props;
  const change = { href: `/providers/${place.id}/suitability`, label: "Change who you care for, funding and prices" };
  return (
    <RecordSection
      id="funding"
      heading="Who it suits, funding and prices"
      change={place.mayEdit ? change : undefined}
      stamp={suitabilityStamp(stated)}
      saved={props.saved}
    >
      <p>This is what the location says itself. It is shown in Find.</p>
      {stated && <SummaryList rows={[...saidRows(stated, asked), ...priceRows(stated, asked)]} />}
      {asked.inBeds && place.mayUpdateBeds && (
        <p>
          <Link href={`/beds/${place.id}`}>Update free beds</Link>
        </p>
      )}
    </RecordSection>
  );
}

const yesNo = (said: boolean | null) => (said === null ? "Not said" : said ? "Yes" : "No");

const saidRows = (stated: StatedSuitability, asked: SuitabilityAsked) => [
  { label: "Also cares for", value: formatList([...stated.whoFor, ...stated.specialisms]) || "Not said" },
  {
    label: "Funding accepted",
    value: formatList(stated.funding.map((payer) => funding[payer as Funding])) || "Not said",
  },
  { label: "Contracts with", value: formatList(stated.contracts.map(({ area }) => area.name)) || "Not said" },
  ...(asked.inBeds ? [{ label: "Nursing care", value: yesNo(stated.nursing) }] : []),
  ...asked.needs.map((need) => ({ label: needs[need], value: yesNo(stated[needColumns[need]]) })),
  ...(asked.atHome ? [{ label: "Postcode districts served", value: formatList(stated.districts) || "Not said" }] : []),
];

const priceRows = (stated: StatedSuitability, asked: SuitabilityAsked) =>
  asked.bedTypes.map(({ key, label }) => {
    const price = stated.prices.find(({ bedTypeKey }) => bedTypeKey === key);
    const pounds = price && [price.from, price.to].map((each) => `£${formatNumber(each)}`);
    return {
      label: `Weekly price: ${inSentence(label)}`,
      value: pounds ? [...new Set(pounds)].join(" to ") : "Not said",
    };
  });

import { SummaryList } from "@/components/ui";
import { funding, needs, needsOf, type Need } from "@/lib/capacity/filters";
import type { Suits } from "@/lib/capacity/place";
import type { PlacePage } from "@/lib/capacity/place-page";
import { countsHours } from "@/lib/capacity/services";
import { formatAgo, formatList } from "@/lib/format";

const yesNo = (said: boolean | null) => (said === null ? "Not said" : said ? "Yes" : "No");

/** Who a place suits: what the home says, alongside what CQC has registered. */
export function PlaceSuitability({ place, now }: { place: PlacePage; now: Date }) {
  const { suits, registerFacts, services } = place;
  const bands = [...new Set([...registerFacts.userBands, ...registerFacts.specialisms])];
  const teller = services.every(countsHours) ? "service" : "home";
  const asked = [...new Set(services.flatMap((service) => needsOf(countsHours(service))))];
  return (
    <section aria-labelledby="suits">
      <h2 className="nhsuk-heading-m" id="suits">
        Who it suits
      </h2>
      {suits ? (
        <p>
          As the {teller} told us {formatAgo(new Date(suits.at), now)}, alongside what CQC has registered.
        </p>
      ) : (
        <p>The {teller} has not told us who it suits yet. This is what CQC has registered.</p>
      )}
      <SummaryList
        rows={[
          { label: "CQC: services", value: formatList(registerFacts.services) || "Not known" },
          { label: "CQC: for", value: formatList(bands) || "Not known" },
          ...(suits ? suitsRows(suits, asked) : []),
        ]}
      />
    </section>
  );
}

const roomWords = { anyone: "Anyone", women: "Women", men: "Men" } as const;

const suitsRows = (suits: Suits, asked: readonly Need[]) => [
  ...(suits.nursing === null ? [] : [{ label: "Nursing", value: yesNo(suits.nursing) }]),
  ...(suits.specialisms.length + suits.whoFor.length > 0
    ? [{ label: "Also for", value: formatList([...suits.whoFor, ...suits.specialisms]) }]
    : []),
  ...(suits.roomsFor === null ? [] : [{ label: "Rooms for", value: roomWords[suits.roomsFor] }]),
  ...asked.map((need) => ({ label: needs[need], value: yesNo(suits[need]) })),
  ...(suits.admitsUntil === null ? [] : [{ label: "Admits until", value: hourInWords(suits.admitsUntil) }]),
  { label: "Takes people funded by", value: formatList(suits.funding.map((payer) => funding[payer])) || "Not said" },
  { label: "Contracts with", value: formatList(suits.contracts) || "Not said" },
];

/** "6pm" of 18, "midnight" of 24. */
const hourInWords = (hour: number) =>
  hour === 24 ? "midnight" : hour === 12 ? "midday" : `${hour % 12 || 12}${hour < 12 ? "am" : "pm"}`;

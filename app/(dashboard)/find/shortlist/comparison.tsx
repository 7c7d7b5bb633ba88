import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { needs, type Need } from "@/lib/capacity/filters";
import { freshnessOfPlace } from "@/lib/capacity/freshness";
import type { PlacePage } from "@/lib/capacity/place-page";
import { freeInWords } from "@/lib/capacity/shortlist";
import { formatList } from "@/lib/format";
import { poundsInWords } from "@/app/(dashboard)/find/place-card";
import { formatTelephone, telephoneHref } from "@/lib/telephone";

type Fact = readonly [label: string, of: (place: PlacePage) => ReactNode];

const factsAt = (time: Date): Fact[] => [
  [
    "Telephone",
    ({ telephone }) => (telephone ? <a href={telephoneHref(telephone)}>{formatTelephone(telephone)}</a> : "Not known"),
  ],
  ["Free today", freeInWords],
  ["Confirmed", (place) => freshnessOfPlace(place, time).words],
  ["A week", costs],
  ["CQC rating", ({ rating }) => rating ?? "Not rated"],
  ["Address", ({ address, postcode }) => `${address}, ${postcode}`],
  ["It has", has],
];

function costs({ beds }: PlacePage): string {
  const froms = beds.flatMap(({ priceFrom }) => priceFrom ?? []);
  const tos = beds.flatMap(({ priceTo }) => priceTo ?? []);
  return froms.length === 0 ? "Not said" : poundsInWords(Math.min(...froms), Math.max(...tos));
}

function has({ suits }: PlacePage): string {
  const said = (Object.keys(needs) as Need[]).filter((need) => suits?.[need]);
  return formatList(said.map((need) => needs[need].toLowerCase())) || "Not said";
}

/** Places side by side, each fact in the same order. */
export function Comparison(props: { places: readonly PlacePage[]; time: Date; acts: (place: PlacePage) => ReactNode }) {
  const facts = factsAt(props.time);
  return (
    <div className="ct-compare">
      {props.places.map((place) => (
        <section key={place.id} aria-labelledby={`place-${place.id}`} className="ct-compare__place">
          <h2 className="nhsuk-heading-s" id={`place-${place.id}`}>
            <Link href={`/find/${place.id}`}>{place.name}</Link>
          </h2>
          <dl>
            {facts.map(([label, of]) => (
              <div key={label} className="ct-compare__fact">
                <dt>{label}</dt>
                <dd>{of(place)}</dd>
              </div>
            ))}
          </dl>
          {props.acts(place)}
        </section>
      ))}
    </div>
  );
}

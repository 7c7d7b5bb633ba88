import { Details, Table, type Column } from "@/components/ui";
import { freshnessOf } from "@/lib/capacity/freshness";
import type { BedsOfType } from "@/lib/capacity/place";
import type { PlacePage } from "@/lib/capacity/place-page";
import { formatAgo, formatList } from "@/lib/format";
import { FreshnessTag, laterInWords, poundsInWords } from "./place-card";

const bedColumns: Column<BedsOfType>[] = [
  { key: "type", heading: "Type", cell: ({ label }) => label, rowHeader: true },
  { key: "free", heading: "Free today", cell: ({ free }) => free, numeric: true },
  { key: "assessment", heading: "Of these after an assessment", cell: (row) => row.afterAssessment, numeric: true },
  {
    key: "also",
    heading: "Also offered as",
    cell: ({ alsoAs }) => formatList(alsoAs.map(({ label }) => label)) || "–",
  },
  { key: "later", heading: "Later, waiting or closed", cell: (row) => formatList(laterInWords(row)) || "–" },
  { key: "price", heading: "A week", cell: priceInWords },
];

function priceInWords({ priceFrom, priceTo }: BedsOfType): string {
  return priceFrom === null || priceTo === null ? "Not said" : poundsInWords(priceFrom, priceTo);
}

/** What a place has free of each bed type, when that was confirmed, and what each type means. */
export function PlaceBeds({ place, now }: { place: PlacePage; now: Date }) {
  const fresh = freshnessOf(place, place.services[0] ?? "care_home", now);
  const defined = place.beds.filter(({ definition }) => definition !== "");
  return (
    <section aria-labelledby="beds">
      <h2 className="nhsuk-heading-m" id="beds">
        Beds
      </h2>
      <p>
        <FreshnessTag fresh={fresh} /> {fresh.words}.
      </p>
      {place.beds.length > 0 && (
        <Table
          caption={`Beds by type${place.saidAt ? `, as confirmed ${formatAgo(place.saidAt, now)}` : ""}`}
          columns={bedColumns}
          rows={place.beds}
          rowKey={({ key }) => key}
        />
      )}
      {defined.length > 0 && (
        <Details summary="What each bed type means">
          <dl>
            {defined.map(({ key, label, definition, example }) => (
              <div key={key}>
                <dt>
                  <strong>{label}</strong>
                </dt>
                <dd>
                  {definition} {example && `Example: ${example}`}
                </dd>
              </div>
            ))}
          </dl>
        </Details>
      )}
    </section>
  );
}

import { Link } from "@/components/ui/link";
import { comparePath } from "@/app/(dashboard)/areas/compare/asked";
import type { AddressParams } from "@/components/tables";
import { Table } from "@/components/ui";
import { formatNumber, formatPercent } from "@/lib/format";
import { areaHref } from "@/lib/organisations/area-address";
import { type AreaFacts, areaFacts } from "@/lib/reports/beside/area-facts";
import type { PeerChoice } from "@/lib/reports/beside/peer-choices";
import type { SeenArea } from "@/lib/reports/queries";

const factInWords = (facts: AreaFacts | undefined, { key, unit }: (typeof areaFacts)[number]): string => {
  if (!facts) return "None";
  return unit === "percent" ? formatPercent(facts[key]) : formatNumber(Math.round(facts[key] * 10) / 10);
};

type Row = PeerChoice | (SeenArea & { facts: AreaFacts | undefined; isSeen: null });

/** Areas with their facts, below the area's own. Those whose figures may be seen can be ticked, to compare with it. */
export function PeerTable(props: {
  id: string;
  title: string;
  about: string;
  area: SeenArea;
  own: AreaFacts | undefined;
  areas: readonly PeerChoice[];
  collection: AddressParams[string];
}) {
  const { id, title, area, areas, collection } = props;
  const seen = areas.filter(({ isSeen }) => isSeen);
  const rows: Row[] = [{ ...area, facts: props.own, isSeen: null }, ...areas];
  const tick = (row: Row) =>
    row.isSeen ? (
      <div className="ct-tick nhsuk-checkboxes nhsuk-checkboxes--small">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            type="checkbox"
            id={`${id}-${row.code}`}
            name="area"
            value={row.code}
            defaultChecked
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`${id}-${row.code}`}>
            {row.name}
          </label>
        </div>
      </div>
    ) : (
      row.name
    );
  return (
    <section aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {title}
      </h2>
      <p>{props.about}</p>
      <form method="get" action={comparePath}>
        <input type="hidden" name="ticked" value="yes" />
        <input type="hidden" name="area" value={area.code} />
        {typeof collection === "string" && <input type="hidden" name="collection" value={collection} />}
        <Table
          caption={`${title}: facts from CQC’s register`}
          captionHidden
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            { key: "area", heading: "Area", rowHeader: true, cell: tick },
            ...areaFacts.map((fact) => ({
              key: fact.key,
              heading: fact.label,
              numeric: true,
              cell: ({ facts }: Row) => factInWords(facts, fact),
            })),
            {
              key: "open",
              heading: "Its figures",
              cell: (row) =>
                row.isSeen === false ? (
                  "You do not have access"
                ) : (
                  <Link href={areaHref(row)}>
                    Dashboard<span className="nhsuk-u-visually-hidden"> of {row.name}</span>
                  </Link>
                ),
            },
          ]}
        />
        {seen.length > 0 ? (
          <button className="nhsuk-button ct-no-print" type="submit">
            Compare those ticked with {area.name}
          </button>
        ) : (
          <p>You do not have access to the figures of these areas. Ask for access, or ask the people there.</p>
        )}
      </form>
    </section>
  );
}

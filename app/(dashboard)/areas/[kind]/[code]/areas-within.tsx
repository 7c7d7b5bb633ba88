import { Link } from "@/components/ui/link";
import { AreasCompared } from "@/app/(dashboard)/areas/areas-compared";
import { comparePath } from "@/app/(dashboard)/areas/compare/asked";
import { addressWith, type AddressParams } from "@/components/tables";
import { areaHref } from "@/lib/organisations/area-address";
import { areaKindsInWords } from "@/lib/organisations/area-label";
import type { Month } from "@/lib/london";
import type { AreasOfKind } from "@/lib/reports/area-family";
import { fewestBeside, mostBeside } from "@/lib/reports/beside/side-by-side";
import type { Measured } from "@/lib/reports/measured";
import type { Measure } from "@/lib/reports/metrics";
import type { MandatedCollection } from "@/lib/reports/owing";

/** The areas within this one, each a way down, with the figures that one compares first. */
export function AreasWithin(props: {
  path: string;
  params: AddressParams;
  within: readonly AreasOfKind[];
  shown: AreasOfKind;
  found: Measured;
  month: Month;
  collection: MandatedCollection;
  measures: readonly Measure[];
}) {
  const { found, month, collection, shown } = props;
  return (
    <section aria-labelledby="within">
      <h2 className="nhsuk-heading-m" id="within">
        {areaKindsInWords[shown.kind]}
      </h2>
      {props.within.length > 1 && (
        <nav aria-label="Which areas" className="ct-no-print">
          <ul className="nhsuk-list flex flex-wrap gap-4">
            {props.within.map(({ kind }) => (
              <li key={kind}>
                {kind === shown.kind ? (
                  <strong aria-current="true">{areaKindsInWords[kind]}</strong>
                ) : (
                  <Link href={`${addressWith(props.path, props.params, { within: kind })}#within`}>
                    {areaKindsInWords[kind]}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
      {props.shown.areas.length >= fewestBeside && props.shown.areas.length <= mostBeside && (
        <p className="ct-no-print">
          <Link
            href={addressWith(
              comparePath,
              { collection: props.params.collection, month: props.params.month },
              { area: shown.areas.map(({ code }) => code) },
            )}
          >
            See these side by side
          </Link>
        </p>
      )}
      <AreasCompared
        caption={`${areaKindsInWords[shown.kind]}: figures of the window`}
        captionHidden
        rows={shown.areas.map((area) => ({
          area,
          due: found.reported(area.id, month, collection).due,
          reading: (measure) => found.reading(area.id, month, measure),
        }))}
        href={(area) =>
          addressWith(areaHref(area), { collection: props.params.collection, month: props.params.month }, {})
        }
        measures={props.measures}
      />
    </section>
  );
}

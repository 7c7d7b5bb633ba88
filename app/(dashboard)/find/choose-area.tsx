import { ChooseMap } from "@/components/map";
import { Link } from "@/components/ui/link";
import { addressOf, type Criteria, findHref } from "@/lib/capacity/criteria";
import type { ChoiceOfAreas } from "./choice-of-areas";

/**
 * The way to look without typing: a region of England on the map or in the list beside it, then a council, which shows
 * what is free there.
 */
export function ChooseArea({ criteria, choice }: { criteria: Criteria; choice: ChoiceOfAreas }) {
  const { region, map } = choice;
  const areas = choice.areas.map(({ code, name }, index) => ({
    code,
    name,
    mark: String(index + 1),
    href: region ? resultsHref(criteria, code) : regionHref(criteria, code),
  }));
  if (areas.length === 0) return null;
  const what = region ? `Councils in ${region.name}` : "Regions of England";
  return (
    <section id="areas" aria-labelledby="choose" className="ct-no-print">
      <h2 className="nhsuk-heading-m" id="choose">
        {region ? `${region.name}: choose a council` : "Or choose a region, then a council"}
      </h2>
      {region && (
        <p>
          <Link href={regionHref(criteria, null)}>All regions of England</Link>
        </p>
      )}
      <div className="ct-choose">
        {map && <ChooseMap caption={`${what}. The numbers match the list.`} map={map} areas={areas} />}
        <ol className="ct-choose__list" aria-label={what}>
          {areas.map(({ code, name, href }) => (
            <li key={code}>
              <Link href={href}>{name}</Link>
            </li>
          ))}
        </ol>
      </div>
      <p className="nhsuk-body-s">
        Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown
        copyright and database right 2025.
      </p>
    </section>
  );
}

/** What is free in a council's area: as many beds or hours as the form would ask for. */
const resultsHref = (criteria: Criteria, area: string): string =>
  findHref({ ...criteria, area, least: criteria.least ?? 1 });

/** The councils of a region, or all regions, with what was asked for so far. */
function regionHref(criteria: Criteria, region: string | null): string {
  const query = [region && `region=${region}`, addressOf(criteria)].filter(Boolean).join("&");
  return `/find${query && `?${query}`}#areas`;
}

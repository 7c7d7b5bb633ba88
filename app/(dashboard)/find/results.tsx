import { Link } from "@/components/ui/link";
import { FilterTags, Pagination } from "@/components/ui";
import type { MapShape } from "@/components/map";
import { addressOf, type Criteria, criteriaIn, findHref, type Params } from "@/lib/capacity/criteria";
import type { LiveEnquiry } from "@/lib/capacity/enquiries";
import { type Found, pageSize } from "@/lib/capacity/find-capacity";
import { countsHours, serviceWords } from "@/lib/capacity/services";
import type { Whereabouts } from "@/lib/capacity/whereabouts";
import { formatCount, formatNumber, plural } from "@/lib/format";
import type { BedType } from "@/lib/questions/beds";
import { filterTags, filtersOn, withoutFilters } from "./filter-labels";
import { PlaceCard } from "./place-card";
import { SaveForm } from "./save-form";
import { ResultsMap } from "./results-map";

interface Props {
  criteria: Criteria;
  params: Params;
  found: Found;
  bedTypes: readonly BedType[];
  shapes: readonly MapShape[];
  enquiries: readonly LiveEnquiry[];
  now: Date;
}

/** What was found: how many, of how many, in which order and why; the list and its map. */
export function Results({ criteria, params, found, bedTypes, shapes, enquiries, now }: Props) {
  const on = filtersOn(criteria, bedTypes, found);
  const first = (criteria.page - 1) * pageSize;
  const from = findHref(criteria);
  return (
    <section aria-labelledby="found">
      <h2 className="nhsuk-heading-m" id="found">
        {heading(criteria, found)}
      </h2>
      <p role="status">{countsInWords(found, criteria)}</p>
      <FilterTags
        tags={filterTags(on)}
        clearHref={on.length > 1 ? findHref(withoutFilters(criteria, criteriaIn({}))) : undefined}
      />
      <p>{orderInWords(criteria, found.where)}</p>
      <SaveForm
        query={addressOf({ ...criteria, page: 1 })}
        suggested={heading(criteria, found).replace(/^[\d,]+ /, "")}
      />
      <div className="ct-found">
        <div className="ct-found__map">
          <ResultsMap criteria={criteria} params={params} found={found} shapes={shapes} first={first} />
        </div>
        <div>
          <ol className="ct-places" start={first + 1}>
            {found.places.map((place, index) => (
              <PlaceCard
                key={place.id}
                place={place}
                mark={String(first + index + 1)}
                service={criteria.service}
                from={from}
                enquiries={enquiries.filter(({ locationId }) => locationId === place.id)}
                now={now}
              />
            ))}
          </ol>
          <Pagination
            page={criteria.page}
            pages={Math.max(1, Math.ceil(found.total / pageSize))}
            hrefOf={(page) => findHref({ ...criteria, page })}
          />
          <p className="nhsuk-body-s">
            Contains CQC information licensed under the Open Government Licence v3.0. Source: Office for National
            Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database
            right 2025. Contains Royal Mail data © Royal Mail copyright and database right 2025.
          </p>
        </div>
      </div>
    </section>
  );
}

/** "41 care homes within 10 miles of OL1 1AA". */
export function heading(criteria: Criteria, { total, where }: Found): string {
  const { one, many } = serviceWords[criteria.service];
  return `${formatCount(one, total, many)} ${whereInWords(where, criteria.within)}`;
}

export function whereInWords(where: Whereabouts, within: number): string {
  switch (where.kind) {
    case "postcode":
      return `within ${formatCount("mile", within)} of ${where.label}`;
    case "town":
      return `in ${where.label} or within ${formatCount("mile", within)} of its middle`;
    case "area":
      return where.areaKind === "local_authority" ? `in the council area of ${where.label}` : `in ${where.label}`;
    default:
      return `in ${where.label}`;
  }
}

/** "41 match; 12 have a bed free; 36 were confirmed this week; 3 have never said." */
function countsInWords({ total, withFree, confirmedThisWeek, neverSaid }: Found, { service }: Criteria): string {
  const free = countsHours(service) ? "hours free" : "a bed free";
  const have = (n: number) => plural("has", n, "have");
  return (
    [
      `${formatNumber(total)} ${plural("matches", total, "match")}`,
      `${formatNumber(withFree)} ${have(withFree)} ${free}`,
      `${formatNumber(confirmedThisWeek)} ${plural("was", confirmedThisWeek, "were")} confirmed this week`,
      `${formatNumber(neverSaid)} ${have(neverSaid)} never said`,
    ].join("; ") + "."
  );
}

function orderInWords(criteria: Criteria, where: Whereabouts) {
  const other = { ...criteria, page: 1, sort: criteria.sort === "best" ? ("near" as const) : ("best" as const) };
  const hasPoint = where.kind !== "unknown" && where.point !== null;
  if (criteria.sort === "near")
    return (
      <>
        Nearest first. Places that two organisations have found taken come after the others.{" "}
        <Link href={findHref(other)}>Show best first</Link>
      </>
    );
  return (
    <>
      Best first: places that are near and likely to be still free. A place is lower in the list when its figures are
      old compared with how long vacancies usually last there. Places that two organisations have found taken come after
      the others with something free. {hasPoint && <Link href={findHref(other)}>Show nearest first</Link>}
    </>
  );
}

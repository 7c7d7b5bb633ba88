import Link from "next/link";
import { type Criteria, findHref } from "@/lib/capacity/criteria";
import type { Found } from "@/lib/capacity/find-capacity";
import { serviceWords } from "@/lib/capacity/services";
import { formatCount } from "@/lib/format";
import type { BedType } from "@/lib/questions/beds";
import { filtersOn } from "./filter-labels";
import { whereInWords } from "./results";

/** Nothing matches: what would, with how many. Only what has results is offered. */
export function NothingFound(props: {
  criteria: Criteria;
  found: Found;
  wider: { within: number; total: number }[];
  bedTypes: readonly BedType[];
}) {
  const { criteria, found, wider } = props;
  const { one, many } = serviceWords[criteria.service];
  const count = (n: number) => formatCount(one, n, many);
  const looser = filtersOn(criteria, props.bedTypes, found).flatMap(({ label, without, facet }) => {
    const left = found.counts[facet] ?? 0;
    return left > 0 && leavesFacetOff(without, facet) ? [{ label, without, left }] : [];
  });
  return (
    <section aria-labelledby="found">
      <h2 className="nhsuk-heading-m" id="found">
        No {many} match {whereInWords(found.where, criteria.within)}
      </h2>
      <p role="status">Nothing matches everything you asked for.</p>
      {wider.length > 0 && (
        <>
          <h3 className="nhsuk-heading-s">Further away</h3>
          <ul>
            {wider.map(({ within, total }) => (
              <li key={within}>
                <Link href={findHref({ ...criteria, within, page: 1 })}>
                  {count(total)} within {formatCount("mile", within)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {looser.length > 0 && (
        <>
          <h3 className="nhsuk-heading-s">With one filter fewer</h3>
          <ul>
            {looser.map(({ label, without, left }) => (
              <li key={label}>
                <Link href={findHref(without)}>
                  {count(left)} without “{label}”
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {wider.length + looser.length === 0 && <p>Try a different place or fewer filters.</p>}
    </section>
  );
}

/** A count is of the search without all of a facet: it is told only where the link takes all of it away. */
function leavesFacetOff({ least, beds, needs, whoFor, funding }: Criteria, facet: string): boolean {
  const left: Readonly<Record<string, number>> = {
    vacancy: (least === null ? 0 : 1) + beds.length,
    needs: needs.length,
    for: whoFor.length,
    funding: funding.length,
  };
  return (left[facet] ?? 0) === 0;
}

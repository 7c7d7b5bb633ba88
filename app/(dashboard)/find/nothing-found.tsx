import { Link } from "@/components/ui/link";
import { addressOf, type Criteria, criteriaIn, findHref } from "@/lib/capacity/criteria";
import type { Found } from "@/lib/capacity/find-capacity";
import type { Wider } from "@/lib/capacity/find-instead";
import { serviceWords } from "@/lib/capacity/services";
import type { Whereabouts } from "@/lib/capacity/whereabouts";
import { formatCount } from "@/lib/format";
import type { BedType } from "@/lib/questions/beds";
import { filtersOn, withoutFilters } from "./filter-labels";
import { whereInWords } from "./results";
import { SaveForm } from "./save-form";

/** The same search with something left out, as a link says it. */
interface Looser {
  words: string;
  criteria: Criteria;
}

/** What a search that found nothing may leave out: each filter by itself, and all of them where there are several. */
export function looserSearches(criteria: Criteria, bedTypes: readonly BedType[], found: Found): Looser[] {
  const on = filtersOn(criteria, bedTypes, found);
  const each = on.map(({ label, without }) => ({ words: `without “${label}”`, criteria: without }));
  const types =
    criteria.beds.length > 1 ? [{ words: "with any type of bed", criteria: { ...criteria, beds: [], page: 1 } }] : [];
  const none = { words: "without any filter", criteria: withoutFilters(criteria, criteriaIn({})) };
  return on.length > 1 ? [...each, ...types, none] : each;
}

/** Nothing matches: what would, with how many, and the way to hear when something does. Only what has results is offered. */
export function NothingFound(props: {
  criteria: Criteria;
  found: Found;
  wider: readonly Wider[];
  looser: readonly (Looser & { total: number })[];
}) {
  const { criteria, found, wider } = props;
  const { one, many } = serviceWords[criteria.service];
  const count = (n: number) => formatCount(one, n, many);
  const looser = props.looser.filter(({ total }) => total > 0);
  const where = whereInWords(found.where, criteria.within);
  return (
    <section aria-labelledby="found">
      <h2 className="nhsuk-heading-m" id="found">
        No {many} match {where}
      </h2>
      <p role="status">Nothing matches everything you asked for.</p>
      {wider.length > 0 && (
        <>
          <h3 className="nhsuk-heading-s">Further away</h3>
          <ul>
            {wider.map((one) => (
              <li key={one.within}>
                <Link href={findHref(one.criteria)}>
                  {count(one.total)} {furtherInWords(found.where, one.within)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {looser.length > 0 && (
        <>
          <h3 className="nhsuk-heading-s">With fewer filters</h3>
          <ul>
            {looser.map(({ words, total, criteria }) => (
              <li key={words}>
                <Link href={findHref(criteria)}>
                  {count(total)} {words}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {wider.length + looser.length === 0 && <p>Try a different place or fewer filters.</p>}
      <SaveForm query={addressOf({ ...criteria, page: 1 })} suggested={`${many} ${where}`} />
    </section>
  );
}

const furtherInWords = ({ kind, label }: Whereabouts, within: number): string =>
  kind === "area" || kind === "box"
    ? `up to about ${formatCount("mile", within)} from the middle of ${label}`
    : `within ${formatCount("mile", within)}`;

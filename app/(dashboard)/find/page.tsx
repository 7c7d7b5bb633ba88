import { HowTo } from "@/app/shell/how-to";
import Link from "next/link";
import { notFound } from "next/navigation";
import { InsetText, Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { criteriaIn, findHref, isSearch, type Params } from "@/lib/capacity/criteria";
import { enquiriesAbout } from "@/lib/capacity/enquiries";
import { distances } from "@/lib/capacity/filters";
import { findCapacity, findWider } from "@/lib/capacity/find-capacity";
import type { Whereabouts } from "@/lib/capacity/whereabouts";
import { now } from "@/lib/clock";
import { calendarNow } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { currentUser, recent } from "@/lib/web/session";
import { councilShapes } from "./map-shapes";
import { NothingFound } from "./nothing-found";
import { heading, Results } from "./results";
import { SearchForm } from "./search-form";

/** A bed today, that is really there: what to look for, what was found, and the way to ring. */
export default async function FindPage(props: { searchParams: Promise<Params> }) {
  const user = await currentUser();
  if (!can(user, "find capacity")) notFound();
  const params = await props.searchParams;
  const time = now();
  const criteria = criteriaIn(params);
  const [calendar, found, shapes] = await Promise.all([
    calendarNow(),
    isSearch(criteria) ? recent(() => findCapacity(user, criteria, time)) : null,
    isSearch(criteria) ? councilShapes(time) : [],
  ]);
  const bedTypes = calendar.bedTypesFor([criteria.service], monthFor(time));
  const nothing = found?.total === 0 && found.where.kind !== "unknown" ? found : null;
  const further = distances.filter((miles) => miles > criteria.within);
  const places = found?.places.map(({ id }) => id) ?? [];
  const enquiries = await enquiriesAbout(user, places, time);
  const wider = nothing ? await recent(() => findWider(user, criteria, nothing.where, further, time)) : [];
  return (
    <Page
      heading="Find capacity"
      title={found ? heading(criteria, found) : "Find capacity"}
      width="wide"
      summary="Free beds and care hours, as reported by each home or service."
    >
      <p className="ct-no-print">
        <Link href="/find/shortlist">Shortlist</Link> · <Link href="/find/searches">Saved searches</Link>
      </p>
      <HowTo guide="find-a-bed" />
      <SearchForm criteria={criteria} bedTypes={bedTypes} found={found} />
      {found && <WhereKnown where={found.where} />}
      {nothing && <NothingFound criteria={criteria} found={nothing} wider={wider} bedTypes={bedTypes} />}
      {found && found.total > 0 && (
        <Results
          criteria={criteria}
          params={params}
          found={found}
          bedTypes={bedTypes}
          shapes={shapes}
          enquiries={enquiries}
          now={time}
        />
      )}
    </Page>
  );
}

/** What is not known of where someone looks, and what was done about it. */
function WhereKnown({ where }: { where: Whereabouts }) {
  if (where.kind === "postcode" && where.by !== "postcode" && where.label.replace(" ", "") !== where.district)
    return (
      <InsetText>
        <p>
          We do not know the postcode {where.label}. Distances are from the middle of its {where.by}
          {where.by === "district" && `, ${where.district}`}.
        </p>
      </InsetText>
    );
  if (where.kind !== "unknown") return null;
  return (
    <InsetText>
      <p role="status">
        {where.what === "postcode"
          ? `We do not know the postcode ${where.label} or its district. Check it, or enter a town or a council.`
          : `We could not find a place or council called ${where.label}. Check the spelling, or enter a postcode.`}
      </p>
      {where.like.length > 0 && (
        <ul>
          {where.like.map(({ onsCode, label }) => (
            <li key={onsCode}>
              <Link href={findHref({ ...criteriaIn({}), area: onsCode })}>{label}</Link>
            </li>
          ))}
        </ul>
      )}
    </InsetText>
  );
}

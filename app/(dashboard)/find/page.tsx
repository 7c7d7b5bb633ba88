import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { criteriaIn, findHref, isSearch, type Params } from "@/lib/capacity/criteria";
import { enquiriesAbout } from "@/lib/capacity/enquiries";
import { distances } from "@/lib/capacity/filters";
import { findCapacity, pageSize } from "@/lib/capacity/find-capacity";
import { findLooser, findWider } from "@/lib/capacity/find-instead";
import { areaKindsToLookIn } from "@/lib/capacity/whereabouts";
import { now } from "@/lib/clock";
import { soughtIn } from "@/lib/locations/sought";
import { dayOf } from "@/lib/london";
import { areasCalled } from "@/lib/organisations/queries";
import { calendarNow } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { currentUser, recent } from "@/lib/web/session";
import { choiceOfAreas } from "./choice-of-areas";
import { ChooseArea } from "./choose-area";
import { areaShapes } from "@/app/(dashboard)/areas/area-shapes";
import { looserSearches, NothingFound } from "./nothing-found";
import { heading, Results } from "./results";
import { SearchForm } from "./search-form";
import { WhereKnown } from "./where-known";

/** A bed today, that is really there: what to look for, what was found, and the way to ring. */
export default async function FindPage(props: { searchParams: Promise<Params> }) {
  const user = await currentUser();
  if (!can(user, "find capacity")) notFound();
  const params = await props.searchParams;
  const time = now();
  const criteria = criteriaIn(params);
  const [calendar, found, shapes, called, choice] = await Promise.all([
    calendarNow(),
    isSearch(criteria) ? recent(() => findCapacity(user, criteria, time)) : null,
    isSearch(criteria) ? areaShapes("local_authority", time) : [],
    soughtIn(criteria.near)?.by === "name" ? areasCalled(criteria.near, areaKindsToLookIn, new Date(dayOf(time))) : [],
    isSearch(criteria) ? null : choiceOfAreas(params, time),
  ]);
  const bedTypes = calendar.bedTypesFor([criteria.service], monthFor(time));
  if (found && found.total > 0 && found.places.length === 0)
    redirect(findHref({ ...criteria, page: Math.ceil(found.total / pageSize) }));
  const nothing = found?.total === 0 && found.where.kind !== "unknown" ? found : null;
  const further = distances.filter((miles) => miles > criteria.within);
  const places = found?.places.map(({ id }) => id) ?? [];
  const enquiries = await enquiriesAbout(user, places, time);
  const looser = nothing ? looserSearches(criteria, bedTypes, nothing) : [];
  const [wider, totals] = nothing
    ? await recent(() =>
        Promise.all([
          findWider(user, criteria, nothing.where, further, time),
          findLooser(
            user,
            looser.map((one) => one.criteria),
            nothing.where,
            time,
          ),
        ]),
      )
    : [[], []];
  return (
    <Page
      heading="Find capacity"
      title={
        found ? heading(criteria, found) : choice?.region ? `Find capacity in ${choice.region.name}` : "Find capacity"
      }
      width="wide"
      summary="Free beds and care hours, as reported by each home or service."
    >
      <p className="ct-no-print">
        <Link href="/find/shortlist">Shortlist</Link> · <Link href="/find/searches">Saved searches</Link>
      </p>
      <HowTo guide="find-a-bed" />
      <SearchForm criteria={criteria} bedTypes={bedTypes} found={found} />
      {choice && <ChooseArea criteria={criteria} choice={choice} />}
      {found && <WhereKnown criteria={criteria} where={found.where} called={called} />}
      {nothing && (
        <NothingFound
          criteria={criteria}
          found={nothing}
          wider={wider}
          looser={looser.map((one, nth) => ({ ...one, total: totals[nth] ?? 0 }))}
        />
      )}
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

import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { collectionOf, listOf, monthAsked, withinOf } from "@/app/(dashboard)/areas/address";
import { AreaLocationsTable, sortableColumns } from "@/app/(dashboard)/areas/area-locations-table";
import { CollectionTabs } from "@/app/(dashboard)/areas/collection-tabs";
import { addressWith, readTableAddress, type AddressParams, type TableAddress } from "@/components/tables";
import { Details, InsetText, Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { doubtsCleared } from "@/lib/capacity/doubts-cleared";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { areaHref, areaKindFromAddress } from "@/lib/organisations/area-address";
import { adultsIn } from "@/lib/reports/adults";
import { areaFamily } from "@/lib/reports/area-family";
import { dashboard } from "@/lib/reports/area-dashboard";
import { areaLocations, areaSeenBy } from "@/lib/reports/queries";
import { vacancyAges } from "@/lib/reports/vacancy-ages";
import { currentUser, recent } from "@/lib/web/session";
import { windowInFull } from "@/lib/windows/reporting-window";
import { AreasWithin } from "./areas-within";
import { BedTypes, VacancyAges } from "./bed-tables";
import { Doubts } from "./doubts";
import { FigureGroups } from "./figures";
import { Months } from "./months";
import { Pace } from "./pace";

/** One area in one window: who has answered, how care copes, the areas within, and each location with its last update. */
export default async function AreaPage(props: {
  params: Promise<{ kind: string; code: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await currentUser();
  const { kind, code } = await props.params;
  const params = await props.searchParams;
  const areaKind = areaKindFromAddress(kind);
  const area = areaKind && (await areaSeenBy(user, areaKind, code));
  if (!area) notFound();

  const collection = collectionOf(params);
  const time = now();
  const path = `/areas/${kind}/${code}`;
  const family = await recent(() => areaFamily(user, area, time));
  const within = withinOf(params, family.within);
  const shown = await recent(() =>
    dashboard(user, { area, collection, month: monthAsked(params), within: within?.areas ?? [] }, time),
  );
  const { window, months, isLatest } = shown;
  const place = readTableAddress(params, sortableColumns, { sort: { by: "updated", direction: "ascending" } });
  const wanted = listOf(params);
  const [doubts, ages, list, adults] = await recent(() =>
    Promise.all([
      isLatest && collection === "care_home"
        ? doubtsCleared(user, new Date(time.getTime() - 30 * 86_400_000), time, area)
        : null,
      isLatest && collection === "care_home" ? vacancyAges(user, area, time) : null,
      areaLocations(user, area, collection, window, { ...wanted, ...orderOf(place) }, time),
      adultsIn(user, area),
    ]),
  );
  const { due, filed } = shown.found.reported(area.id, window.month, collection);
  return (
    <Page
      heading={area.name}
      caption="Area dashboard"
      summary={`${windowInFull(window, time)} As of ${formatDateTime(time)}.`}
      trail={family.above.map((one) => ({
        label: one.name,
        href: addressWith(areaHref(one), { collection: params.collection, month: params.month }, {}),
      }))}
      width="full"
    >
      <HowTo of="area" />
      <p>
        <Link href={`${path}/worklist`}>Worklist: who to call in this area</Link>
      </p>
      <p>
        <Link href={addressWith(`${path}/peers`, { collection: params.collection }, {})}>
          Compare with other areas: those most like it, and its neighbours
        </Link>
      </p>
      <CollectionTabs path={path} collection={collection} />
      <Months path={path} params={params} month={window.month} months={shown.choices} />
      {due === 0 ? (
        <InsetText>No location in this area needs to file this return.</InsetText>
      ) : (
        <>
          <Pace pace={shown.pace} filed={filed} due={due} />
          <FigureGroups
            groups={shown.groups}
            areaId={area.id}
            found={shown.found}
            months={months}
            isOpen={window.closesAt > time}
            to={({ key }) =>
              addressWith(`${path}/measure`, { of: key, month: params.month, within: params.within }, {})
            }
          />
          {doubts && <Doubts doubts={doubts} />}
          {collection === "care_home" && (
            <BedTypes
              types={shown.bedTypes}
              found={shown.found}
              areaId={area.id}
              month={window.month}
              adults={adults}
            />
          )}
          {ages && <VacancyAges ages={ages} />}
        </>
      )}
      {within && (
        <AreasWithin
          path={path}
          params={params}
          within={family.within}
          shown={within}
          found={shown.inside}
          month={window.month}
          collection={collection}
          measures={shown.compared}
        />
      )}
      <AreaLocationsTable
        path={path}
        params={params}
        place={{ ...place, page: list.page }}
        list={list}
        {...wanted}
        time={time}
        collection={collection}
        opens={(id) => can(user, "see an organisation", id)}
      />
      <Details summary="How these figures are worked out">
        <p>
          A location needs to file this return if its CQC registration covered the whole window. It has responded when
          it filed a return or a nil return inside the window. Percentages are totals divided by totals: all beds of one
          kind, divided by the maximum capacity of the homes that responded. Beds registered to two providers at one
          place count once. <Link href="/reports/measures">What each measure means</Link>.
        </p>
        <p>
          Figures for closed windows are added up overnight and do not change after that. Figures for the newest window
          are added up when you open this page; for large areas they may be 20 seconds old.
        </p>
        <p>Contains CQC information licensed under the Open Government Licence v3.0.</p>
      </Details>
    </Page>
  );
}

const orderOf = ({ sort, page, size }: TableAddress) => ({
  by: sort.by,
  descending: sort.direction === "descending",
  page,
  size,
});

import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { FigureGroups } from "@/app/(dashboard)/areas/[kind]/[code]/figures";
import { Months } from "@/app/(dashboard)/areas/[kind]/[code]/months";
import { collectionOf, listOf, monthAsked } from "@/app/(dashboard)/areas/address";
import { AreaLocationsTable, sortableColumns } from "@/app/(dashboard)/areas/area-locations-table";
import { CollectionTabs } from "@/app/(dashboard)/areas/collection-tabs";
import { idOf, readTableAddress, type AddressParams } from "@/components/tables";
import { Details, InsetText, Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { organisationHref } from "@/lib/organisations/area-address";
import { organisationSeenBy } from "@/lib/reports/organisation/organisation";
import { organisationDashboard } from "@/lib/reports/organisation/organisation-dashboard";
import { areaLocations } from "@/lib/reports/queries";
import { currentUser, recent } from "@/lib/web/session";
import { windowInFull } from "@/lib/windows/reporting-window";

/** A parent organisation in one window: the figures of all its locations added up, and each with its last update. */
export default async function OrganisationPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<AddressParams>;
}) {
  const user = await currentUser();
  const id = idOf((await props.params).id);
  const organisation = id === null ? null : await organisationSeenBy(user, id);
  if (!organisation) notFound();
  const params = await props.searchParams;
  const collection = collectionOf(params);
  const time = now();
  const shown = await recent(() => organisationDashboard(user, organisation, collection, monthAsked(params), time));
  const { window } = shown;
  const path = organisationHref(organisation.id);
  const place = readTableAddress(params, sortableColumns, { sort: { by: "updated", direction: "ascending" } });
  const wanted = listOf(params);
  const order = { by: place.sort.by, descending: place.sort.direction === "descending" };
  const { page, size } = place;
  const list = await recent(() =>
    areaLocations(user, organisation, collection, window, { ...wanted, ...order, page, size }, time),
  );
  const { due } = shown.found.reported(organisation.id, window.month, collection);
  const oversees = user.grants.every(({ providerId }) => providerId !== organisation.id);
  const isOpen = window.closesAt > time;
  return (
    <Page
      heading={organisation.name}
      caption="Parent organisation dashboard"
      summary={`${windowInFull(window, time)} As of ${formatDateTime(time)}.`}
      trail={[{ label: "Reports", href: "/reports" }, ...(oversees ? [{ label: "Areas", href: "/areas" }] : [])]}
      width="full"
    >
      <HowTo of="area" />
      <CollectionTabs path={path} collection={collection} />
      <Months path={path} params={params} month={window.month} months={shown.choices} />
      {due === 0 ? (
        <InsetText>No location of this organisation needs to file this return.</InsetText>
      ) : (
        <FigureGroups
          groups={shown.groups}
          areaId={organisation.id}
          found={shown.found}
          months={shown.months}
          isOpen={isOpen}
          to={({ key }) => `/reports/measures#${key}`}
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
        opens={(id) => id !== organisation.id && can(user, "see an organisation", id)}
      />
      <Details summary="How these figures are worked out">
        <p>
          They add up what the locations registered to this organisation said, wherever they are. Beds registered to two
          providers at one location count once, at the first of them. Percentages are totals divided by totals.{" "}
          <Link href="/reports/measures">What each measure means</Link>.
        </p>
        <p>Contains CQC information licensed under the Open Government Licence v3.0.</p>
      </Details>
    </Page>
  );
}

import Link from "next/link";
import { notFound } from "next/navigation";
import { readTableAddress, type AddressParams, type TableAddress } from "@/components/tables";
import { Details, Figure, FigureRow, InsetText, Page } from "@/components/ui";
import { doubtsCleared } from "@/lib/capacity/doubts-cleared";
import { now } from "@/lib/clock";
import { formatDateTime, formatMonth, formatNumber, formatPercent } from "@/lib/format";
import { bedShares, responseRate, type AreaFigures } from "@/lib/reports/area-figures";
import { areaFigures, areaLocations, areaSeenBy } from "@/lib/reports/queries";
import { windowSentence, type ReportingWindow } from "@/lib/windows/reporting-window";
import { windowsNow } from "@/lib/returns/queries";
import { currentUser } from "@/lib/web/session";
import { collectionOf, listOf } from "@/app/(dashboard)/areas/address";
import { areaKindFromAddress } from "@/lib/organisations/area-address";
import { Doubts } from "./doubts";
import { AreaLocationsTable, sortableColumns } from "@/app/(dashboard)/areas/area-locations-table";
import { CollectionTabs } from "@/app/(dashboard)/areas/collection-tabs";

/** One area in one window: who has answered, how full it is, and each location with its last update. */
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
  const windows = await windowsNow(time);
  const window = windows.current ?? windows.latestOpened;
  const path = `/areas/${kind}/${code}`;
  const place = readTableAddress(params, sortableColumns, { sort: { by: "updated", direction: "ascending" } });
  const wanted = listOf(params);
  const [figures, doubts, list] = await Promise.all([
    areaFigures(user, area, collection, window, time),
    doubtsCleared(user, new Date(time.getTime() - 30 * 86_400_000), time, area),
    areaLocations(user, area, collection, window, { ...wanted, ...orderOf(place) }, time),
  ]);
  return (
    <Page
      heading={area.name}
      caption="Area dashboard"
      summary={`${formatMonth(window.month)} window. ${sentenceOf(window, windows.state, time)} As of ${formatDateTime(time)}.`}
      width="full"
    >
      <p>
        <Link href={`${path}/worklist`}>Worklist: whom to ring in this area</Link>
      </p>
      <CollectionTabs path={path} collection={collection} />
      <Figures figures={figures} collection={collection} />
      {collection === "care_home" && <Doubts doubts={doubts} />}
      <AreaLocationsTable
        path={path}
        params={params}
        place={{ ...place, page: list.page }}
        list={list}
        {...wanted}
        time={time}
        collection={collection}
      />
      <Details summary="How these figures are worked out">
        <p>
          A location needs to file this return if its CQC registration covered the whole window. It has responded when
          it filed a return or a nil return inside the window. Percentages are totals divided by totals: all beds of one
          kind, divided by the maximum capacity of the homes that responded. Beds registered to two providers at one
          place count once.
        </p>
        <p>
          A location is at risk when its last 2 windows were missed. It reaches the notice threshold when the last 3
          were, or any 4 of the last 12. A window that is still open counts once a return was filed in it.
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

const sentenceOf = (window: ReportingWindow, state: "open" | "closed", time: Date) =>
  state === "open" ? `${windowSentence(window, time)}.` : "This window has closed.";

const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? "No figures yet" : formatPercent(share);

function Figures({ figures, collection }: { figures: AreaFigures; collection: "care_home" | "home_care" }) {
  if (figures.due === 0) return <InsetText>No location in this area needs to file this return.</InsetText>;
  const shares = bedShares(figures);
  return (
    <FigureRow label="Figures for this window">
      <Figure
        label="Response rate"
        value={percent(responseRate(figures))}
        definition={`${formatNumber(figures.responded)} of ${formatNumber(figures.due)} locations that need to file the return have done so, ${formatNumber(figures.nil)} of them as nil.`}
      />
      {collection === "care_home" ? (
        <>
          <Figure
            label="Occupied"
            value={percent(shares?.occupied)}
            definition="Occupied beds as a share of maximum capacity, in the homes that responded."
          />
          <Figure
            label="Vacant, admittable"
            value={percent(shares?.admittable)}
            definition="Beds that could be offered today, as a share of maximum capacity."
          />
          <Figure
            label="Vacant, not admittable"
            value={percent(shares?.nonAdmittable)}
            definition="Empty beds that are reserved or cannot be filled, as a share of maximum capacity."
          />
        </>
      ) : (
        <Figure
          label="People using home care"
          value={formatNumber(figures.serviceUsers)}
          definition="People using the service at the locations that responded."
        />
      )}
    </FigureRow>
  );
}

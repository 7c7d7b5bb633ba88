import { Link } from "@/components/ui/link";
import { addressWith } from "@/components/tables";
import {
  AreaMap,
  degreesOf,
  MapLinks,
  type MapPoint,
  type MapShape,
  type MapView,
  TileMap,
  viewOf,
  windowOf,
} from "@/components/map";
import { addressOf, type Criteria, findHref, type Params } from "@/lib/capacity/criteria";
import type { Found } from "@/lib/capacity/find-capacity";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";

/** The places on this page of results, on a map. Links move the map, and one searches the area it shows. */
export function ResultsMap(props: {
  criteria: Criteria;
  params: Params;
  found: Found;
  shapes: readonly MapShape[];
  /** The number before the first place of this page. */
  first: number;
}) {
  const { criteria, params, found, first } = props;
  const points = found.places.flatMap((place, index): MapPoint[] => {
    const { latitude, longitude } = place;
    if (latitude === null || longitude === null) return [];
    const mark = String(first + index + 1);
    const tone = place.free > 0 ? "strong" : "quiet";
    return [{ latitude, longitude, mark, tone, label: place.name, href: `#place-${place.id}` }];
  });
  const { where } = found;
  const centre = where.kind === "unknown" ? null : where.point;
  const view = viewIn(params) ?? viewOf(centre ? [...points, centre] : points, 1);
  if (view === null) return null;
  const box = degreesOf(windowOf(view));
  const here = { ...criteria, near: "", area: null, page: 1, box };
  const seenFrom = where.kind === "postcode" && centre ? centre : undefined;
  const caption = `Where these ${formatCount("place", points.length)} are. The numbers match the list.`;
  const drawn = (
    <>
      <AreaMap caption={caption} view={view} shapes={props.shapes} points={points} centre={seenFrom} />
      <MapLinks
        view={view}
        to={(next) => addressWith("/find", params, { map: writtenView(next), page: criteria.page })}
      />
      <p className="ct-no-print">
        <Link href={findHref(here)}>Search this area of the map</Link>
      </p>
    </>
  );
  const { MAP_TILES_URL: tiles, MAP_TILES_CREDIT: credit } = env();
  if (!tiles) return drawn;
  const searchHref = `/find?${addressOf({ ...here, box: null })}`;
  return (
    <TileMap {...{ tiles, box, points, caption, credit, searchHref }} centre={seenFrom}>
      {drawn}
    </TileMap>
  );
}

const writtenView = ({ longitude, latitude, miles }: MapView) =>
  [longitude.toFixed(4), latitude.toFixed(4), miles.toFixed(2)].join(",");

/** The part of the map that the address asks for; null if it says none, or none in Britain. */
function viewIn({ map }: Params): MapView | null {
  const [longitude = NaN, latitude = NaN, miles = NaN, ...more] = ([map].flat()[0] ?? "").split(",").map(Number);
  const known = longitude > -12 && longitude < 5 && latitude > 48 && latitude < 62 && miles >= 0.25 && miles <= 300;
  return known && more.length === 0 ? { longitude, latitude, miles } : null;
}

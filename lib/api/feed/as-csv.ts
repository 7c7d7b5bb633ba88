import type { PublicPlace } from "@/lib/capacity/open-feed/public-places";
import { placesFrom } from "@/lib/capacity/open-feed/read-places";
import { csvCell } from "@/lib/sheets/write-csv";
import { instantSaid } from "./instant-said";
import { feedLicence } from "./licence";

const headings = [
  ...["id", "register", "register_id", "name", "services", "address", "town", "postcode", "telephone", "rating"],
  ...["latitude", "longitude", "counts", "bed_type", "bed_type_label", "free", "confirmed_at"],
  ...["licence", "attribution"],
];

const line = (cells: Parameters<typeof csvCell>[0][]) => `${cells.map(csvCell).join(",")}\r\n`;

/** A place as lines: one for each type of bed it has, and one for its hours of home care. */
function linesOf(place: PublicPlace): string {
  const { id, register, registerId, name, services, address, town, postcode, telephone, rating } = place;
  const first = [id, register, registerId, name, services.join(" "), address, town, postcode, telephone, rating];
  const where = [place.latitude, place.longitude];
  const last = [feedLicence.licence, feedLicence.attribution];
  const beds = (place.beds ?? []).map(({ key, label, free }) =>
    line([...first, ...where, "beds", key, label, free, instantSaid(place.bedsConfirmedAt), ...last]),
  );
  if (place.hoursFree === null) return beds.join("");
  const hours = ["hours a week", null, null, place.hoursFree, instantSaid(place.hoursConfirmedAt)];
  return beds.join("") + line([...first, ...where, ...hours, ...last]);
}

/** The whole open feed as CSV (RFC 4180), a piece for each page that is read. */
export async function* placesInCsv(): AsyncGenerator<string> {
  yield line(headings);
  for (let after: number | null = 0; after !== null;) {
    const { page, next } = await placesFrom(after);
    yield page.map(({ place }) => (place ? linesOf(place) : "")).join("");
    after = next;
  }
}

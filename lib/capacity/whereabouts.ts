import type { AreaKind } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { dayOf } from "@/lib/london";
import { foldedWords, soughtIn } from "@/lib/locations/sought";
import { areaLabel } from "@/lib/organisations/area-label";
import { areasNamed, type NamedArea, placeOfPostcode, type PostcodePlace } from "@/lib/organisations/queries";
import type { Box, Criteria } from "./criteria";

/** A point to measure from. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** Where someone is looking, as exactly as we know it. */
export type Whereabouts =
  /** Around a postcode; `by` says whether it is itself known, or only its sector or district. */
  | {
      kind: "postcode";
      label: string;
      point: Point;
      by: PostcodePlace["by"];
      district: string;
      councilId: number | null;
    }
  /** In a place that addresses name, and around its middle. `key` is the name as the index has it. */
  | { kind: "town"; label: string; key: string; point: Point | null }
  | { kind: "area"; label: string; id: number; areaKind: AreaKind; code: string; point: Point | null }
  | { kind: "box"; label: string; box: Box; point: Point }
  /** Not known: what else it could mean. */
  | { kind: "unknown"; label: string; what: "postcode" | "place"; like: NamedArea[] };

/** The area kinds that can be looked in. */
export const areaKindsToLookIn: readonly AreaKind[] = ["local_authority", "sub_icb", "icb"];

/** Reads where a search is meant: a part of the map, an area chosen, a postcode, a place, or a council's name. */
export async function whereaboutsOf({ near, area, box }: Criteria, now: Date): Promise<Whereabouts> {
  if (box) return inBox(box);
  if (area !== null) return (await areaOf(area)) ?? { kind: "unknown", label: area, what: "place", like: [] };
  const sought = soughtIn(near);
  if (sought?.by === "postcode") {
    const place = await byPostcode(sought.postcode, near, sought.district ?? sought.postcode);
    return place.kind === "unknown" ? ((await byCode(near)) ?? place) : place;
  }
  return (sought && (await byName(near, now))) ?? { kind: "unknown", label: near, what: "place", like: [] };
}

function inBox(box: Box): Whereabouts {
  const [west, south, east, north] = box;
  const point = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
  return { kind: "box", label: "the area of the map", box, point };
}

async function areaOf(code: string): Promise<Whereabouts | null> {
  const row = await db.area.findFirst({ where: { onsCode: code } });
  if (!row) return null;
  const { id, kind, onsCode, latitude, longitude } = row;
  const point = latitude === null || longitude === null ? await middleOf(inArea(kind, id)) : { latitude, longitude };
  return { kind: "area", label: areaLabel(row.name, row.placeName), id, areaKind: kind, code: onsCode, point };
}

/** An area's middle where its table has none: that of the locations in it. */
const inArea = (kind: AreaKind, id: number): Prisma.Sql =>
  kind === "local_authority"
    ? Prisma.sql`l.local_authority_id = ${id}`
    : kind === "sub_icb"
      ? Prisma.sql`l.sub_icb_id = ${id}`
      : Prisma.sql`l.sub_icb_id in (select id from area where icb_id = ${id})`;

async function byPostcode(postcode: string, typed: string, district: string): Promise<Whereabouts> {
  const place = await placeOfPostcode(postcode);
  const label = typed.toUpperCase().replace(/\s+/g, " ").trim();
  if (!place) return { kind: "unknown", label, what: "postcode", like: [] };
  const { latitude, longitude, by, localAuthorityId } = place;
  return { kind: "postcode", label, point: { latitude, longitude }, by, district, councilId: localAuthorityId };
}

/** The code of a Sub ICB can look like a postcode's beginning: "00Y". */
async function byCode(typed: string): Promise<Whereabouts | null> {
  const odsCode = typed.trim().toUpperCase();
  const area = await db.area.findFirst({ where: { odsCode, kind: { in: [...areaKindsToLookIn] } } });
  return area && areaOf(area.onsCode);
}

/** "Oldham council" and "Oldham Metropolitan Borough Council" are Oldham's, and no town. */
const ofCouncil = /^(.+?)(?: (?:metropolitan|royal|london|borough|city|county|district))* council$/i;

/** "Oldham Sub ICB" is the Sub ICB whose place it is. */
const ofSubIcb = /^(.+?) sub[ -]?icb$/i;

async function byName(typed: string, now: Date): Promise<Whereabouts> {
  const label = typed.replace(/\s+/g, " ").trim();
  const council = ofCouncil.exec(label)?.[1];
  const board = ofSubIcb.exec(label)?.[1];
  const name = council ?? board ?? label;
  const key = foldedWords(name.split(" ")).join(" ");
  const point = name === label ? await middleOf(inTown(key)) : null;
  if (point) return { kind: "town", label, key, point };
  const kinds: readonly AreaKind[] = council ? ["local_authority"] : board ? ["sub_icb"] : areaKindsToLookIn;
  const like = await areasNamed(name, kinds, new Date(dayOf(now)), 6);
  const [only] = like;
  const own = like.find((area) =>
    board === undefined
      ? area.kind === "local_authority" && area.name.toLowerCase().startsWith(name.toLowerCase())
      : area.label.toLowerCase().endsWith(` ${name.toLowerCase()}`),
  );
  const chosen = own ?? (like.length === 1 ? only : undefined);
  return (chosen && (await areaOf(chosen.onsCode))) ?? { kind: "unknown", label, what: "place", like };
}

/** The locations whose address names a place. */
export const inTown = (key: string): Prisma.Sql => Prisma.sql`place_names(l.address_lines, l.town) @> array[${key}]`;

/** The middle of the locations that meet a condition on `l`; null if there is none with a place. */
async function middleOf(where: Prisma.Sql): Promise<Point | null> {
  const [row] = await db.$queryRaw<{ latitude: number | null; longitude: number | null }[]>`
    select percentile_cont(0.5) within group (order by l.latitude) as latitude,
           percentile_cont(0.5) within group (order by l.longitude) as longitude
      from location l where l.deregistered_on is null and l.latitude is not null and ${where}`;
  const { latitude = null, longitude = null } = row ?? {};
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

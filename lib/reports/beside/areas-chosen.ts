import { areasSummedForSql } from "@/lib/access/scope";
import type { AreaKind, User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { areaKindsInWords, areaLabel } from "@/lib/organisations/area-label";
import { areasNamed } from "@/lib/organisations/queries";
import type { SeenArea } from "@/lib/reports/owing";

const kinds = Object.keys(areaKindsInWords) as AreaKind[];
const mostSuggested = 10;
const mostFound = 500;

interface Row extends SeenArea {
  placeName: string | null;
}

/** The areas of these codes, in that order; null if one of them is none that the person may see, which is "not found". */
export async function areasOfCodes(user: User, codes: readonly string[]): Promise<SeenArea[] | null> {
  const rows = await db.$queryRaw<Row[]>`
    select a.id, a.kind, a.ons_code as code, a.name, a.place_name as "placeName" from area a
     where a.ons_code = any(${codes}) and ${areasSummedForSql(user)}`;
  const found = codes.map((code) => rows.find((row) => row.code === code));
  return found.every((row) => row !== undefined) ? found.map(asSeen) : null;
}

/** Those of some areas whose figures the person may see. */
export async function seenAmong(user: User, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select a.id from area a where a.id = any(${ids}) and ${areasSummedForSql(user)}`;
  return new Set(rows.map(({ id }) => id));
}

/** The areas that answer to these words and whose figures the person may see, best first, without those already chosen. */
export async function areasToAdd(
  user: User,
  words: string,
  chosen: readonly SeenArea[],
  day: Date,
): Promise<SeenArea[]> {
  const found = await areasNamed(words, kinds, day, mostFound);
  const seen = await seenAmong(
    user,
    found.map(({ id }) => id),
  );
  return found
    .filter(({ id }) => seen.has(id) && !chosen.some((area) => area.id === id))
    .slice(0, mostSuggested)
    .map(({ id, kind, onsCode, label }) => ({ id, kind, code: onsCode, name: label }));
}

const asSeen = ({ placeName, name, ...area }: Row): SeenArea => ({ ...area, name: areaLabel(name, placeName) });

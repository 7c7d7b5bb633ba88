import type { AreaKind } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { areaLabel } from "./area-label";
import { formerCounties, formerNames } from "./former-names";
import { isSought } from "./sought-area";

/** An area as lists and choices show it. Everyone may know them: they are England's own organisations. */
export interface NamedArea {
  id: number;
  kind: AreaKind;
  onsCode: string;
  odsCode: string | null;
  name: string;
  /** The name with what people call it: "NHS South Yorkshire ICB - 02P Barnsley". */
  label: string;
  /** What else it is or was called, and the councils in it with what they are called. */
  alsoNamed: string[];
  /** The councils that it covers, where it is made of councils and its label does not name them. */
  covers: string[];
}

const shown = {
  id: true,
  kind: true,
  onsCode: true,
  odsCode: true,
  name: true,
  placeName: true,
  otherNames: true,
  inSubIcb: { where: { kind: "local_authority" }, select: { name: true, otherNames: true } },
  inLrf: { where: { kind: "local_authority" }, select: { name: true, otherNames: true } },
} as const satisfies Prisma.AreaSelect;

type Shown = Prisma.AreaGetPayload<{ select: typeof shown }>;

function named({ placeName, otherNames, inSubIcb, inLrf, ...area }: Shown): NamedArea {
  const label = areaLabel(area.name, placeName);
  const councils = [...inSubIcb, ...inLrf];
  return {
    ...area,
    label,
    alsoNamed: [
      ...otherNames,
      ...formerNames({ ...area, placeName }),
      ...councils.flatMap((council) => [council.name, ...council.otherNames, ...formerCounties(council.name)]),
    ],
    covers: councils
      .map(({ name }) => name)
      .filter((name) => !label.includes(name))
      .sort(),
  };
}

/** That an area exists on that day. */
export const validOn = (day: Date): Prisma.AreaWhereInput => ({
  AND: [
    { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
    { OR: [{ validTo: null }, { validTo: { gte: day } }] },
  ],
});

/** The areas of one kind that exist on that day, by name. */
export async function areas(kind: AreaKind, day: Date): Promise<NamedArea[]> {
  const found = await db.area.findMany({ where: { kind, ...validOn(day) }, select: shown });
  return found.map(named).sort((a, b) => a.label.localeCompare(b.label, "en-GB"));
}

/** One area, ended or not; null when there is none of that number. */
export async function area(id: number): Promise<NamedArea | null> {
  const found = await db.area.findUnique({ where: { id }, select: shown });
  return found && named(found);
}

/**
 * The areas of these kinds whose name, place name, other name, council or code answers to the words: "barnsley" finds
 * the council and the Sub ICB 02P. Best first: those whose own name or place begins with the words.
 */
export async function areasNamed(
  words: string,
  kinds: readonly AreaKind[],
  day: Date,
  limit = 20,
): Promise<NamedArea[]> {
  const sought = words.trim().toLowerCase();
  if (sought === "") return [];
  const all = await db.area.findMany({ where: { kind: { in: [...kinds] }, ...validOn(day) }, select: shown });
  const first = (each: Shown) => ((each.placeName ?? each.name).toLowerCase().startsWith(sought) ? 0 : 1);
  return all
    .map((each) => ({ area: named(each), first: first(each) }))
    .filter(({ area }) => isSought(area, sought))
    .sort((a, b) => a.first - b.first || a.area.name.localeCompare(b.area.name, "en-GB"))
    .slice(0, limit)
    .map(({ area }) => area);
}

/** The areas of these kinds that are called exactly so, or whose place is: "Oldham" is a council and the place of a Sub ICB. */
export async function areasCalled(name: string, kinds: readonly AreaKind[], day: Date): Promise<NamedArea[]> {
  const so = { equals: name.trim(), mode: "insensitive" } as const;
  const found = await db.area.findMany({
    where: { kind: { in: [...kinds] }, AND: [validOn(day), { OR: [{ name: so }, { placeName: so }] }] },
    select: shown,
    orderBy: [{ kind: "desc" }, { name: "asc" }],
  });
  return found.map(named);
}

/** Where a postcode is, as well as is known. */
export interface PostcodePlace {
  latitude: number;
  longitude: number;
  localAuthorityId: number | null;
  subIcbId: number | null;
  /** How it was found: by itself, its sector ("OL1 1") or its district ("OL1"). */
  by: "postcode" | "sector" | "district";
}

/** Where a postcode, or the district it begins with, is; null when neither is known. */
export async function placeOfPostcode(typed: string): Promise<PostcodePlace | null> {
  const key = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const [, outcode, sector] = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)[A-Z]{2}$/.exec(key) ?? [];
  const exact = await db.postcode.findUnique({ where: { postcode: key } });
  if (exact) return { ...placed(exact), subIcbId: exact.subIcbId, by: outcode ? "postcode" : "sector" };
  const around = outcode && sector ? await db.postcode.findUnique({ where: { postcode: outcode + sector } }) : null;
  if (around) return { ...placed(around), subIcbId: null, by: "sector" };
  const district = await db.outcode.findUnique({ where: { outcode: outcode ?? key } });
  return district && { ...placed(district), subIcbId: null, by: "district" };
}

const placed = <Id>({
  latitude,
  longitude,
  localAuthorityId,
}: {
  latitude: number;
  longitude: number;
  localAuthorityId: Id;
}) => ({
  latitude,
  longitude,
  localAuthorityId,
});

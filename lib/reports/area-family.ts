import { can } from "@/lib/access/policy";
import type { AreaKind, User } from "@/lib/access/user";
import { db, type Prisma } from "@/lib/db";
import { areaLabel } from "@/lib/organisations/area-label";
import type { SeenArea } from "./owing";

/** Areas of one kind that lie within another: the regions of England, the councils of a forum. */
export interface AreasOfKind {
  kind: AreaKind;
  areas: SeenArea[];
}

/** An area's relatives among the areas that someone may see: those around it, widest first, and those within it. */
export interface AreaFamily {
  above: SeenArea[];
  within: AreasOfKind[];
}

const kindsWithin: Record<AreaKind, readonly AreaKind[]> = {
  country: ["nhs_region", "ons_region", "icb", "lrf", "local_authority"],
  nhs_region: ["icb", "local_authority", "lrf"],
  ons_region: ["local_authority", "lrf"],
  icb: ["sub_icb", "local_authority"],
  lrf: ["local_authority"],
  sub_icb: ["local_authority"],
  local_authority: [],
};

const column: Partial<Record<AreaKind, keyof Prisma.AreaWhereInput>> = {
  nhs_region: "nhsRegionId",
  ons_region: "onsRegionId",
  icb: "icbId",
  lrf: "lrfId",
  sub_icb: "subIcbId",
};

type Kept = Prisma.AreaGetPayload<object>;

/** The areas above and within an area. Those that ended by `day` are left out, as is what the person may not see. */
export async function areaFamily(user: User, area: SeenArea, day: Date): Promise<AreaFamily> {
  const own = await db.area.findUniqueOrThrow({ where: { id: area.id } });
  const live = { OR: [{ validTo: null }, { validTo: { gte: day } }] };
  const under = column[area.kind];
  const inside: Prisma.AreaWhereInput =
    area.kind === "country" ? {} : under ? { [under]: area.id } : { id: { in: [] } };
  const rows = await db.area.findMany({
    where: {
      OR: [
        { kind: "country" },
        { id: { in: [own.nhsRegionId, own.icbId].filter((id) => id !== null) } },
        { AND: [inside, live] },
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const seen = rows.filter((row) => row.id !== area.id && maySee(user, row));
  const widest: readonly AreaKind[] = ["country", "nhs_region", "icb"];
  const isAbove = ({ id, kind }: Kept) =>
    area.kind !== "country" && (kind === "country" || id === own.nhsRegionId || id === own.icbId);
  return {
    above: widest.flatMap((kind) => seen.filter((row) => row.kind === kind && isAbove(row)).map(asSeen)),
    within: kindsWithin[area.kind].flatMap((kind) => {
      const areas = seen.filter((row) => row.kind === kind && !isAbove(row)).map(asSeen);
      return areas.length > 0 ? [{ kind, areas }] : [];
    }),
  };
}

/** The areas of the same kind within the nearest area above: its neighbours in a ranking. None where none is seen. */
export async function areasBeside(
  user: User,
  area: SeenArea,
  { above }: AreaFamily,
  day: Date,
): Promise<AreasOfKind | undefined> {
  for (const one of above.toReversed()) {
    const { within } = await areaFamily(user, one, day);
    const same = within.find(({ kind }) => kind === area.kind);
    if (same && same.areas.length > 1) return same;
  }
  return undefined;
}

const maySee = (user: User, { id, nhsRegionId, onsRegionId, icbId, lrfId }: Kept) =>
  can(
    user,
    "see an area",
    id,
    [nhsRegionId, onsRegionId, icbId, lrfId].filter((above) => above !== null),
  );

const asSeen = ({ id, kind, onsCode, name, placeName }: Kept): SeenArea => ({
  id,
  kind,
  code: onsCode,
  name: areaLabel(name, placeName),
});

import { db } from "@/lib/db";
import { areaLabel } from "./area-label";
import { validOn } from "./queries";

/** A region of England with its councils, each by code and name. Everyone may know them. */
export interface Region {
  code: string;
  name: string;
  councils: { code: string; name: string }[];
}

/** The regions of England as they are on that day, and the councils in each, by name. */
export async function regionsOfEngland(day: Date): Promise<Region[]> {
  const found = await db.area.findMany({
    where: { kind: "ons_region", ...validOn(day) },
    select: {
      onsCode: true,
      name: true,
      inOns: {
        where: { kind: "local_authority", ...validOn(day) },
        select: { onsCode: true, name: true, placeName: true },
        orderBy: { name: "asc" },
      },
    },
    orderBy: { name: "asc" },
  });
  return found.map(({ onsCode, name, inOns }) => ({
    code: onsCode,
    name,
    councils: inOns.map((council) => ({
      code: council.onsCode,
      name: areaLabel(council.name, council.placeName),
    })),
  }));
}

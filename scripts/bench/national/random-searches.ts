import { type Params } from "@/lib/capacity/criteria";
import { db } from "@/lib/db";

/** Endless searches for random positions and filters, the same each time, as the query in a search's address. */
export async function* randomSearches(): AsyncGenerator<Params> {
  const outcodes = await db.outcode.findMany({ select: { outcode: true }, orderBy: { outcode: "asc" } });
  const councils = await db.area.findMany({
    where: { kind: "local_authority" },
    select: { onsCode: true },
    orderBy: { onsCode: "asc" },
  });
  let seed = 11;
  const pick = <T>(from: readonly T[]): T => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return from[Math.floor((seed / 2 ** 32) * from.length)] as T;
  };
  for (;;)
    yield {
      ...(pick([0, 0, 0, 1]) ? { area: pick(councils).onsCode } : { near: `${pick(outcodes).outcode} 1AA` }),
      within: pick(["5", "10", "10", "15", "20", "30"]),
      service: pick(["care_home", "care_home", "care_home", "home_care"]),
      least: pick(["", "1", "1", "2"]),
      beds: pick([[], [], ["GEN_NUR"], ["DEM_RES", "GEN_RES"]]),
      rating: pick(["", "", "good"]),
      needs: pick([[], [], ["wheelchair"], ["hoist", "ground_floor"]]),
      sort: pick(["best", "best", "near"]),
    };
}

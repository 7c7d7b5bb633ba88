import { system, transact } from "@/lib/db";
import type { User } from "@/lib/access/user";

let turn = 0;

/** What a home states in a test: accepting beds by type, and what it says beside them. */
export interface Stating {
  at: Date;
  free: Readonly<Record<string, number>>;
  open?: boolean;
  afterAssessment?: Readonly<Record<string, number>>;
  /** "DEM_RES also GEN_RES": so many. */
  also?: Readonly<Record<string, number>>;
  freeFrom?: { key: string; day: string; beds: number }[];
}

/** States the beds of a home as it would, and answers with the statement's id. */
export const state = (by: User, locationId: number, { at, free, open, ...beside }: Stating): Promise<number> =>
  transact(system("test"), "beds of a test", async (tx) => {
    const { id } = await tx.bedUpdate.create({
      data: {
        locationId,
        at,
        byId: by.id,
        source: "form",
        openToAdmissions: open ?? null,
        idempotencyKey: `stating-${++turn}`,
        counts: {
          create: Object.entries(free).map(([bedTypeKey, accepting]) => ({
            bedTypeKey,
            capacity: accepting + 10,
            occupied: 10,
            reserved: 0,
            accepting,
          })),
        },
      },
    });
    await tx.bedOffer.createMany({
      data: Object.entries(beside.afterAssessment ?? {}).map(([bedTypeKey, afterAssessment]) => ({
        bedUpdateId: id,
        bedTypeKey,
        afterAssessment,
      })),
    });
    await tx.flexibleBed.createMany({
      data: Object.entries(beside.also ?? {}).map(([words, beds]) => {
        const [bedTypeKey = "", alsoKey = ""] = words.split(" also ");
        return { bedUpdateId: id, bedTypeKey, alsoKey, beds };
      }),
    });
    await tx.bedFreeFrom.createMany({
      data: (beside.freeFrom ?? []).map(({ key, day, beds }) => ({
        bedUpdateId: id,
        bedTypeKey: key,
        day: new Date(day),
        beds,
      })),
    });
    return id;
  });

/** Puts places of the cast on the map: latitude and longitude by name. */
export const placeOnMap = (places: Readonly<Record<number, readonly [latitude: number, longitude: number]>>) =>
  transact(system("test"), "places on the map", async (tx) => {
    for (const [id, [latitude, longitude]] of Object.entries(places))
      await tx.location.update({ where: { id: Number(id) }, data: { latitude, longitude } });
  });

import type { Prisma } from "@/prisma/client/client";
import { system, transact } from "@/lib/db";
import type { Cast } from "./cast";

const day = 86_400_000;

/** Numbers that look random and are the same each time. */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T;
  return { next, whole, pick, happens: (share: number) => next() < share };
}
export type Dice = ReturnType<typeof dice>;

const bedTypes = ["GEN_RES", "DEM_RES", "GEN_NUR", "DEM_NUR", "TRANS"];
const ratings = ["Outstanding", "Good", "Requires improvement", "Inadequate", null];
const towns = ["Oldham", "Royton", "Shaw", "Rochdale", "Heywood", null];
const maybe = (d: Dice) => d.pick([true, false, null]);

/** So many made-up homes around Oldham that say all that a home can say, some of it long ago, and some nothing. */
export async function putHomes({ users, at }: Cast, count: number, now: Date, seed = 7): Promise<void> {
  const d = dice(seed);
  await transact(
    system("test"),
    "homes to find",
    async (tx) => {
      const like = await tx.location.findUniqueOrThrow({ where: { id: at.rosewood } });
      for (let nth = 0; nth < count; nth++) {
        const placed = !d.happens(0.05);
        const { id } = await tx.location.create({
          data: {
            register: "demo",
            registerId: `F-${seed}-${nth}`,
            name: `Home ${nth}`,
            providerId: like.providerId,
            types: d.pick([["care_home"], ["care_home"], ["care_home", "home_care"], ["home_care"]]),
            postcode: "OL1 1AA",
            addressLines: [`${nth + 1} Low Street`],
            town: d.pick(towns),
            latitude: placed ? 53.54 + (d.next() - 0.5) * 0.9 : null,
            longitude: placed ? -2.11 + (d.next() - 0.5) * 1.4 : null,
            localAuthorityId: like.localAuthorityId,
            subIcbId: like.subIcbId,
            overallRating: d.pick(ratings),
            services: [d.pick(["Care home service with nursing", "Care home service without nursing"])],
            userBands: [d.pick(["Older People", "Younger Adults", "Dementia"])],
            deregisteredOn: d.happens(0.04) ? new Date("2026-01-01") : null,
            dormant: d.happens(0.04),
          },
        });
        for (let said = d.pick([0, 1, 1, 2]); said > 0; said--)
          await sayBeds(tx, d, id, users.amina.id, new Date(now.getTime() - d.next() * 20 * day));
        if (d.happens(0.7)) await saySuitability(tx, d, id, users.amina.id, now);
      }
      for (const kind of ["care_home", "home_care"] as const)
        await tx.shelfLifeOfKind.create({ data: { kind, days: 5, locations: 1, learntAt: now } });
    },
    { timeout: 120_000 },
  );
}

let keys = 0;
async function sayBeds(tx: Prisma.TransactionClient, d: Dice, locationId: number, byId: number, when: Date) {
  const types = bedTypes.filter(() => d.happens(0.4));
  const { id } = await tx.bedUpdate.create({
    data: {
      locationId,
      at: when,
      byId,
      source: "form",
      openToAdmissions: d.pick([true, true, false, null]),
      idempotencyKey: `finding-${++keys}`,
    },
  });
  for (const bedTypeKey of types) {
    const accepting = d.whole(0, 4);
    await tx.bedCount.create({
      data: {
        bedUpdateId: id,
        bedTypeKey,
        capacity: 20,
        occupied: 12,
        reserved: 1,
        accepting,
        open: d.pick([true, true, false, null]),
      },
    });
    if (d.happens(0.3))
      await tx.bedOffer.create({ data: { bedUpdateId: id, bedTypeKey, afterAssessment: d.whole(0, accepting) } });
    for (const alsoKey of bedTypes.filter((key) => key !== bedTypeKey && d.happens(0.15)))
      await tx.flexibleBed.create({ data: { bedUpdateId: id, bedTypeKey, alsoKey, beds: d.whole(1, 4) } });
  }
  for (const [nth, organisation] of ["A trust", "A council", "Another trust"].entries())
    if (d.happens(0.1))
      await tx.callOutcome.create({
        data: { locationId, bedUpdateId: id, result: "taken", at: when, byId: byId + nth, organisation },
      });
}

async function saySuitability(tx: Prisma.TransactionClient, d: Dice, locationId: number, byId: number, now: Date) {
  const { id } = await tx.suitability.create({
    data: {
      locationId,
      byId,
      at: new Date(now.getTime() - d.next() * 30 * day),
      nursing: maybe(d),
      whoFor: d.happens(0.3) ? ["Dementia"] : [],
      specialisms: [],
      roomsFor: d.pick(["anyone", "women", "men", null]),
      groundFloor: maybe(d),
      wheelchair: maybe(d),
      bariatric: maybe(d),
      hoist: maybe(d),
      isolation: maybe(d),
      funding: ["nhs", "council", "self"].filter(() => d.happens(0.6)),
      trustedAssessor: maybe(d),
      weekendAdmissions: maybe(d),
      hoursFree: d.happens(0.6) ? d.whole(0, 60) : null,
      districts: d.happens(0.3) ? [d.pick(["OL1", "OL2", "M1"])] : [],
      milesServed: d.happens(0.3) ? d.whole(1, 20) : null,
      doubleHanded: maybe(d),
      liveIn: maybe(d),
      night: maybe(d),
    },
  });
  for (const bedTypeKey of bedTypes.filter(() => d.happens(0.4))) {
    const from = d.whole(600, 1400);
    await tx.suitabilityPrice.create({ data: { suitabilityId: id, bedTypeKey, from, to: from + d.whole(0, 400) } });
  }
}

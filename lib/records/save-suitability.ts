import type { User } from "@/lib/access/user";
import type { Prisma } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { changedMeanwhile, editRecord, writtenBy } from "./edit-record";
import { readSuitability, type TypedSuitability } from "./read-suitability";
import { contractAreas, newestSuitability, suitabilityAsked, suitabilityStamp } from "./suitability";

/** The form, the statement that was seen when it was opened (0 for none), and whether a newer one is to be replaced. */
export interface SuitabilityToSave {
  locationId: number;
  looked: number;
  typed: TypedSuitability;
  over: boolean;
}

/**
 * States anew whom a location suits, who may pay, its contracts and its weekly prices, so that Find shows it. Earlier
 * statements stay as they were. What its form does not ask, such as specialisms that were stated elsewhere, is carried
 * over.
 */
export async function saveSuitability(user: User, given: SuitabilityToSave, now: Date): Promise<Outcome<null>> {
  const { locationId, looked, typed, over } = given;
  const areas = await contractAreas(now);
  return editRecord(user, locationId, "said whom the location suits", now, async (tx, place) => {
    const asked = await suitabilityAsked(user, place, now);
    const { said, problems } = readSuitability(typed, asked, new Set(areas.map(({ id }) => id)));
    if (problems.length > 0) return refused(...problems);
    const newest = await newestSuitability(locationId, tx);
    const stamp = suitabilityStamp(newest);
    if (newest && stamp && newest.id !== looked && !over)
      return refused(changedMeanwhile(stamp, { href: `/providers/${locationId}/suitability` }));
    await tx.suitability.create({
      data: {
        locationId,
        ...writtenBy(user, now),
        specialisms: newest?.specialisms ?? [],
        ...(said.columns as Omit<Prisma.SuitabilityUncheckedCreateInput, "locationId" | "at" | "byId">),
        prices: { create: said.prices },
        contracts: { create: said.contracts.map((areaId) => ({ areaId })) },
      },
    });
    return done(null);
  });
}

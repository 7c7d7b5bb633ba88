import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { refusedBy } from "@/lib/database/refusal";
import { transact } from "@/lib/db";
import { done, type Outcome, refusedAt } from "@/lib/outcome";
import { chasedPlace } from "./chased-location";
import { colleaguesIn, teamFor } from "./team";

/**
 * Says which colleague rings a location, or (blank) that no one in particular does. Each area or provider has its own
 * answer. Refuses people of other organisations.
 */
export async function assignLocation(
  user: User,
  { locationId, colleague }: { locationId: number; colleague: string },
  now: Date,
): Promise<Outcome<null>> {
  const place = await chasedPlace(user, locationId);
  const team = place && (await teamFor(user, locationId));
  if (!place || !team) throw new Forbidden("chase a location");
  allow(user, "chase a location", place.place);
  const colleagues = await colleaguesIn([team], now);
  const chosen = colleagues.find(({ id }) => String(id) === colleague);
  if (colleague !== "" && !chosen) return refusedAt("colleague", "Select one of your colleagues, or no one");
  try {
    await transact(user, "assigned a location on the worklist", async (tx) => {
      const live = { locationId, ...team, endedAt: null };
      const there = await tx.worklistAssignment.findFirst({ where: live });
      if (there?.accountId === chosen?.id) return;
      await tx.worklistAssignment.updateMany({ where: live, data: { endedAt: now } });
      if (chosen)
        await tx.worklistAssignment.create({
          data: { locationId, ...team, accountId: chosen.id, at: now, byId: user.id },
        });
    });
  } catch (fault) {
    if (refusedBy(fault) !== "duplicate") throw fault;
    return refusedAt("colleague", "Someone else has just assigned this location. Check who has it now");
  }
  return done(null);
}

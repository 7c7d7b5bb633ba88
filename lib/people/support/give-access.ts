import { allow, Forbidden } from "@/lib/access/policy";
import { isOverseerKind } from "@/lib/access/kinds";
import type { AccessLevel, User } from "@/lib/access/user";
import type { Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { dayOf } from "@/lib/london";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import { groundOf, placeName, type Ground } from "@/lib/people/ground";
import { onRecord } from "@/lib/people/on-record";
import { reasonGiven } from "@/lib/people/reason";
import { targetsOf, type Target, type TargetKey } from "./targets";

export interface Giving {
  targets: TargetKey[];
  level: AccessLevel;
  /** All they have now ends: their access moves. */
  instead: boolean;
  /** The last moment, where it is given for a time. */
  endsAt: Date | null;
  reason: string;
}

/**
 * Support lets someone in to places, or moves them there from where they were. Areas are for kinds that oversee; a
 * shared account becomes no approver. The person is told.
 */
export async function giveAccess(
  user: User,
  personId: number,
  giving: Giving,
  now: Date,
): Promise<Outcome<{ changed: number }>> {
  allow(user, "support people");
  const reason = reasonGiven(giving.reason);
  if (!reason.ok) return reason;
  if (giving.targets.length === 0) return refusedAt("target", "Choose at least one place");
  return onRecord(user, personId, reason.value, now, async (tx) => {
    const ground = await groundOf(tx, personId, now);
    const targets = await targetsOf(tx, giving.targets, now);
    if (!ground || personId === user.id) throw new Forbidden("support people");
    if (targets === null)
      return refusedAt("target", "One of the places could not be found or has closed. Search again");
    const problem = misfit(ground, targets, giving.level);
    if (problem) return refused(problem);
    let changed = giving.instead ? await endOthers(tx, user, ground, targets, reason.value, now) : 0;
    for (const target of targets) changed += await giveOne(tx, user, ground, target, giving, now);
    if (changed === 0) return refusedAt("target", "They already have this access");
    const { email, fullName } = ground.person;
    const lastDay = giving.endsAt && { lastDay: dayOf(giving.endsAt) };
    const props = { name: fullName, places: targets.map(({ name }) => name), level: giving.level, ...lastDay };
    await queueEmail(tx, { template: "access-granted", to: email, accountId: personId, props }, now);
    return done({ changed });
  });
}

function misfit({ person }: Ground, targets: readonly Target[], level: AccessLevel) {
  if (person.deactivatedAt) return { message: "This account is closed. Open it again first" };
  if (person.kind === "support")
    return { message: "The support team can already see everything, so it does not need access" };
  if (level === "approver" && (person.generic || person.kind === "aggregate_only"))
    return { field: "level", message: "A shared account or totals-only account cannot be an approver" };
  const areas = targets.filter(({ areaId }) => areaId !== null);
  if (areas.length > 0 && !isOverseerKind(person.kind) && person.kind !== "aggregate_only")
    return {
      field: "target",
      message: "Only councils and NHS bodies can have access to areas. Correct the account type first",
    };
  return null;
}

const same = (target: Target) => ({
  locationId: target.locationId,
  providerId: target.providerId,
  areaId: target.areaId,
});

async function giveOne(tx: Transaction, user: User, { person }: Ground, target: Target, giving: Giving, now: Date) {
  const { level, endsAt } = giving;
  const there = await tx.access.findFirst({ where: { accountId: person.id, ...same(target), endedAt: null } });
  if (there?.level === level && there.endsAt?.getTime() === endsAt?.getTime()) return 0;
  if (there)
    await tx.access.update({
      where: { id: there.id },
      data: { endedAt: now, endedById: user.id, endedReason: "Given anew" },
    });
  await tx.access.create({
    data: { accountId: person.id, ...same(target), level, endsAt, grantedAt: now, grantedById: user.id },
  });
  return 1;
}

async function endOthers(
  tx: Transaction,
  user: User,
  { person, access }: Ground,
  kept: Target[],
  reason: string,
  now: Date,
) {
  const isKept = (each: (typeof access)[number]) =>
    kept.some((k) => k.locationId === each.locationId && k.providerId === each.providerId && k.areaId === each.areaId);
  const ended = access.filter((each) => !isKept(each));
  if (ended.length === 0) return 0;
  await tx.access.updateMany({
    where: { id: { in: ended.map(({ id }) => id) } },
    data: { endedAt: now, endedById: user.id, endedReason: `Moved: ${reason}` },
  });
  const props = { name: person.fullName, places: ended.map(placeName), endedOn: dayOf(now), reason };
  await queueEmail(tx, { template: "access-ended", to: person.email, accountId: person.id, props }, now);
  return ended.length;
}

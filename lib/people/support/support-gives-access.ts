import { endAccess, setAccess } from "@/lib/access/give";
import { sameTarget } from "@/lib/access/grants";
import { allow, Forbidden } from "@/lib/access/policy";
import { isGivenAreas } from "@/lib/access/kinds";
import type { AccessLevel, User } from "@/lib/access/user";
import type { Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { dayOf } from "@/lib/london";
import { done, refused, refusedAt, type Outcome } from "@/lib/outcome";
import { placeName } from "@/lib/people/access-rows";
import { onRecord } from "@/lib/people/on-record";
import { personWithAccess, type PersonWithAccess } from "@/lib/people/person-with-access";
import { settleWaiting } from "@/lib/registrations/settle-waiting";
import { reasonGiven } from "@/lib/people/reason";
import { targetsOf, type NamedTarget, type TargetKey } from "./targets";

export interface AccessFromSupport {
  targets: TargetKey[];
  level: AccessLevel;
  /** All they have now ends: their access moves. */
  instead: boolean;
  /** The last moment, where it is given for a time. */
  endsAt: Date | null;
  reason: string;
}

/**
 * Support gives someone access to places, or moves their access there. Areas are for kinds that oversee; a shared
 * account cannot be an approver. We email the person.
 */
export async function supportGivesAccess(
  user: User,
  personId: number,
  giving: AccessFromSupport,
  now: Date,
): Promise<Outcome<{ changed: number }>> {
  allow(user, "support people");
  const reason = reasonGiven(giving.reason);
  if (!reason.ok) return reason;
  if (giving.targets.length === 0) return refusedAt("target", "Choose at least one place");
  return onRecord(user, personId, reason.value, now, async (tx) => {
    const found = await personWithAccess(tx, personId, now);
    const targets = await targetsOf(tx, giving.targets, now);
    if (!found || personId === user.id) throw new Forbidden("support people");
    if (targets === null)
      return refusedAt("target", "One of the locations could not be found or has closed. Search again");
    const problem = misfit(found, targets, giving.level);
    if (problem) return refused(problem);
    let changed = giving.instead ? await endOthers(tx, user, found, targets, reason.value, now) : 0;
    const exactly = { level: giving.level, endsAt: giving.endsAt, givenById: user.id };
    for (const target of targets) if (await setAccess(tx, personId, target, exactly, now)) changed++;
    const holder = { id: personId, email: found.person.email };
    await settleWaiting(tx, { holder, targets, level: giving.level, givenById: user.id }, now);
    if (changed === 0) return refusedAt("target", "They already have this access");
    const { email, fullName } = found.person;
    const lastDay = giving.endsAt && { lastDay: dayOf(giving.endsAt) };
    const props = { name: fullName, places: targets.map(({ name }) => name), level: giving.level, ...lastDay };
    await queueEmail(tx, { template: "access-granted", to: email, accountId: personId, props }, now);
    return done({ changed });
  });
}

function misfit({ person }: PersonWithAccess, targets: readonly NamedTarget[], level: AccessLevel) {
  if (person.deactivatedAt) return { message: "This account is closed. Open it again first" };
  if (person.kind === "support")
    return { message: "The support team can already see everything, so it does not need access" };
  if (level === "approver" && (person.generic || person.kind === "aggregate_only"))
    return { field: "level", message: "A shared account or totals-only account cannot be an approver" };
  const areas = targets.filter(({ areaId }) => areaId !== null);
  if (areas.length > 0 && !isGivenAreas(person.kind))
    return {
      field: "target",
      message: "Only councils and NHS bodies can have access to areas. Correct the account type first",
    };
  return null;
}

async function endOthers(
  tx: Transaction,
  user: User,
  { person, access }: PersonWithAccess,
  kept: NamedTarget[],
  reason: string,
  now: Date,
) {
  const ended = access.filter((each) => !kept.some((target) => sameTarget(target, each)));
  if (ended.length === 0) return 0;
  const which = { id: { in: ended.map(({ id }) => id) } };
  await endAccess(tx, which, { endedById: user.id, reason: `Moved: ${reason}` }, now);
  const props = { name: person.fullName, places: ended.map(placeName), endedOn: dayOf(now), reason };
  await queueEmail(tx, { template: "access-ended", to: person.email, accountId: person.id, props }, now);
  return ended.length;
}

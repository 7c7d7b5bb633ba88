import { endAccess, giveAccess, lockAccessOf } from "@/lib/access/give";
import { isFilingKind, isGivenAreas, kindLabel } from "@/lib/access/kinds";
import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, type Transaction } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { done, refused, type Outcome } from "@/lib/outcome";
import { closeAccount } from "@/lib/people/close-account";
import { placeName, type AccessRow } from "@/lib/people/access-rows";
import { disclosing } from "@/lib/people/keep-disclosure";
import { personWithAccess, type PersonWithAccess } from "@/lib/people/person-with-access";
import { forReason } from "./for-reason";

/**
 * Makes one of two accounts of the same person: the access and the open requests of the other move to the one that is
 * kept, the other is closed permanently. What was filed under either stays under it. The record of the kept one was
 * opened; that of the other is opened by this, for the reason given.
 */
export async function mergeAccounts(
  user: User,
  keptId: number,
  otherId: number,
  typed: { reason: string },
  now: Date,
): Promise<Outcome<{ name: string }>> {
  return forReason(user, keptId, typed, now, async (tx, reason) => {
    await lockAccessOf(tx, [keptId, otherId]);
    const kept = await personWithAccess(tx, keptId, now);
    const other = await personWithAccess(tx, otherId, now);
    if (!kept || !other || [keptId, otherId].includes(user.id)) throw new Forbidden("support people");
    const why = whyNot(kept, other);
    if (why !== null) return refused({ field: "other", message: why });
    await disclosing(tx, user, { what: "record of a person", criteria: { personId: otherId }, reason }, now);
    const gained = [];
    for (const access of other.access) if (await move(tx, user, access, keptId, now)) gained.push(access);
    await moveRequests(tx, keptId, otherId);
    await closeAccount(tx, user, other.person, `Merged into the account of ${kept.person.email}`, now);
    await tx.account.update({ where: { id: otherId }, data: { mergedIntoId: keptId } });
    const { email: keptAddress } = kept.person;
    const props = { name: other.person.fullName, reason: "It was a second account of yours.", keptAddress };
    await queueEmail(tx, { template: "account-deactivated", to: other.person.email, accountId: otherId, props }, now);
    await tellKept(tx, kept, gained, now);
    return done({ name: kept.person.fullName });
  });
}

/** Why these two accounts cannot be merged, in a sentence for support; null if they can be. */
export async function whyNotMerged(user: User, keptId: number, otherId: number, now: Date): Promise<string | null> {
  allow(user, "support people");
  const [kept, other] = [await personWithAccess(db, keptId, now), await personWithAccess(db, otherId, now)];
  if ([keptId, otherId].includes(user.id)) return "You cannot merge your own account";
  return kept && other ? whyNot(kept, other) : "One of the accounts no longer exists";
}

function whyNot(kept: PersonWithAccess, other: PersonWithAccess): string | null {
  const people = [kept.person, other.person];
  if (kept.person.id === other.person.id) return "Enter the address of the other account";
  if (people.some(({ kind, generic }) => kind === "support" || generic))
    return "You cannot merge support accounts or shared accounts";
  if (people.some(({ deactivatedAt }) => deactivatedAt)) return "Both accounts must be open to merge them";
  if (!goesOn(kept, other))
    return `The locations or areas of ${other.person.email} cannot be given to ${kindLabel(kept.person.kind)} accounts. Correct the account type first`;
  return null;
}

/** Can an account of that kind do there what the other did? Providers file, and overseers have areas. */
function goesOn(kept: PersonWithAccess, other: PersonWithAccess): boolean {
  if (other.access.length === 0) return true;
  if (isFilingKind(other.person.kind)) return isFilingKind(kept.person.kind);
  return isGivenAreas(kept.person.kind) === isGivenAreas(other.person.kind);
}

/** One message a level: what the account that is kept reaches now, and did not before. */
async function tellKept(
  tx: Transaction,
  { person }: PersonWithAccess,
  gained: readonly AccessRow[],
  now: Date,
): Promise<void> {
  for (const level of ["approver", "standard"] as const) {
    const places = gained.filter((access) => access.level === level).map(placeName);
    if (places.length === 0) continue;
    const props = { name: person.fullName, places, level };
    await queueEmail(tx, { template: "access-granted", to: person.email, accountId: person.id, props }, now);
  }
}

/** Moves one access to the account that is kept, and answers whether that one reaches more by it. */
async function move(tx: Transaction, user: User, access: AccessRow, keptId: number, now: Date): Promise<boolean> {
  const { endsAt } = await tx.access.findUniqueOrThrow({ where: { id: access.id }, select: { endsAt: true } });
  await endAccess(tx, { id: access.id }, { endedById: user.id, reason: "Moved to the person's other account" }, now);
  return giveAccess(tx, keptId, access, { level: access.level, endsAt, givenById: user.id }, now);
}

/** Requests that the kept account makes already are left to be withdrawn with the other. */
const moveRequests = (tx: Transaction, keptId: number, otherId: number) => tx.$executeRaw`
  update access_request q set account_id = ${keptId}
   where q.account_id = ${otherId} and q.decided_at is null
     and not exists (select from access_request k where k.account_id = ${keptId} and k.decided_at is null
                        and k.location_id is not distinct from q.location_id and k.area_id is not distinct from q.area_id
                        and k.provider_id is not distinct from q.provider_id)`;

import { db } from "../db";
import { addressLane, lockedFor, mostWrong } from "./sign-in-lane";

/** Which of these accounts are locked at their address, and until when. For lists that were scoped before. */
export async function lockedUntil(
  accounts: readonly { id: number; email: string }[],
  now: Date,
): Promise<Map<number, Date>> {
  const byKey = new Map(accounts.map(({ id, email }) => [addressLane(email), id]));
  const lanes = await db.signInLane.findMany({ where: { key: { in: [...byKey.keys()] }, failed: { gte: mostWrong } } });
  const locked = new Map<number, Date>();
  for (const lane of lanes) {
    const until = lane.lockedUntil ?? new Date(lane.lastAt.getTime() + lockedFor);
    const id = byKey.get(lane.key);
    if (id !== undefined && until > now) locked.set(id, until);
  }
  return locked;
}

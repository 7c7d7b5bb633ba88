import { db, system, transact } from "@/lib/db";
import { done, type Outcome } from "@/lib/outcome";
import { hashSecret } from "@/lib/tokens";

/** What a mail's link to stop a search leads to: its name, and whether it has been stopped; null if it is unknown. */
export async function searchOfLink(secret: string): Promise<{ label: string; stopped: boolean } | null> {
  const row = await db.savedSearch.findUnique({
    where: { hash: hashSecret(secret) },
    select: { label: true, endedAt: true },
  });
  return row && { label: row.label, stopped: row.endedAt !== null };
}

/** Stops a saved search with the link of its mail: it can do nothing else, so no one needs to sign in for it. */
export async function stopSearch(secret: string, now: Date): Promise<Outcome<null>> {
  await transact(system("saved-search-link"), "stopped a saved search by its mail", (tx) =>
    tx.savedSearch.updateMany({ where: { hash: hashSecret(secret), endedAt: null }, data: { endedAt: now } }),
  );
  return done(null);
}

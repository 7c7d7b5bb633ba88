import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome } from "@/lib/outcome";

/** Ends one of someone's own sessions by its handle, all others, or all. Another person's handle ends nothing. */
export async function endOwnSessions(
  user: User,
  which: "all" | "others" | { handle: string },
  now: Date,
): Promise<Outcome<null>> {
  const handle = which === "all" ? {} : which === "others" ? { handle: { not: user.session } } : which;
  await transact(user, "ended own sessions", (tx) =>
    tx.session.updateMany({
      where: { accountId: user.id, endedAt: null, ...handle },
      data: { endedAt: now, endedReason: "ended by its owner" },
    }),
  );
  return done(null);
}

import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { system, transact } from "@/lib/db";
import { keptLongEnough } from "./kept-long-enough";

/** Clears what has been kept long enough, and says how much of what. */
export async function cleanUp(now: Date): Promise<string> {
  const cleared: string[] = [];
  for (const { what, clear } of keptLongEnough(now)) {
    const count = await transact(system("clean-up"), "kept long enough", clear, { timeout: 60_000 });
    if (count > 0) cleared.push(`${what}: ${count}`);
  }
  return cleared.length === 0 ? "Nothing to clear" : cleared.join(", ");
}

/** What a clean-up would clear at the moment, for support to see before it does. Changes nothing. */
export async function wouldClear(user: User, now: Date): Promise<{ what: string; kept: string; count: number }[]> {
  allow(user, "run scheduled work");
  return Promise.all(keptLongEnough(now).map(async ({ what, kept, count }) => ({ what, kept, count: await count() })));
}

import { randomBytes } from "node:crypto";
import { allow } from "@/lib/access/policy";
import { locationsFindableBySql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { savedSearchSecret } from "@/lib/outbox/mailed-secrets";
import { hashSecret } from "@/lib/tokens";
import { addressOf, criteriaIn, isSearch, type Params } from "./criteria";
import { matchesOf } from "./matches";

const most = 10;
const longest = 80;

/** Saves a search, so that we email new vacancies. What matches now is already known, so we do not email it. */
export async function saveSearch(user: User, query: string, label: string, now: Date): Promise<Outcome<null>> {
  allow(user, "find capacity");
  const criteria = { ...criteriaIn(paramsOf(query)), page: 1 };
  const name = label.replace(/\s+/g, " ").trim();
  if (!isSearch(criteria)) return refused({ message: "Search for something first" });
  if (name === "" || name.length > longest)
    return refused({ field: "label", message: `Enter a name of ${longest} characters or fewer` });
  if (user.generic)
    return refused({ message: "A shared account cannot save searches: no one in particular would get the emails" });
  const nonce = randomBytes(16).toString("hex");
  const known = await matchesOf(locationsFindableBySql(user), criteria, now);
  const live = { accountId: user.id, endedAt: null };
  return transact(user, "saved a search", async (tx) => {
    if ((await tx.savedSearch.count({ where: live })) >= most)
      return refused({ message: `You have ${most} saved searches. Stop one first` });
    await tx.savedSearch.create({
      data: {
        accountId: user.id,
        label: name,
        query: addressOf(criteria),
        nonce,
        hash: hashSecret(savedSearchSecret(nonce)),
        savedAt: now,
        matches: { create: known.map((locationId) => ({ locationId, since: now })) },
      },
    });
    return done(null);
  });
}

export interface SavedSearch {
  id: number;
  label: string;
  query: string;
  savedAt: Date;
}

/** Someone's saved searches that we still email about, newest first. */
export const savedSearches = (user: User): Promise<SavedSearch[]> =>
  db.savedSearch.findMany({
    where: { accountId: user.id, endedAt: null },
    orderBy: { savedAt: "desc" },
    select: { id: true, label: true, query: true, savedAt: true },
  });

/** Stops a saved search, for its owner only. Stopping it again changes nothing. */
export async function endSavedSearch(user: User, id: number, now: Date): Promise<Outcome<null>> {
  await transact(user, "stopped a saved search", (tx) =>
    tx.savedSearch.updateMany({ where: { id, accountId: user.id, endedAt: null }, data: { endedAt: now } }),
  );
  return done(null);
}

/** What the address of a search says, as a page would read it. */
export function paramsOf(query: string): Params {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) (params[name] ??= []).push(value);
  return params;
}

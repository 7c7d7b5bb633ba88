import { mayFind } from "@/lib/access/kinds";
import { findableSql } from "@/lib/access/scope";
import { db, system, transact } from "@/lib/db";
import { formatCount } from "@/lib/format";
import { queueEmail } from "@/lib/outbox/queue-email";
import { criteriaIn } from "./criteria";
import { matchesOf } from "./matches";
import { placeWhere } from "./place-page";
import { paramsOf } from "./save-search";
import { inShort } from "./shortlist";

const named = 10;

/**
 * Emails each saved search what is new: a place that has something free and did not match when the search last looked.
 * What has gone is forgotten, so that a vacancy that comes back is news again. Accounts that are closed, or may not look
 * any more, get nothing.
 */
export async function mailSavedSearches(now: Date): Promise<string> {
  const searches = await db.savedSearch.findMany({
    where: { endedAt: null, account: { deactivatedAt: null } },
    include: { account: true, matches: { select: { locationId: true } } },
    orderBy: { id: "asc" },
  });
  let written = 0;
  for (const { account, matches, ...search } of searches) {
    if (!mayFind(account.kind, account.findsCapacity)) continue;
    const found = await matchesOf(findableSql, criteriaIn(paramsOf(search.query)), now);
    const known = new Set(matches.map(({ locationId }) => locationId));
    const fresh = found.filter((id) => !known.has(id));
    const places = await Promise.all(fresh.slice(0, named).map((id) => placeWhere(findableSql, id, now)));
    await transact(system("saved-searches"), "looked for new vacancies", async (tx) => {
      const savedSearchId = search.id;
      await tx.savedSearchMatch.deleteMany({ where: { savedSearchId, locationId: { notIn: found } } });
      const added = await tx.savedSearchMatch.createMany({
        data: fresh.map((locationId) => ({ savedSearchId, locationId, since: now, mailedAt: now })),
        skipDuplicates: true,
      });
      if (added.count === 0) return;
      const props = {
        name: account.fullName,
        search: search.label,
        savedSearchId,
        more: fresh.length - places.length,
        places: places.filter((place) => place !== null).map(inShort),
      };
      await queueEmail(tx, { template: "new-vacancies", to: account.email, accountId: account.id, props }, now);
      written++;
    });
  }
  return `${formatCount("message", written)} about ${formatCount("saved search", searches.length, "saved searches")}`;
}

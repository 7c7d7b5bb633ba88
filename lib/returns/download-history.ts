import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import type { Collection } from "@/lib/questions/collections";
import { history } from "./history";
import { historyCsv } from "./history-csv";

/** A location's returns as a file, or null if the person may not see it. We record who downloaded it. */
export async function downloadHistory(
  user: User,
  locationId: number,
  collection: Collection,
  now: Date,
): Promise<string | null> {
  const found = await history(user, locationId, collection, now);
  if (!found) return null;
  await transact(user, "downloaded returns", (tx) =>
    tx.disclosure.create({
      data: {
        at: now,
        accountId: user.id,
        what: "returns of a location",
        criteria: { locationId, collection },
        rows: found.returns.length,
      },
    }),
  );
  return historyCsv(found);
}

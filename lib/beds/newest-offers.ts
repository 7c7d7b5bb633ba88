import { db } from "@/lib/db";
import type { BedOffers } from "./bed-offers";

/** What was offered with one statement of beds, by type. Who may see the statement may see this. */
export async function offersOf(bedUpdateId: number): Promise<BedOffers> {
  const where = { bedUpdateId };
  const counts = await db.bedCount.findMany({
    where,
    include: { offer: true, freeFrom: { orderBy: { day: "asc" } }, flexible: { orderBy: { alsoKey: "asc" } } },
  });
  return Object.fromEntries(
    counts.map(({ bedTypeKey, offer, freeFrom: [first], flexible }) => [
      bedTypeKey,
      {
        afterAssessment: offer?.afterAssessment ?? 0,
        waiting: offer?.waiting ?? null,
        closedBecause: offer?.closedBecause ?? null,
        freeFrom: first ? { day: first.day.toISOString().slice(0, 10), beds: first.beds } : null,
        alsoAs: flexible[0] ? { keys: flexible.map(({ alsoKey }) => alsoKey), beds: flexible[0].beds } : null,
      },
    ]),
  );
}

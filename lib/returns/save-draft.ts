import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, transact } from "@/lib/db";
import { formatTime } from "@/lib/format";
import { type Closed, closedNow } from "@/lib/locations/closed";
import { done, type Outcome, refused } from "@/lib/outcome";
import type { Collection } from "@/lib/questions/collections";
import { filingFactsOf } from "./filing-facts";
import { strangeFields } from "./strange-fields";
import { monthFor } from "@/lib/windows/reporting-window";

export interface DraftToSave {
  locationId: number;
  collection: Collection;
  typed: Readonly<Record<string, string>>;
  /** The version the form was opened with; 0 if there was none. */
  version: number;
  /** Saved while someone types: it replaces the version that it was typed into and no other, not even their own. */
  asTyped?: boolean;
}

/** Accepting this warning replaces what a colleague saved in the meantime. */
const newer = "draft.newer";

/**
 * Keeps a return as far as it is filled in, for the month that a return filed now belongs to; nothing is checked. If
 * someone else has saved it since the form was opened, the person is told and can choose to replace it. On a shared
 * account anyone may be someone else. What was typed for a location that has closed is kept too, and `closed` says so:
 * it can be read but not sent.
 */
export async function saveDraft(
  user: User,
  { locationId, collection, typed, version, asTyped = false }: DraftToSave,
  now: Date,
): Promise<Outcome<{ version: number; closed?: Closed }>> {
  const facts = await filingFactsOf(user, locationId, collection);
  if (!facts) throw new Forbidden("file a return");
  allow(user, "file a return", facts.location.place);
  const strange = strangeFields(facts, collection, typed, now);
  if (strange.length > 0) return refused(...strange);
  const month = `${monthFor(now)}-01`;
  const over = typed[`accept.${newer}`] === "yes";
  const kept = Object.fromEntries(Object.entries(typed).filter(([name]) => !name.endsWith(`.${newer}`)));
  const alone = !user.generic && !asTyped;
  const [saved] = await transact(
    user,
    "saved a draft",
    (tx) =>
      tx.$queryRaw<{ version: number }[]>`
        with past as (
          delete from return_draft
           where location_id = ${locationId} and collection = ${collection}::collection and month < ${month}::date)
        insert into return_draft as d (location_id, collection, month, typed, version, saved_at, saved_by_id)
        values (${locationId}, ${collection}::collection, ${month}::date, ${JSON.stringify(kept)}::jsonb, 1, ${now}, ${user.id})
        on conflict (location_id, collection, month) do update
          set typed = excluded.typed, version = d.version + 1, saved_at = excluded.saved_at,
              saved_by_id = excluded.saved_by_id
          where d.version = ${version} or (d.saved_by_id = ${user.id} and ${alone}) or ${over}
        returning version`,
  );
  const closed = closedNow(facts.location, now);
  if (saved) return done(closed ? { ...saved, closed } : saved);
  const theirs = await db.returnDraft.findUnique({
    where: { locationId_collection_month: { locationId, collection, month: new Date(month) } },
    select: { savedAt: true, savedById: true, savedBy: { select: { fullName: true } } },
  });
  const own = theirs?.savedById === user.id && !user.generic;
  const by = own ? "You" : theirs?.savedBy.fullName;
  const who = theirs ? `${by} saved this return at ${formatTime(theirs.savedAt)}` : "It was saved";
  return refused({
    code: newer,
    warning: true,
    message: `${who}, after you opened it. Look at their figures, or replace them with yours`,
    tick: "Replace their figures with mine",
    link: { href: `/returns/${locationId}/${collection}`, label: "Open the form with their figures" },
  });
}

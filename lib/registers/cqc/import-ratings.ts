import type { Actor, Transaction } from "@/lib/db";
import { runImport, type ImportAsked } from "@/lib/registers/import/run-import";
import type { Tally } from "@/lib/registers/import/tally";
import { openRatings, readyRatings, stageRatings } from "@/lib/registers/incoming/incoming";
import { writeRatings, writeOverall } from "@/lib/registers/incoming/write-ratings";
import { layoutOf, rowsOf } from "@/lib/sheets/source-file";
import { unreadableFile } from "@/lib/sheets/unreadable";
import { latestRatings, type LatestRating } from "./latest-ratings";

/**
 * Imports CQC's file of latest ratings (.ods, .xlsx, .csv): overall and for the five key questions, for locations that
 * we know. A rating that is replaced becomes history; a rating older than ours is added to the history.
 */
export const importRatings = (actor: Actor, asked: ImportAsked) =>
  runImport(actor, "ratings", asked, async (tx, { file, full = false, progress }, tally) => {
    if (full)
      throw unreadableFile(
        { file: file.name },
        "ratings do not close any location. Do not import them as a whole register.",
      );
    const layout = await layoutOf(file);
    if (layout === "jsonl")
      throw unreadableFile({ file: file.name }, "these are records of CQC's API. Import them as CQC's care directory.");
    await openRatings(tx);
    const lines = latestRatings(
      rowsOf(file, layout, tally.notUtf8),
      { file: file.name, exact: layout.endsWith("csv") },
      tally,
    );
    for await (const batch of lines) {
      await stageRatings(tx, batch.map(asIncoming));
      progress?.(tally.rows);
    }
    await readyRatings(tx);
    await dropUnknown(tx, tally);
    const { given, added, changed, same, older } = await writeRatings(tx, tally);
    tally.added += added;
    tally.changed += changed;
    tally.unchanged += same + older.length;
    for (const each of older) tally.notice("older than the rating we hold, added to its history", () => each);
    const [staged] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int from incoming_rating`;
    if (staged && staged.count > given)
      tally.skip(
        "another rating of the same location and question, older or repeated",
        () => file.name,
        staged.count - given,
      );
    await writeOverall(tx);
  });

const asIncoming = ({ line, registerId, domain, rating, reportedOn, inherited, url }: LatestRating) => ({
  line,
  register_id: registerId ?? "",
  domain: domain ?? "",
  rating: rating ?? "",
  reported_on: reportedOn,
  current: true,
  inherited,
  url,
});

/**
 * Ratings of locations that we do not have: dentists, ambulances, and locations that closed before we had a record of
 * them.
 */
async function dropUnknown(tx: Transaction, tally: Tally): Promise<void> {
  const [dropped] = await tx.$queryRaw<{ count: number; example: string | null }[]>`
    with gone as (
      delete from incoming_rating r
      where not exists (select from location l where l.register = 'cqc' and l.register_id = r.register_id)
      returning r.line, r.register_id)
    select count(*)::int, min(register_id) as example from gone`;
  if (dropped && dropped.count > 0) tally.skip("location that is not here", () => dropped.example ?? "", dropped.count);
}

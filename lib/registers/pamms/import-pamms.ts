import type { Actor, Prisma, Transaction } from "@/lib/db";
import { formatDate } from "@/lib/format";
import { dayOf } from "@/lib/london";
import { runImport, type ImportAsked } from "@/lib/registers/import/run-import";
import type { Tally } from "@/lib/registers/import/tally";
import { layoutOf, rowsOf } from "@/lib/sheets/source-file";
import { unreadableFile } from "@/lib/sheets/unreadable";
import { judgeLine } from "./judge-line";
import { placesNamed, ratingsHeld, type PammsPlace } from "./known";
import { readPamms, type PammsLine } from "./read-pamms";

/**
 * Imports councils' PAMMS ratings: a line a location and assessment. A location is found by CQC's id or our number; one
 * that is not here is skipped and told. Where the file says otherwise of an assessment that we hold, the file counts; an
 * assessment older than ours is added to the history, and the newest still counts. What support removed is not brought
 * back, the same file again changes nothing, and nothing is taken away. Refuses two lines of one location and day.
 */
export const importPamms = (actor: Actor, asked: ImportAsked) =>
  runImport(actor, "pamms", asked, async (tx, { file, full = false, now, progress }, tally) => {
    if (full)
      throw unreadableFile(
        { file: file.name },
        "PAMMS ratings do not close any location. Do not import them as a whole register.",
      );
    const layout = await layoutOf(file);
    if (layout === "jsonl") throw unreadableFile({ file: file.name }, "this is not a table of PAMMS ratings.");
    const how = { file: file.name, exact: layout.endsWith("csv"), today: dayOf(now) };
    const lines = await readPamms(rowsOf(file, layout, tally.notUtf8), how, tally);
    progress?.(tally.rows);
    const places = await placesNamed(tx, [...new Set(lines.map(({ location }) => location))]);
    refuseTwoOfOne(lines, places);
    await write(tx, lines, places, { fileName: file.name, at: now }, tally);
  });

/** Refuses two lines of one location and day, under one of its names or two: we cannot tell which one counts. */
function refuseTwoOfOne(lines: readonly PammsLine[], places: ReadonlyMap<string, PammsPlace>): void {
  const seen = new Map<string, PammsLine>();
  for (const line of lines) {
    const place = places.get(line.location);
    const key = `${place ? place.id : line.location} on ${line.assessedOn}`;
    const before = seen.get(key);
    if (before)
      throw unreadableFile(
        line.at("location"),
        `${place?.name ?? line.location} appears twice for ${formatDate(line.assessedOn)}: in line ${before.line} and here.`,
      );
    seen.set(key, line);
  }
}

async function write(
  tx: Transaction,
  lines: readonly PammsLine[],
  places: ReadonlyMap<string, PammsPlace>,
  origin: { fileName: string; at: Date },
  tally: Tally,
): Promise<void> {
  const held = await ratingsHeld(tx, places.values());
  const added: Prisma.PammsRatingCreateManyInput[] = [];
  const changed: { id: number; rating: string; reportUri: string | null }[] = [];
  for (const line of lines) {
    const place = places.get(line.location);
    if (!place) {
      tally.skipEach("location that is not here", `line ${line.line}: ${line.location.slice(0, 40)}`);
      continue;
    }
    const { rating, assessedOn } = line;
    const which = `line ${line.line}: ${place.name}, assessed on ${formatDate(assessedOn)}`;
    const ratings = held.get(place.id) ?? [];
    const judged = judgeLine(line, ratings);
    if (judged.what === "unchanged") tally.unchanged++;
    else if (judged.what === "removed")
      tally.skipEach("removed here by the support team, so not brought back", `${which}: ${rating}`);
    else if (judged.what === "changed") {
      const { id, rating: before } = judged.held;
      tally.changed++;
      tally.noticeEach("changed", `${which}: ${before === rating ? "another report" : `${before} to ${rating}`}`);
      changed.push({ id, rating, reportUri: judged.reportUri });
    } else {
      const { reportUri } = line;
      tally.added++;
      if (judged.what === "older")
        tally.noticeEach("older than the assessment that we hold, added to its history", `${which}: ${rating}`);
      added.push({ ...origin, locationId: place.id, rating, assessedOn: new Date(assessedOn), reportUri });
    }
  }
  if (changed.length > 0)
    await tx.$executeRaw`
      update pamms_rating r
         set rating = c.rating, report_uri = c."reportUri", file_name = ${origin.fileName}, at = ${origin.at}, by_id = null
        from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) c(id int, rating text, "reportUri" text)
       where r.id = c.id`;
  for (let from = 0; from < added.length; from += atOnce)
    await tx.pammsRating.createMany({ data: added.slice(from, from + atOnce) });
}

const atOnce = 1_000;

import type { Actor, Transaction } from "@/lib/db";
import { dayOf } from "@/lib/london";
import { areaCodes, type AreaCodes } from "@/lib/registers/area-codes";
import { keepClosed, keepWhatIsBlank } from "@/lib/registers/incoming/keep-blanks";
import { askAboutBulk, openBefore } from "@/lib/registers/import/bulk";
import { rememberOpen, tellOfClosings } from "@/lib/registers/import/tell-of-closings";
import { runImport, type ImportAsked } from "@/lib/registers/import/run-import";
import type { Tally } from "@/lib/registers/import/tally";
import { layoutOf, rowsOf } from "@/lib/sheets/source-file";
import type { Row } from "@/lib/sheets/rows";
import { unreadableFile } from "@/lib/sheets/unreadable";
import { closeIncoming, openIncoming, stageLocations, stageProviders } from "@/lib/registers/incoming/incoming";
import { place } from "@/lib/registers/incoming/place";
import {
  closeMissing,
  dropUnknownClosed,
  keepSurerPlace,
  writeLocations,
} from "@/lib/registers/incoming/write-locations";
import { dropUnknownClosedProviders, writeProviders } from "@/lib/registers/incoming/write-providers";
import { recognised, type Recognised } from "./layouts";
import { organisation, type Organisation } from "./organisation";

/**
 * Imports NHS organisations: GP practices and hospital sites as locations, trusts as the providers that run them. Keeps
 * only GP practices and NHS sites, and none that closed before we had a record of it.
 */
export const importOds = (actor: Actor, asked: ImportAsked) =>
  runImport(actor, "ods", asked, async (tx, { file, full = false, now, progress }, tally) => {
    const layout = await layoutOf(file);
    if (layout === "jsonl")
      throw unreadableFile({ file: file.name }, "this is not a file of the NHS Organisation Data Service.");
    await rememberOpen(tx, "ods");
    await openIncoming(tx);
    const reading = new Reading(tx, file.name, dayOf(now), await areaCodes(tx), tally);
    for await (const rows of rowsOf(file, layout, tally.notUtf8)) {
      await reading.take(rows);
      progress?.(tally.rows);
    }
    const holds = reading.holds();
    await closeIncoming(tx);
    await dropUnknownClosed(tx, tally);
    const dropped = holds === "trusts" ? await dropUnknownClosedProviders(tx, tally) : 0;
    await keepWhatIsBlank(tx, tally);
    if (!reading.saysClosed()) await keepClosed(tx, tally);
    await place(tx, tally);
    await keepSurerPlace(tx);
    const providers = await writeProviders(tx, tally);
    if (holds === "trusts") {
      tally.added += providers.added;
      tally.changed += providers.changed;
      tally.unchanged += reading.kept - providers.added - providers.changed - dropped;
      return;
    }
    await writeLocations(tx, tally);
    await closeMissing(
      tx,
      { register: "ods", type: holds === "practices" ? "gp" : "nhs_acute" },
      dayOf(now),
      full,
      tally,
    );
    await tellOfClosings(tx, now, tally);
    askAboutBulk(await openBefore(tx, "ods", tally), "place", asked, tally);
  });

class Reading {
  kept = 0;
  /** The kind of each table in the file; an archive has several. */
  private readonly known = new Map<string, Recognised>();
  private readonly seen = new Map<string, Row>();
  private readonly parents = new Set<string>();

  constructor(
    private readonly tx: Transaction,
    private readonly file: string,
    private readonly today: string,
    private readonly areas: AreaCodes,
    private readonly tally: Tally,
  ) {}

  holds() {
    const [first] = this.known.values();
    if (!first) throw unreadableFile({ file: this.file }, "this file has no lines.");
    return first.layout.holds;
  }

  /** Does every table in the file say which of its organisations have closed? */
  saysClosed(): boolean {
    return [...this.known.values()].every(({ where }) => where.has("closed"));
  }

  async take(rows: Row[]): Promise<void> {
    const kept = rows.flatMap((row) => this.read(row));
    if (kept.length === 0) return;
    this.kept += kept.length;
    const holds = this.holds();
    await stageProviders(
      this.tx,
      kept.flatMap((each) => each.asProvider(holds === "trusts", this.parents, this.today)),
    );
    if (holds !== "trusts")
      await stageLocations(
        this.tx,
        kept.map((each) => each.asLocation(holds, this.areas, this.today, this.tally)),
      );
  }

  private read(row: Row): Organisation[] {
    const file = row.sheet === "" ? this.file : `${this.file}, ${row.sheet}`;
    const known = this.known.get(row.sheet);
    if (!known) {
      if (this.recognise(row, file).hasHeading) return [];
      return this.read(row);
    }
    const each = organisation(row, known, file);
    const before = this.seen.get(each.code);
    if (before)
      throw unreadableFile(
        { file, line: row.line, column: known.layout.at.code ?? 1 },
        `${each.code} appears twice in the file: in line ${before.line}${before.sheet === row.sheet ? "" : ` of ${before.sheet}`} and here.`,
      );
    this.seen.set(each.code, { sheet: row.sheet, line: row.line, cells: [] });
    this.tally.rows++;
    const why = each.notKept();
    if (why === null) return [each];
    this.tally.skip(why, () => `line ${each.line}: ${each.code} ${each.name}`);
    return [];
  }

  private recognise(first: Row, file: string): Recognised {
    const known = recognised(first, file);
    this.known.set(first.sheet, known);
    if (known.layout.holds !== this.holds())
      throw unreadableFile({ file }, `this holds ${known.layout.holds} where the others hold ${this.holds()}.`);
    for (const heading of known.unknown) this.tally.notice("unknown column, ignored", () => heading);
    return known;
  }
}

import type { Actor, Transaction } from "../../db";
import { dayOf } from "../../london";
import { areaCodes, type AreaCodes } from "../../organisations/area-codes";
import { runImport, type ImportAsked } from "../../organisations/import/run-import";
import type { Tally } from "../../organisations/import/tally";
import { layoutOf, rowsOf } from "../../organisations/register-file/register-file";
import type { Row } from "../../organisations/register-file/rows";
import { unreadable } from "../../organisations/register-file/unreadable";
import { closeIncoming, openIncoming, stageLocations, stageProviders } from "../incoming/incoming";
import { place } from "../incoming/place";
import { closeMissing, dropUnknownClosed, keepWhatIsKnown, writeLocations } from "../incoming/write-locations";
import { dropUnknownClosedProviders, writeProviders } from "../incoming/write-providers";
import { recognised, type Recognised } from "./layouts";
import { organisation, type Organisation } from "./organisation";

/**
 * Imports organisations of the NHS: GP practices and hospital sites as locations, trusts as the providers that run
 * them. Only practices that prescribe as GPs, and sites of the NHS, are kept; those that closed before they were
 * known here are not.
 */
export const importOds = (actor: Actor, asked: ImportAsked) =>
  runImport(actor, "ods", asked, async (tx, { file, full = false, now, progress }, tally) => {
    const layout = await layoutOf(file);
    if (layout === "jsonl")
      throw unreadable({ file: file.name }, "this is not a file of the NHS Organisation Data Service.");
    await openIncoming(tx);
    const reading = new Reading(tx, file.name, dayOf(now), await areaCodes(tx), tally);
    for await (const rows of rowsOf(file, layout)) {
      await reading.take(rows);
      progress?.(tally.rows);
    }
    const holds = reading.holds();
    await closeIncoming(tx);
    await dropUnknownClosed(tx, tally);
    const dropped = holds === "trusts" ? await dropUnknownClosedProviders(tx, tally) : 0;
    await place(tx, tally);
    await keepWhatIsKnown(tx);
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
  });

class Reading {
  kept = 0;
  private known: Recognised | undefined;
  private readonly lines = new Map<string, number>();
  private readonly parents = new Set<string>();

  constructor(
    private readonly tx: Transaction,
    private readonly file: string,
    private readonly today: string,
    private readonly areas: AreaCodes,
    private readonly tally: Tally,
  ) {}

  holds() {
    if (!this.known) throw unreadable({ file: this.file }, "this file holds no lines.");
    return this.known.layout.holds;
  }

  async take(rows: Row[]): Promise<void> {
    const [first, ...others] = rows;
    if (!first) return;
    const known = (this.known ??= this.recognise(first));
    const read = (first.line === 1 && known.hasHeading ? others : rows).map((row) =>
      organisation(row, known, this.file),
    );
    const kept = read.filter((each) => this.keeps(each));
    this.kept += kept.length;
    const trusts = known.layout.holds === "trusts";
    await stageProviders(
      this.tx,
      kept.flatMap((each) => each.asProvider(trusts, this.parents, this.today)),
    );
    if (!trusts)
      await stageLocations(
        this.tx,
        kept.map((each) => each.asLocation(known.layout.holds, this.areas, this.today)),
      );
  }

  private recognise(first: Row): Recognised {
    const known = recognised(first, this.file);
    for (const heading of known.unknown) this.tally.notice("column we do not know, left alone", () => heading);
    return known;
  }

  private keeps(each: Organisation): boolean {
    const before = this.lines.get(each.code);
    if (before !== undefined)
      throw unreadable(
        { file: this.file, line: each.line },
        `${each.code} stands in the file twice: in line ${before} and here.`,
      );
    this.lines.set(each.code, each.line);
    this.tally.rows++;
    const why = each.notKept();
    if (why !== null) this.tally.skip(why, () => `line ${each.line}: ${each.code} ${each.name}`);
    return why === null;
  }
}

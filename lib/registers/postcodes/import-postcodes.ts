import type { Actor, Transaction } from "@/lib/db";
import { areaCodes, type AreaCodes } from "@/lib/registers/area-codes";
import { askAboutBulk } from "@/lib/registers/import/bulk";
import { runImport, type ImportAsked } from "@/lib/registers/import/run-import";
import type { Tally } from "@/lib/registers/import/tally";
import { layoutOf, rowsOf } from "@/lib/sheets/source-file";
import type { Row } from "@/lib/sheets/rows";
import { unreadableFile } from "@/lib/sheets/unreadable";
import { recognisedPostcodes, type RecognisedPostcodes } from "./layouts";
import { readPostcode, type ReadPostcode } from "./read-postcode";
import { writeDistricts, writePostcodes } from "./write-postcodes";

/**
 * Imports the position and council of postcodes: from Code-Point Open for each postcode, or from a file with the
 * centres of sectors or districts. Used for distances, and to find the council of a location whose own record does not
 * say.
 */
export const importPostcodes = (actor: Actor, asked: ImportAsked) =>
  runImport(actor, "postcodes", asked, async (tx, { file, full = false, progress }, tally) => {
    const layout = await layoutOf(file);
    if (layout === "jsonl") throw unreadableFile({ file: file.name }, "this is not a file of postcodes.");
    await tx.$executeRaw`
      create temp table incoming_postcode (
        postcode text, latitude float, longitude float, local_authority_id int, line int, part int) on commit drop`;
    const reading = new Reading(tx, file.name, await areaCodes(tx), tally);
    for await (const rows of rowsOf(file, layout, tally.notUtf8)) {
      await reading.take(rows);
      progress?.(tally.rows);
    }
    await reading.end();
    await (reading.holds === "districts" ? writeDistricts(tx, tally) : writePostcodes(tx, full, tally));
    const before = await tx.postcode.count();
    askAboutBulk(before + tally.closed - tally.added, "postcode", asked, tally);
  });

const atOnce = 2_000;

/** A postcode as we keep it, with its council and the number of the table that it came from. */
type Staged = Omit<ReadPostcode, "council"> & { council: number | null; table: number };

class Reading {
  holds: RecognisedPostcodes["holds"] | undefined;
  private readonly known = new Map<string, RecognisedPostcodes>();
  private staged: Staged[] = [];

  constructor(
    private readonly tx: Transaction,
    private readonly file: string,
    private readonly areas: AreaCodes,
    private readonly tally: Tally,
  ) {}

  async take(rows: Row[]): Promise<void> {
    for (const row of rows) this.read(row);
    if (this.staged.length >= atOnce) await this.stage();
  }

  async end(): Promise<void> {
    await this.stage();
    await this.tx.$executeRaw`analyze incoming_postcode`;
    const [twice] = await this.tx.$queryRaw<{ postcode: string; lines: number[]; parts: number[] }[]>`
      select postcode, array_agg(line order by part, line) as lines, array_agg(part order by part, line) as parts
      from incoming_postcode group by postcode having count(*) > 1 limit 1`;
    if (!twice) return;
    const [sheet, other] = [twice.parts[1], twice.parts[0]].map((part) => [...this.known.keys()][part ?? 0]);
    throw unreadableFile(
      { file: this.file, sheet, line: twice.lines[1] ?? 0, column: "postcode" },
      `${twice.postcode} appears twice in the file: in line ${twice.lines[0]}${other === sheet ? "" : ` of ${other}`} and here.`,
    );
  }

  private read(row: Row): void {
    const file = row.sheet === "" ? this.file : `${this.file}, ${row.sheet}`;
    let layout = this.known.get(row.sheet);
    if (!layout) {
      layout = recognisedPostcodes(row, file);
      this.known.set(row.sheet, layout);
      this.holds ??= layout.holds;
      for (const heading of layout.unknown) this.tally.notice("unknown column, ignored", () => heading);
      if (layout.holds !== this.holds)
        throw unreadableFile({ file }, `this holds ${layout.holds} where the others hold ${this.holds}.`);
      if (layout.hasHeading) return;
    }
    this.tally.rows++;
    const read = readPostcode(row, layout, file);
    if (typeof read === "string") this.tally.skip(read, () => `line ${row.line}: ${row.cells[0] ?? ""}`);
    else this.staged.push({ ...read, council: this.councilOf(read), table: this.known.size - 1 });
  }

  private councilOf({ council, key, line }: ReadPostcode): number | null {
    const id = council === "" ? null : this.areas.councilCode(council);
    if (id === null && this.holds === "postcodes")
      this.tally.notice("postcode not in a council we know", () => `line ${line}: ${key}`);
    return id;
  }

  private async stage(): Promise<void> {
    const rows = this.staged;
    this.staged = [];
    if (rows.length === 0) return;
    // Passed as one value, because unpacking six lists of thousands takes longer than the rest of an import.
    await this.tx.$executeRaw`
      insert into incoming_postcode
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
                 as staged (key text, latitude float, longitude float, council int, line int, "table" int)`;
  }
}

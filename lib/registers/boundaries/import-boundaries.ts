import type { Actor, Transaction } from "@/lib/db";
import { runImport, type ImportAsked } from "@/lib/registers/import/run-import";
import { leftAsItIs, type Tally } from "@/lib/registers/import/tally";
import { unreadableFile } from "@/lib/sheets/unreadable";
import { findAreas, type PlacedBoundary } from "./find-areas";
import type { BoundaryLayer } from "@/lib/organisations/boundaries";
import { layerLabels, layerOf } from "./layers";
import { readBoundaries } from "./read-boundaries";
import { takeOver } from "./take-over";
import { joinShapes } from "./topology";

/**
 * Imports the shapes of one kind of area for maps. Areas that began after the file was drawn get the shapes of the
 * areas they replaced. With `full`, shapes that are not in the file are removed.
 */
export const importBoundaries = (actor: Actor, asked: ImportAsked) =>
  runImport(actor, "boundaries", asked, async (tx, { file, now, full = false }, tally) => {
    const found = await readBoundaries(file, (why, what) => {
      tally.rows++;
      tally.skip(why, () => what);
    });
    tally.rows += found.length;
    const layer = layerOf(found.map(({ code }) => code));
    if (layer === null)
      throw unreadableFile(
        { file: file.name },
        `it must hold areas of one kind: ${Object.values(layerLabels).join(", ")}.`,
      );
    tally.notice(`boundaries of ${layerLabels[layer]}`, undefined, found.length);
    const placed = await findAreas(tx, layer, found);
    refuseTwoOfOne(placed, file.name);
    await write(tx, layer, placed, tally);
    await removeRest(tx, layer, placed, full, tally);
    await follow(tx, layer, now, tally);
  });

function refuseTwoOfOne(placed: readonly PlacedBoundary[], file: string): void {
  const codes = new Map<string, string>();
  for (const { code, ownCode } of placed) {
    const before = codes.get(ownCode);
    if (before !== undefined)
      throw unreadableFile({ file }, `${before} and ${code} are codes of one area, ${ownCode}.`);
    codes.set(ownCode, code);
  }
}

async function write(
  tx: Transaction,
  layer: BoundaryLayer,
  placed: readonly PlacedBoundary[],
  tally: Tally,
): Promise<void> {
  const shapes = joinShapes(placed.map(({ ownCode, geometry }) => ({ code: ownCode, geometry })));
  const rows = await tx.boundary.findMany({ where: { layer, merged: false } });
  const before = new Map(rows.map((row) => [row.code, row]));
  for (const { code: told, ownCode: code, name, area, by, geometry } of placed) {
    if (by === null && layer !== "district")
      tally.notice("code that is not known, kept under its own name", () => `${told} ${name}`);
    if (by === "former code" || by === "name")
      tally.notice(`known here under another code, found by its ${by}`, () => `${told} ${name}: ${code}`);
    const wanted = {
      name,
      areaId: area?.id ?? null,
      neighbours: shapes.neighbours(code),
      geometry: geometry as object,
    };
    const stood = before.get(code);
    if (stood && same(stood, wanted)) tally.unchanged++;
    else {
      if (stood) tally.changed++;
      else tally.added++;
      await tx.boundary.upsert({
        where: { layer_code_merged: { layer, code, merged: false } },
        create: { layer, code, ...wanted },
        update: wanted,
      });
    }
  }
}

interface Kept {
  name: string;
  areaId: number | null;
  neighbours: string[];
  geometry: unknown;
}

/** The database returns the keys of a geometry in its own order. */
const same = (a: Kept, b: Kept): boolean => comparable(a) === comparable(b);

function comparable({ name, areaId, neighbours, geometry }: Kept): string {
  const { type, coordinates } = geometry as { type: string; coordinates: unknown };
  return JSON.stringify([name, areaId, neighbours, type, coordinates]);
}

async function removeRest(
  tx: Transaction,
  layer: BoundaryLayer,
  placed: readonly PlacedBoundary[],
  full: boolean,
  tally: Tally,
): Promise<void> {
  const where = { layer, merged: false, code: { notIn: placed.map(({ ownCode }) => ownCode) } };
  const rest = await tx.boundary.findMany({ where });
  if (!full) {
    for (const { code, name } of rest) tally.notice(leftAsItIs, () => `${code} ${name}`);
    return;
  }
  await tx.boundary.deleteMany({ where });
  tally.closed += rest.length;
}

/** Sub ICBs make up the boards, so a new file of them may change the shapes of boards too. */
async function follow(tx: Transaction, layer: BoundaryLayer, today: Date, tally: Tally): Promise<void> {
  for (const each of layer === "sub_icb" ? ([layer, "icb"] as const) : [layer]) {
    const { made, without } = await takeOver(tx, each, today);
    const named = ({ onsCode, name }: { onsCode: string; name: string }) => `${onsCode} ${name}`;
    for (const area of made) tally.notice("newer than the boundaries, put together from its parts", () => named(area));
    for (const area of without)
      tally.notice(
        each === "icb"
          ? "newer than the boundaries and without a shape: import the Sub ICB boundaries"
          : "newer than the boundaries and without a shape",
        () => named(area),
      );
  }
}

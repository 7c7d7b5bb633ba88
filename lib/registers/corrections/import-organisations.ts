import type { AreaKind } from "@/lib/access/user";
import type { Actor, Prisma, Transaction } from "@/lib/db";
import { runImport, type ImportAsked } from "@/lib/registers/import/run-import";
import type { Tally } from "@/lib/registers/import/tally";
import { layoutOf, rowsOf } from "@/lib/sheets/source-file";
import { unreadableFile } from "@/lib/sheets/unreadable";
import { readCorrections, type AreaCorrection, type Heading } from "./read-corrections";

/**
 * Corrects regions, boards, Sub ICBs, councils and forums: names, codes, parents, dates and successors. An area is
 * found by its ONS code or one of its former codes; if it is not found, it is added. Areas are never deleted: they end
 * with `valid_to`.
 */
export const importOrganisations = (actor: Actor, asked: ImportAsked) =>
  runImport(actor, "organisations", asked, async (tx, { file }, tally) => {
    const layout = await layoutOf(file);
    if (layout === "jsonl") throw unreadableFile({ file: file.name }, "this is not a table of areas.");
    const unknown = (heading: string) => tally.notice("unknown column, ignored", () => heading);
    const corrections = await readCorrections(
      rowsOf(file, layout, tally.notUtf8),
      file.name,
      layout.endsWith("csv"),
      unknown,
    );
    tally.rows = corrections.length;
    const added = await addMissing(tx, corrections);
    const known = await knownAreas(tx);
    refuseTwoOfOne(corrections, known);
    for (const correction of corrections) await correct(tx, correction, known, added, tally);
    await refuseSharedCodes(tx, corrections);
  });

/** Refuses two lines about one area under two of its codes, because we cannot tell which one counts. */
function refuseTwoOfOne(corrections: readonly AreaCorrection[], known: Known): void {
  const lines = new Map<number, number>();
  for (const correction of corrections) {
    const { id = 0 } = found(correction, known) ?? {};
    const before = lines.get(id);
    if (before !== undefined)
      throw unreadableFile(correction.at("ons_code"), `this is the area of line ${before} under another code.`);
    lines.set(id, correction.line);
  }
}

async function refuseSharedCodes(tx: Transaction, corrections: readonly AreaCorrection[]): Promise<void> {
  const [shared] = await tx.$queryRaw<{ code: string; codes: string[] }[]>`
    select ods_code as code, array_agg(ons_code) as codes from area
    where ods_code is not null and (valid_to is null or valid_to > now()) group by kind, ods_code having count(*) > 1`;
  const last = corrections.findLast(({ onsCode }) => shared?.codes.includes(onsCode));
  if (shared && last)
    throw unreadableFile(last.at("ods_code"), `${shared.code} would be the code of ${shared.codes.join(" and ")}.`);
}

type KnownArea = Prisma.AreaGetPayload<{ include: { successors: true } }>;
type Known = Map<string, KnownArea>;

async function knownAreas(tx: Transaction): Promise<Known> {
  const areas = await tx.area.findMany({ include: { successors: true } });
  const known: Known = new Map();
  for (const area of areas) for (const code of area.formerCodes) known.set(code, area);
  for (const area of areas) for (const code of [area.onsCode, area.odsCode]) if (code) known.set(code, area);
  return known;
}

const listOf = (text: string | undefined): string[] =>
  text === undefined || text === "-"
    ? []
    : text
        .split("|")
        .map((each) => each.trim())
        .filter(Boolean);

/** Finds the area that a line is about, by its code or one of its former codes. */
const found = ({ onsCode, said }: AreaCorrection, known: Known): KnownArea | undefined =>
  known.get(onsCode) ??
  listOf(said.get("former_codes"))
    .map((code) => known.get(code))
    .find((area) => area !== undefined);

/** Adds new areas first and without parents, so that a line may name an area further down. */
async function addMissing(tx: Transaction, corrections: readonly AreaCorrection[]): Promise<Set<string>> {
  const known = await knownAreas(tx);
  const added = new Set<string>();
  for (const correction of corrections) {
    if (found(correction, known)) continue;
    const kind = correction.said.get("kind") as AreaKind | undefined;
    const name = correction.said.get("name");
    if (kind === undefined)
      throw unreadableFile(correction.at("kind"), `${correction.onsCode} is new, so it needs a kind.`);
    if (name === undefined)
      throw unreadableFile(correction.at("name"), `${correction.onsCode} is new, so it needs a name.`);
    await tx.area.create({ data: { kind, name, onsCode: correction.onsCode } });
    added.add(correction.onsCode);
  }
  return added;
}

const parents = {
  nhs_region: "nhsRegionId",
  ons_region: "onsRegionId",
  icb: "icbId",
  sub_icb: "subIcbId",
  lrf: "lrfId",
} as const;
const plain = { ods_code: "odsCode", place_name: "placeName" } as const;
const days = { valid_from: "validFrom", valid_to: "validTo" } as const;
const degrees = { latitude: "latitude", longitude: "longitude" } as const;
const lists = { former_codes: "formerCodes", other_names: "otherNames" } as const;

async function correct(
  tx: Transaction,
  correction: AreaCorrection,
  known: Known,
  added: ReadonlySet<string>,
  tally: Tally,
): Promise<void> {
  const area = found(correction, known);
  if (!area) throw unreadableFile(correction.at("ons_code"), `${correction.onsCode} is not known.`);
  const kind = correction.said.get("kind");
  if (kind !== undefined && kind !== area.kind)
    throw unreadableFile(correction.at("kind"), `${correction.onsCode} is a ${area.kind}, which cannot be changed.`);
  const wanted = wantedOf(correction, area, known);
  const { validFrom = area.validFrom, validTo = area.validTo } = wanted as { validFrom?: Date; validTo?: Date };
  if (validFrom && validTo && validTo <= validFrom)
    throw unreadableFile(correction.at("valid_to"), `${correction.onsCode} would end before it begins.`);
  const differs = Object.entries(wanted)
    .filter(([field, value]) => !same(area[field as keyof KnownArea], value))
    .map(([field]) => field);
  if (differs.length > 0) await tx.area.update({ where: { id: area.id }, data: wanted });
  if (await succeed(tx, correction, area, known)) differs.push("successors");
  if (added.has(correction.onsCode)) tally.added++;
  else if (differs.length === 0) tally.unchanged++;
  else if (differs.includes("validTo") && wanted.validTo) tally.closed++;
  else tally.changed++;
  if (!added.has(correction.onsCode))
    for (const field of differs) tally.notice(`changed: ${field}`, () => `line ${correction.line}: ${area.name}`);
}

type Wanted = Partial<Omit<Prisma.AreaUncheckedUpdateInput, "kind">>;

function wantedOf(correction: AreaCorrection, area: KnownArea, known: Known): Wanted {
  const { said, onsCode } = correction;
  const wanted: Record<string, unknown> = {};
  const each = <H extends Heading>(
    fields: Partial<Record<H, string>>,
    value: (text: string, heading: H) => unknown,
  ) => {
    for (const [heading, field] of Object.entries(fields) as [H, string][]) {
      const text = said.get(heading);
      if (text !== undefined) wanted[field] = text === "-" ? null : value(text, heading);
    }
  };
  each({ name: "name", ...plain }, (text) => text);
  each(days, (text) => new Date(`${text}T00:00:00Z`));
  each(degrees, Number);
  each(parents, (text, heading) => parent(correction, heading, text, area, known));
  for (const [heading, field] of Object.entries(lists))
    if (said.has(heading as Heading)) wanted[field] = listOf(said.get(heading as Heading));
  if (area.onsCode !== onsCode) {
    wanted.onsCode = onsCode;
    wanted.formerCodes = [...new Set([...area.formerCodes, ...listOf(said.get("former_codes")), area.onsCode])].filter(
      (code) => code !== onsCode,
    );
  }
  return wanted;
}

function parent(
  correction: AreaCorrection,
  heading: keyof typeof parents,
  code: string,
  child: KnownArea,
  known: Known,
): number {
  const area = known.get(code);
  if (area && area.id === child.id) throw unreadableFile(correction.at(heading), "an area cannot be part of itself.");
  if (area?.kind === heading) return area.id;
  throw unreadableFile(correction.at(heading), area ? `${code} is a ${area.kind}.` : `${code} is not known.`);
}

/** Sets the successor, if the line names one. */
async function succeed(tx: Transaction, correction: AreaCorrection, area: KnownArea, known: Known): Promise<boolean> {
  if (!correction.said.has("successors")) return false;
  const after = listOf(correction.said.get("successors")).map((code) => {
    const successor = known.get(code);
    if (successor?.kind !== area.kind)
      throw unreadableFile(correction.at("successors"), `${code} is not the code of a ${area.kind}.`);
    if (successor.id === area.id) throw unreadableFile(correction.at("successors"), "an area cannot succeed itself.");
    return successor.id;
  });
  if (same(area.successors.map(({ afterId }) => afterId).sort(), [...after].sort())) return false;
  await tx.areaSuccessor.deleteMany({ where: { beforeId: area.id } });
  await tx.areaSuccessor.createMany({ data: after.map((afterId) => ({ beforeId: area.id, afterId })) });
  return true;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

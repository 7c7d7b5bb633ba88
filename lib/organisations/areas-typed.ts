import type { AreaKind } from "@/lib/access/user";
import { formatList } from "@/lib/format";
import type { NamedArea } from "./queries";
import { areas } from "./queries";

const kindsToName: readonly AreaKind[] = ["country", "nhs_region", "icb", "sub_icb", "local_authority", "lrf"];
const mostSuggested = 4;

/**
 * The areas that someone typed, one on each line, by name or code: "Oldham" is the council of that name. `problem` says what no
 * area is called, and what is called so more than once.
 */
export async function areasTyped(typed: string, day: Date): Promise<{ ids: number[]; problem: string | null }> {
  const lines = [...new Set(typed.split(/[\r\n]+/).map((line) => line.trim()))].filter((line) => line !== "");
  if (lines.length === 0) return { ids: [], problem: null };
  const all = (await Promise.all(kindsToName.map((kind) => areas(kind, day)))).flat();
  const named = lines.map((line) => ({ line, found: called(all, line) }));
  const problem = named.map(wrongWith).find((each) => each !== null) ?? null;
  return { ids: [...new Set(named.flatMap(({ found }) => found.map(({ id }) => id)))], problem };
}

/** The names of areas as `areasTyped` reads them back: one on each line, by code where a name alone would not tell. */
export async function areaLines(ids: readonly number[], day: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const all = (await Promise.all(kindsToName.map((kind) => areas(kind, day)))).flat();
  return ids.flatMap((id) => {
    const area = all.find((each) => each.id === id);
    if (!area) return [];
    return [called(all, area.label).length === 1 ? area.label : area.onsCode];
  });
}

function called(all: readonly NamedArea[], line: string): NamedArea[] {
  const sought = line.toLowerCase();
  const by = (names: (area: NamedArea) => (string | null)[]) =>
    all.filter((area) => names(area).some((name) => name?.toLowerCase() === sought));
  const exact = by(({ name, label, onsCode, odsCode }) => [name, label, onsCode, odsCode]);
  return exact.length > 0 ? exact : by(({ alsoNamed }) => alsoNamed).slice(0, mostSuggested);
}

function wrongWith({ line, found }: { line: string; found: NamedArea[] }): string | null {
  if (found.length === 1) return null;
  if (found.length === 0)
    return `No area is called “${line}”. Enter the full name of a council, ICB, Sub ICB, forum or region, or its ONS or ODS code`;
  const codes = found.slice(0, mostSuggested).map(({ label, onsCode }) => `${onsCode} for ${label}`);
  return `More than one area is called “${line}”. Enter a code instead: ${formatList(codes)}`;
}

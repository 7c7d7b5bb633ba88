import type { Transaction } from "@/lib/db";
import { councilFinder } from "@/lib/organisations/councils";

/** Finds areas by what a register calls them. */
export interface AreaCodes {
  /** By name, tolerant of spelling. */
  council(name: string): number | null;
  /** A council, now or formerly under this ONS code. */
  councilCode(code: string): number | null;
  /** A Sub ICB by its ONS code (E38…) or ODS code (02P), now or formerly. */
  subIcb(code: string): number | null;
}

export async function areaCodes(tx: Transaction): Promise<AreaCodes> {
  const areas = await tx.area.findMany({ where: { kind: { in: ["local_authority", "sub_icb"] } } });
  const codes = new Map<string, number>();
  for (const { kind, id, onsCode, odsCode, formerCodes } of areas)
    for (const code of [...formerCodes, odsCode, onsCode]) if (code) codes.set(`${kind} ${code}`, id);
  return {
    council: councilFinder(areas.filter(({ kind }) => kind === "local_authority")),
    councilCode: (code) => codes.get(`local_authority ${code}`) ?? null,
    subIcb: (code) => codes.get(`sub_icb ${code}`) ?? null,
  };
}

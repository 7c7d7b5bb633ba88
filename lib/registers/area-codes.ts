import type { Transaction } from "@/lib/db";
import { councilFinder } from "@/lib/organisations/councils";

/** Finds areas by the names and codes that a register uses for them. */
export interface AreaCodes {
  /** By name, allowing for differences in spelling. */
  council(name: string): number | null;
  /** A council that has or had this ONS code. */
  councilCode(code: string): number | null;
  /** A Sub ICB that has or had this ONS code (E38…) or ODS code (02P). */
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

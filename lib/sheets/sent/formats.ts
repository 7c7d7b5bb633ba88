import { attributeIn, scanXml } from "./scan-xml";
import type { CellFault } from "./sent-sheets";

const builtInDates = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);

/** How a number format shows a figure: as a date, as a percentage, or in a way that does not matter here. */
function formatMakes(id: number, code: string | undefined): CellFault | undefined {
  if (code === undefined) return builtInDates(id) ? "date" : id === 9 || id === 10 ? "percent" : undefined;
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "").split(";")[0] ?? "";
  if (bare.includes("%")) return "percent";
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? "date" : undefined;
}

/** For each cell style of a workbook, how its number format shows a figure. */
export function formatsIn(stylesXml: string): (CellFault | undefined)[] {
  const codes = new Map<number, string>();
  const formats: (CellFault | undefined)[] = [];
  let inCells = false;
  scanXml(stylesXml, {
    open(name, attributes) {
      if (name === "numFmt")
        codes.set(Number(attributeIn(attributes, "numFmtId")), attributeIn(attributes, "formatCode") ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = Number(attributeIn(attributes, "numFmtId") ?? 0);
        formats.push(formatMakes(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
    text() {
      return;
    },
  });
  return formats;
}

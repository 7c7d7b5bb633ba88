import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const kept = ["Instructions", "Care home", "Lists"];

/**
 * The template as a head office fills it in: on the sheet of the care homes every row has another number of nurses. The
 * sheets of beds and of business continuity are deleted, so that the file has as many rows as it files returns.
 */
export function filledIn(template: Uint8Array): Uint8Array {
  let parts = unzipSync(template);
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const put = (name: string, xml: string) => void (parts[name] = strToU8(xml));
  const names = [...text("xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g)].map(([, name = ""]) => name);
  names.forEach((name, at) => {
    if (kept.includes(name)) return;
    const own = new RegExp(`(?:sheet|comments|vmlDrawing)${at + 1}\.`);
    parts = Object.fromEntries(Object.entries(parts).filter(([part]) => !own.test(part)));
    const named = new RegExp(`<definedName [^>]*localSheetId="${at}"[^>]*>.*?</definedName>`, "g");
    put(
      "xl/workbook.xml",
      text("xl/workbook.xml")
        .replace(new RegExp(`<sheet name="${name}"[^>]*>`), "")
        .replace(named, ""),
    );
    put(
      "xl/_rels/workbook.xml.rels",
      text("xl/_rels/workbook.xml.rels").replace(new RegExp(`<Relationship Id="rId${at + 1}"[^>]*>`), ""),
    );
    const override = new RegExp(`<Override PartName="/xl/(?:worksheets/sheet|comments)${at + 1}\\.xml"[^>]*>`, "g");
    put("[Content_Types].xml", text("[Content_Types].xml").replace(override, ""));
  });
  const homes = `xl/worksheets/sheet${names.indexOf("Care home") + 1}.xml`;
  const xml = text(homes);
  const nurses = columnOf(xml, text("xl/sharedStrings.xml"), "Registered nurses employed");
  put(homes, xml.replace(new RegExp(`(<c r="${nurses}\\d+"[^>]*>)<v>4</v>`, "g"), "$1<v>5</v>"));
  return zipSync(parts);
}

function columnOf(xml: string, shared: string, heading: string): string {
  const at = [...shared.matchAll(/<si>.*?<\/si>/g)].findIndex(([text]) => text.includes(`>${heading}<`));
  return new RegExp(`<c r="([A-Z]+)1"[^>]*><v>${at}</v>`).exec(xml)?.[1] ?? "";
}

import { xmlHead } from "./xml-text";

/** The styles that a cell of a template can have, in the order of the workbook's list of styles. */
export const looks = [
  "plain",
  "heading",
  "marked",
  "fact",
  "figure",
  "text",
  "title",
  "subheading",
  "reading",
] as const;
export type Look = (typeof looks)[number];
export const lookNumber = (look: Look): number => looks.indexOf(look);

const font = (size: number, colour: string, bold = "") =>
  `<font>${bold}<sz val="${size}"/><color rgb="FF${colour}"/><name val="Arial"/><family val="2"/></font>`;
const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const edge = (side: string) => `<${side} style="thin"><color rgb="FFAEB7BD"/></${side}>`;

const wrapped = '<alignment vertical="top" wrapText="1"/>';
const format = (font: number, fill: number, border: number, number: number, alignment = "") =>
  `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment && ' applyAlignment="1"'}>${alignment}</xf>`;

/**
 * Figures keep the general format, because rounding would hide what was typed. Text stays text, even if it looks like a
 * number.
 */
const formats: Record<Look, string> = {
  plain: format(0, 0, 0, 0),
  heading: format(1, 2, 1, 49, wrapped),
  marked: format(2, 3, 1, 49, wrapped),
  fact: format(0, 4, 1, 49),
  figure: format(0, 0, 1, 0),
  text: format(0, 0, 1, 49),
  title: format(3, 0, 0, 49, wrapped),
  subheading: format(2, 0, 0, 49, wrapped),
  reading: format(0, 0, 0, 49, wrapped),
};

export const stylesXml = `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="4">${font(11, "212B32")}${font(11, "FFFFFF", "<b/>")}${font(11, "212B32", "<b/>")}${font(16, "212B32", "<b/>")}</fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill("005EB8")}${fill("FFB81C")}${fill("E8EDEE")}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map(edge).join("")}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.map((look) => formats[look]).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

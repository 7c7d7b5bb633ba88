/** A faulty cell: its sheet's name, its position, and what is wrong with it. */
export interface CellMark {
  sheet: string;
  line: number;
  /** Counted from 1. */
  column: number;
  message: string;
}

const rowPattern = /<((?:\w+:)?)row\b([^>]*?)(\/>|>([\s\S]*?)<\/\1row>)/g;

/**
 * Gives the marked cells of a sheet another style, and adds a marked cell that is blank in the file. Changes nothing
 * else.
 */
export function markCells(xml: string, marks: readonly CellMark[], styleFor: (style: number) => number): string {
  const byLine = new Map<number, CellMark[]>();
  for (const mark of marks) byLine.set(mark.line, [...(byLine.get(mark.line) ?? []), mark]);
  return xml.replace(rowPattern, (whole: string, prefix: string, attributes: string, _: string, body = "") => {
    const own = byLine.get(Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? 0));
    if (!own) return whole;
    const marked = own.reduce((cells, mark) => markCell(cells, mark, prefix, styleFor), String(body));
    return `<${prefix}row${attributes.replace(/\/$/, "")}>${marked}</${prefix}row>`;
  });
}

function markCell(
  cells: string,
  { line, column }: CellMark,
  prefix: string,
  styleFor: (style: number) => number,
): string {
  const reference = `${columnLetters(column)}${line}`;
  const cell = new RegExp(`<${prefix}c\\b([^>]*?\\br="${reference}"[^>]*?)(/?)>`);
  if (cell.test(cells))
    return cells.replace(cell, (_, attributes: string, end: string) => {
      const style = styleFor(Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0));
      return `<${prefix}c${attributes.replace(/\s+s="\d+"/, "")} s="${style}"${end}>`;
    });
  const added = `<${prefix}c r="${reference}" s="${styleFor(0)}"/>`;
  const after = [...cells.matchAll(new RegExp(`<${prefix}c\\b[^>]*?\\br="([A-Z]+)\\d+"`, "g"))].find(
    ([, letters = ""]) => numberOf(letters) > column,
  );
  return after ? cells.slice(0, after.index) + added + cells.slice(after.index) : cells + added;
}

function columnLetters(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

const numberOf = (letters: string) =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

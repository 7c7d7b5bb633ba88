import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from } from "pg-copy-streams";

type Cell = string | number | boolean | Date | readonly string[] | null | undefined;
export type Row = Readonly<Record<string, Cell>>;

/** Copies rows into a table whose columns have the names of the rows' keys, in lower case. */
export async function copyInto(client: ClientBase, table: string, rows: readonly Row[]): Promise<number> {
  if (rows.length === 0) return 0;
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = keys.map((key) => `"${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`);
  const into = client.query(from(`copy "${table}" (${columns.join(", ")}) from stdin`));
  for (let at = 0; at < rows.length; at += 500) {
    const lines = rows.slice(at, at + 500).map((row) => keys.map((key) => field(row[key])).join("\t"));
    if (!into.write(`${lines.join("\n")}\n`)) await once(into, "drain");
  }
  into.end();
  await finished(into);
  return rows.length;
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (letter) => escapes[letter] ?? letter);

function field(value: Cell): string {
  if (value === null || value === undefined) return "\\N";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object") return escaped(`{${value.map(element).join(",")}}`);
  return escaped(String(value));
}

const element = (text: string) => `"${text.replace(/["\\]/g, "\\$&")}"`;

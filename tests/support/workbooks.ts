import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { User } from "@/lib/access/user";
import { keepWorkbook } from "@/lib/workbook/keep-workbook";
import { runWorkbook } from "@/lib/workbook/run-workbook";

/** Sends a workbook and has it read, as the service does, at once or later. Returns its id. */
export async function sendWorkbook(
  user: User,
  bytes: Uint8Array,
  now: Date,
  { name = "workbook.xlsx", read = now }: { name?: string; read?: Date } = {},
): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "capacity-test-"));
  try {
    const at = path.join(folder, "file");
    await writeFile(at, bytes);
    const kept = await keepWorkbook(user, { file: { path: at, name, bytes: bytes.length }, agreed: true }, now);
    if (!kept.ok) throw new Error(kept.problems.map(({ message }) => message).join(" "));
    await runWorkbook(kept.value.id, read);
    return kept.value.id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

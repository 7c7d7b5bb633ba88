import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact, type Prisma } from "@/lib/db";
import { done, type Outcome } from "@/lib/outcome";
import { uploadedRows } from "@/lib/sheets/uploaded-rows";
import { managerLines } from "./manager-lines";

/** For how long a spreadsheet is kept: to be confirmed, and afterwards to read what came of it. */
const keptFor = 7 * 24 * 60 * 60_000;

/** Reads a spreadsheet of managers and keeps its lines for the preview: no account is made by it. */
export async function keepUpload(
  user: User,
  file: { bytes: Uint8Array; name: string; elapsed: () => number },
  now: Date,
): Promise<Outcome<{ id: number }>> {
  allow(user, "support people");
  const rows = await uploadedRows(file.bytes, file.name, file.elapsed);
  if (!rows.ok) return rows;
  const lines = managerLines(rows.value);
  if (!lines.ok) return lines;
  return transact(user, "read a spreadsheet of managers", async (tx) => {
    const { id } = await tx.preRegistration.create({
      data: {
        fileName: file.name.slice(-200),
        rows: lines.value as unknown as Prisma.InputJsonArray,
        madeAt: now,
        madeById: user.id,
        expiresAt: new Date(now.getTime() + keptFor),
      },
    });
    return done({ id });
  });
}

import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact, type Prisma } from "@/lib/db";
import { done, refusedAt, type Outcome } from "@/lib/outcome";
import { managerLines } from "@/lib/people/pre-registration/manager-lines";
import type { RegisterName } from "@/lib/registers/registers";
import { uploadedRows } from "@/lib/sheets/uploaded-rows";
import { uploadKinds, type UploadKind } from "./kinds";
import { keepPieces } from "./pieces";
import { queueStep } from "./queue-step";
import type { Received } from "./receive-upload";

const longest = 5 * 60_000;

/**
 * Keeps a register file that was received, where every instance finds it, and has it previewed: nothing of it is
 * imported. Deletes files whose time is over.
 */
export async function keepUpload(
  user: User,
  { register, full, file }: { register: RegisterName; full: boolean; file: Pick<Received, "path" | "name" | "bytes"> },
  now: Date,
): Promise<Outcome<{ id: number }>> {
  allow(user, uploadKinds.register.act);
  if (file.bytes === 0) return refusedAt("file", "Choose a file that is not empty");
  return keep(user, "register", { register, full, fileName: file.name, size: file.bytes }, now, file.path);
}

/** Reads a spreadsheet of managers and keeps its lines for the preview: no account is made by it. */
export async function keepManagers(
  user: User,
  file: { bytes: Uint8Array; name: string; elapsed: () => number },
  now: Date,
): Promise<Outcome<{ id: number }>> {
  allow(user, uploadKinds["pre-registration"].act);
  const rows = await uploadedRows(file.bytes, file.name, file.elapsed);
  if (!rows.ok) return rows;
  const lines = managerLines(rows.value);
  if (!lines.ok) return lines;
  const preview = { lines: lines.value } as unknown as Prisma.InputJsonObject;
  const fileName = file.name.slice(-200);
  return keep(user, "pre-registration", { fileName, size: file.bytes.length, preview }, now);
}

type Kept = Pick<Prisma.ImportUploadUncheckedCreateInput, "register" | "full" | "fileName" | "size" | "preview">;

/** Keeps a file whole to be previewed in the background; if it comes with its preview, keeps that alone. */
const keep = (user: User, kind: UploadKind, data: Kept, now: Date, path?: string) =>
  transact(
    user,
    `uploaded ${uploadKinds[kind].name}`,
    async (tx) => {
      await tx.importUpload.deleteMany({ where: { expiresAt: { lt: now } } });
      const expiresAt = new Date(now.getTime() + uploadKinds[kind].keptFor);
      const { id } = await tx.importUpload.create({
        data: { ...data, kind, madeAt: now, madeById: user.id, seenAt: now, expiresAt },
      });
      if (path === undefined) return done({ id });
      await keepPieces(tx, id, path);
      await queueStep(tx, "import-upload", id);
      return done({ id });
    },
    { timeout: longest },
  );

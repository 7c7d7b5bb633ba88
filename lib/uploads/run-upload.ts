import { open, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { db, Prisma, system, transact } from "@/lib/db";
import { log } from "@/lib/log";
import type { ImportReport } from "@/lib/registers/import/tally";
import { refused, type Outcome } from "@/lib/outcome";
import { registers, type RegisterName } from "@/lib/registers/registers";

const by = system("import of an upload");
const everyMs = 2_000;

/**
 * Does the next step of an uploaded file: previews it, or imports it once it is confirmed, in the name of whoever asked
 * for that. How far it is, and what came of it, is kept for the page. What was done before is not done again.
 */
export async function runUpload(id: number, now: Date): Promise<void> {
  const upload = await db.importUpload.findUnique({ where: { id }, include: { madeBy: true, confirmedBy: true } });
  if (!upload || upload.problem !== null || upload.result !== null || upload.expiresAt <= now) return;
  const dryRun = upload.confirmedAt === null;
  if (dryRun && upload.preview !== null) return;
  const began = performance.now();
  let rows = 0;
  const keep = (data: Prisma.ImportUploadUncheckedUpdateManyInput) =>
    transact(by, "how far an upload is", (tx) => tx.importUpload.updateMany({ where: { id }, data }));
  const beat = setInterval(() => {
    keep({ rowsRead: rows, seenAt: new Date(now.getTime() + performance.now() - began) }).catch((fault: unknown) =>
      log.warn({ upload: id, err: fault }, "how far an upload is could not be kept"),
    );
  }, everyMs);
  const asked = {
    now,
    dryRun,
    full: upload.full,
    close: upload.close ?? undefined,
    progress: (read: number) => void (rows = read),
  };
  const outcome = await fromDisk(upload, (file) => {
    const who = (dryRun ? upload.madeBy : upload.confirmedBy)?.email ?? by.system;
    return registers[upload.register as RegisterName](system(who), { ...asked, file });
  })
    .catch((fault: unknown) => {
      log.error({ upload: id, err: fault }, "an uploaded register file could not be imported");
      return refused({ message: "The import failed. Try again; if it fails again, the log says why." });
    })
    .finally(() => clearInterval(beat));
  if (!outcome.ok) await keep({ problem: outcome.problems.map(({ message }) => message).join(" ") });
  else await finish(id, dryRun, outcome.value);
}

const finish = (id: number, dryRun: boolean, report: ImportReport) =>
  transact(by, "what came of an upload", async (tx) => {
    const said = report as unknown as Prisma.InputJsonObject;
    await tx.importUpload.updateMany({ where: { id }, data: dryRun ? { preview: said } : { result: said } });
    if (!dryRun) await tx.importUploadPart.deleteMany({ where: { uploadId: id } });
  });

/** Puts the file together where the readers can read it, under a name of ours, for as long as `use` takes. */
async function fromDisk<T>(
  { id, fileName, size }: Prisma.ImportUploadGetPayload<object>,
  use: (file: { path: string; name: string }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const folder = await mkdtemp(path.join(tmpdir(), "capacity-register-"));
  try {
    const at = path.join(folder, "upload");
    const file = await open(at, "w");
    let written = 0;
    try {
      for (let part = 0; written < size; part++) {
        const piece = await db.importUploadPart.findUnique({ where: { uploadId_part: { uploadId: id, part } } });
        if (!piece) return refused({ message: "This file was discarded." });
        await file.write(piece.bytes);
        written += piece.bytes.length;
      }
    } finally {
      await file.close();
    }
    return await use({ path: at, name: fileName });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { db, Prisma, system, transact } from "@/lib/db";
import { log } from "@/lib/log";
import { refused } from "@/lib/outcome";
import { uploadKinds, type UploadKind } from "./kinds";

const by = system("import of an upload");
const everyMs = 2_000;

/**
 * Does the next step of an uploaded file: previews it, or does what it says once it is confirmed, in the name of the
 * person who asked for that. Progress and the result are kept for the page. What was done before is not done again.
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
  const name = (dryRun ? upload.madeBy : upload.confirmedBy)?.email ?? by.system;
  const step = { dryRun, by: name, now, progress: (read: number) => void (rows = read) };
  const outcome = await uploadKinds[upload.kind as UploadKind]
    .work(upload, step)
    .catch((fault: unknown) => {
      log.error({ upload: id, err: fault }, "the work on an uploaded file failed");
      return refused({ message: "Something went wrong. Try again. If it fails again, the log says why." });
    })
    .finally(() => clearInterval(beat));
  if (!outcome.ok) await keep({ problem: outcome.problems.map(({ message }) => message).join(" ") });
  else await finish(id, dryRun, outcome.value, new Date(now.getTime() + performance.now() - began));
}

const finish = (id: number, dryRun: boolean, report: object, at: Date) =>
  transact(by, "what came of an upload", async (tx) => {
    const said = report as Prisma.InputJsonObject;
    await tx.importUpload.updateMany({
      where: { id },
      data: dryRun ? { preview: said } : { result: said, seenAt: at },
    });
    if (!dryRun) await tx.importUploadPart.deleteMany({ where: { uploadId: id } });
  });

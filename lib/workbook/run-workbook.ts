import { whoAskedFor } from "@/lib/accounts/session-user";
import { refusedBy } from "@/lib/database/refusal";
import { db, Prisma, system, transact } from "@/lib/db";
import { log } from "@/lib/log";
import type { AcceptedLot } from "./accept-workbook";
import { fileWorkbook } from "./file-workbook";
import { longWork, tellReady } from "./tell-sender";
import { fileOf, judgedWorkbook, keepReview } from "./read-workbook";

const by = system("work on a workbook");
const attempts = 5;

/**
 * Does the next step of a workbook: reads and judges it, or files what was accepted. It may be done again after a crash:
 * what is filed is filed once, and what is not can be.
 */
export async function runWorkbook(id: number, now: Date): Promise<void> {
  const workbook = await db.workbook.findUnique({ where: { id } });
  if (
    !workbook ||
    workbook.agreedAt === null ||
    workbook.problem !== null ||
    workbook.filedAt !== null ||
    workbook.expiresAt <= now
  )
    return;
  const accepted = workbook.acceptedAt === null ? null : (workbook.accepted as unknown as AcceptedLot);
  if (accepted === null && workbook.review !== null) return;
  const began = performance.now();
  const at = () => new Date(now.getTime() + performance.now() - began);
  const keep = (data: Prisma.WorkbookUncheckedUpdateManyInput) =>
    transact(by, "how far a workbook is", (tx) =>
      tx.workbook.updateMany({ where: { id }, data: { ...data, seenAt: at() } }),
    );
  const took = () => at().getTime() - (workbook.acceptedAt ?? workbook.seenAt).getTime();
  const user = await whoAskedFor(workbook.accountId, workbook.onBehalfOf, now);
  const file = await fileOf(id);
  if (!user || !file) return;
  try {
    if (accepted === null) {
      const progress = (done: number, toDo: number) => keep({ done, toDo });
      const read = await judgedWorkbook(user, { bytes: file.bytes, name: workbook.fileName }, now, progress);
      await keepReview(id, read, (tx) =>
        took() > longWork ? tellReady(tx, user, workbook, read, at()) : Promise.resolve(),
      );
    } else {
      const filed = await filing(() => fileWorkbook(user, { id, accepted }, now, (done) => keep({ done })));
      if (filed.ok) return;
      const refused = filed.problems.map(({ message }) => message).join(" ");
      await keep({ problem: refused });
      if (took() > longWork)
        await transact(by, "a workbook was not filed", (tx) => tellReady(tx, user, workbook, { refused }, at()));
    }
  } catch (fault) {
    log.error({ workbook: id, err: fault }, "the work on a workbook failed");
    await keep({ problem: "Something went wrong on our side, and nothing was filed. Check the workbook again" });
  }
}

/** A return that someone files at the same moment makes the lot's fail: it is tried again as things stand then. */
async function filing<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (fault) {
      if (refusedBy(fault) === null || attempt === attempts) throw fault;
    }
}

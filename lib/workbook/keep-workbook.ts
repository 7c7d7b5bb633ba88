import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { env } from "@/lib/env";
import { done, type Outcome, refusedAt } from "@/lib/outcome";
import { queueStep } from "@/lib/uploads/queue-step";

const day = 24 * 60 * 60_000;

/**
 * Keeps a workbook that someone sent, and has it read and judged in the background once the policy statement is ticked;
 * nothing of it is filed. A file without the tick is kept too, so that it need not be chosen again.
 */
export async function keepWorkbook(
  user: User,
  { file, agreed }: { file: { path: string; name: string; bytes: number }; agreed: boolean },
  now: Date,
): Promise<Outcome<{ id: number }>> {
  allow(user, "send a workbook");
  if (file.bytes === 0) return refusedAt("file", "Choose the workbook that you filled in");
  if (file.bytes > env().WORKBOOK_MEGABYTES * 1_000_000)
    return refusedAt("file", `Choose a file of ${env().WORKBOOK_MEGABYTES} MB or less`);
  const bytes = await readFile(file.path);
  const hash = createHash("sha256").update(bytes).digest("hex");
  return transact(
    user,
    "sent a workbook",
    async (tx) => {
      const { id } = await tx.workbook.create({
        data: {
          accountId: user.id,
          onBehalfOf: user.onBehalfOf ?? null,
          fileName: file.name,
          size: bytes.length,
          hash,
          sentAt: now,
          seenAt: now,
          expiresAt: new Date(now.getTime() + env().WORKBOOK_DAYS * day),
          agreedAt: agreed ? now : null,
          file: { create: { bytes: new Uint8Array(bytes) } },
        },
      });
      if (agreed) await queueStep(tx, "workbook", id);
      return done({ id });
    },
    { timeout: 60_000 },
  );
}

import { createReadStream } from "node:fs";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact, type Transaction } from "@/lib/db";
import { done, refusedAt, type Outcome } from "@/lib/outcome";
import type { RegisterName } from "@/lib/registers/registers";
import { queueUpload } from "./queue-upload";
import type { Received } from "./receive-upload";

/** For how long a file waits to be confirmed, and what came of it can be read here. */
const keptFor = 24 * 60 * 60_000;
const pieceBytes = 1 << 20;
const longest = 5 * 60_000;

/**
 * Keeps a register file that was received, where every instance finds it, and has it previewed: nothing of it is
 * imported. Those whose day is over are cleared.
 */
export async function keepUpload(
  user: User,
  { register, full, file }: { register: RegisterName; full: boolean; file: Pick<Received, "path" | "name" | "bytes"> },
  now: Date,
): Promise<Outcome<{ id: number }>> {
  allow(user, "import registers");
  if (file.bytes === 0) return refusedAt("file", "Choose a file that is not empty");
  return transact(
    user,
    "uploaded a register file",
    async (tx) => {
      await tx.importUpload.deleteMany({ where: { expiresAt: { lt: now } } });
      const { id } = await tx.importUpload.create({
        data: {
          register,
          full,
          fileName: file.name,
          size: file.bytes,
          madeAt: now,
          madeById: user.id,
          seenAt: now,
          expiresAt: new Date(now.getTime() + keptFor),
        },
      });
      await keepPieces(tx, id, file.path);
      await queueUpload(tx, id);
      return done({ id });
    },
    { timeout: longest },
  );
}

async function keepPieces(tx: Transaction, id: number, path: string): Promise<void> {
  let part = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: pieceBytes }))
    await tx.$executeRaw`insert into import_upload_part (upload_id, part, bytes) values (${id}, ${part++}, ${bytes as Buffer})`;
}

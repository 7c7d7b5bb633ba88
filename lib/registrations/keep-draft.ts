import { system, transact, type Prisma } from "@/lib/db";
import { randomToken } from "@/lib/tokens";
import type { Draft } from "./answers";

const aDay = 24 * 3_600_000;

/**
 * Keeps a registration as far as it goes, and answers with the id that its browser finds it by. A draft lasts 24 hours
 * from its beginning; one that has expired or was discarded starts again.
 */
export async function keepDraft(id: string | null, draft: Draft, now: Date): Promise<string> {
  const answers = draft as Prisma.InputJsonObject;
  return transact(system("registration"), "a draft", async (tx) => {
    const kept = await tx.registrationDraft.updateMany({
      where: { id: id ?? "", expiresAt: { gt: now } },
      data: { answers },
    });
    if (id && kept.count === 1) return id;
    const fresh = randomToken();
    const expiresAt = new Date(now.getTime() + aDay);
    await tx.registrationDraft.create({ data: { id: fresh, answers, createdAt: now, expiresAt } });
    return fresh;
  });
}

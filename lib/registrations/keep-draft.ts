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

/**
 * Keeps which places are chosen and leaves the rest of a draft as it is. A draft that has expired or was completed is
 * not changed.
 */
export async function keepChosenPlaces(id: string, locationIds: readonly number[], now: Date): Promise<void> {
  await transact(system("registration"), "a draft", async (tx) => {
    await tx.$queryRaw`select id from registration_draft where id = ${id} for update`;
    const row = await tx.registrationDraft.findUnique({ where: { id } });
    const draft = (row?.answers ?? {}) as Draft;
    if (!row || row.expiresAt <= now || draft.completed !== undefined) return;
    const answers = { ...draft, locationIds: [...locationIds] } as Prisma.InputJsonObject;
    await tx.registrationDraft.update({ where: { id }, data: { answers } });
  });
}

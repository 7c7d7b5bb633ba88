import { system, transact, type Prisma } from "@/lib/db";
import { asAddress } from "@/lib/outbox/plain-text";
import { done, refusedAt, type Outcome } from "@/lib/outcome";
import type { Draft } from "./answers";

const tries = 5;

/**
 * Opens a draft for someone who comes back and enters its email address. After five wrong addresses the draft is
 * deleted and null is returned: they start again.
 */
export async function openDraft(id: string, email: string, now: Date): Promise<Outcome<Draft | null>> {
  return transact(system("registration"), "a draft", async (tx) => {
    await tx.$queryRaw`select id from registration_draft where id = ${id} for update`;
    const row = await tx.registrationDraft.findUnique({ where: { id } });
    if (!row || row.expiresAt <= now) return done(null);
    const { wrongAddress = 0, ...draft } = row.answers as Draft;
    if (draft.email === asAddress(email)) return done(draft);
    if (wrongAddress + 1 >= tries) {
      await tx.registrationDraft.delete({ where: { id } });
      return done(null);
    }
    const answers: Draft = { ...draft, wrongAddress: wrongAddress + 1 };
    await tx.registrationDraft.update({ where: { id }, data: { answers: answers as Prisma.InputJsonObject } });
    return refusedAt("email", "That is not the email address this registration was started with");
  });
}

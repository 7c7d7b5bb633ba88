import { timingSafeEqual } from "node:crypto";
import { system, transact, type Prisma } from "@/lib/db";
import { registrationCode } from "@/lib/outbox/mailed-secrets";
import { done, refusedAt, type Outcome } from "@/lib/outcome";
import type { Draft } from "./answers";
import { codeName } from "./send-code";

const lasts = 10 * 60_000;
const tries = 5;

/** Accepts the emailed code, within ten minutes and with at most five wrong tries. */
export async function confirmCode(id: string, typed: string, now: Date): Promise<Outcome<null>> {
  return transact(system("registration"), "a code to confirm an address", async (tx) => {
    await tx.$queryRaw`select id from registration_draft where id = ${id} for update`;
    const row = await tx.registrationDraft.findUnique({ where: { id } });
    const draft = (row?.answers ?? {}) as Draft;
    const { code, email } = draft;
    if (!code || !email) return refusedAt("code", "Ask for a code first");
    if (now.getTime() - new Date(code.at).getTime() > lasts)
      return refusedAt("code", "This code has expired. Ask for a new one");
    if (code.wrong >= tries) return refusedAt("code", "You entered a wrong code 5 times. Ask for a new one");
    const right = isSame(registrationCode(codeName(id, code.issue), email), typed.replace(/\D/g, ""));
    const answers: Draft = right
      ? { ...draft, vouched: "code" }
      : { ...draft, code: { ...code, wrong: code.wrong + 1 } };
    await tx.registrationDraft.update({ where: { id }, data: { answers: answers as Prisma.InputJsonObject } });
    return right ? done(null) : refusedAt("code", "That is not the code we sent. Check the newest message from us");
  });
}

const isSame = (expected: string, typed: string) =>
  typed.length === expected.length && timingSafeEqual(Buffer.from(expected), Buffer.from(typed));

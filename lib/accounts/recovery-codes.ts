import type { Transaction } from "@/lib/db";
import { hashSecret, keyedDigest } from "@/lib/tokens";

const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const many = 10;

/** The ten codes of one set, 59 bits each: worked out from a nonce that only the page which shows them once is given. */
export const recoveryCodes = (nonce: string): string[] =>
  Array.from({ length: many }, (_, at) => {
    const bytes = keyedDigest("recovery-code", `${nonce}\n${at}`);
    const code = Array.from({ length: 12 }, (__, i) => letters[bytes.readUInt16BE(i * 2) % letters.length]).join("");
    return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
  });

/** Keeps the hashes of a new set; an earlier set is worth nothing from now on. */
export async function keepRecoveryCodes(tx: Transaction, accountId: number, nonce: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({
    data: recoveryCodes(nonce).map((code) => ({ accountId, hash: hashOf(code) })),
  });
}

/** Uses a recovery code up. False where it is none of theirs, or was used. */
export async function useRecoveryCode(tx: Transaction, accountId: number, typed: string, now: Date): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { accountId, hash: hashOf(typed), usedAt: null },
    data: { usedAt: now },
  });
  return count > 0;
}

const hashOf = (code: string) => hashSecret(code.toLowerCase().replace(/[^a-z0-9]/g, ""));

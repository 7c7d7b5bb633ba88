import { db, oneStatement, Prisma } from "@/lib/db";
import { hashSecret } from "@/lib/tokens";

/** For how many days we remember what was sent with an Idempotency-Key. A return keeps its own key for ever. */
export const idempotencyDays = 90;

/** What a system sent, and under which Idempotency-Key. */
export interface Sending {
  keyId: number;
  idempotencyKey: string;
  /** Method, address and body. */
  said: string;
}

/**
 * Keeps what an Idempotency-Key stands for. False if it stands for something else already; the same sent again is the
 * same sending, and whatever it leads to is done once.
 */
export async function rememberSending({ keyId, idempotencyKey, said }: Sending, now: Date): Promise<boolean> {
  const fingerprint = hashSecret(said);
  const [put] = await oneStatement<object>(Prisma.sql`
    insert into api_sending (key_id, idempotency_key, fingerprint, at)
    values (${keyId}, ${idempotencyKey}, ${fingerprint}, ${now}) on conflict do nothing returning key_id`);
  if (put) return true;
  const kept = await db.apiSending.findUnique({ where: { keyId_idempotencyKey: { keyId, idempotencyKey } } });
  return kept?.fingerprint === fingerprint;
}

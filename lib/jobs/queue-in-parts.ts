import { system, transact, type Transaction } from "@/lib/db";
import { queueEmails, type Message } from "@/lib/outbox/queue-email";

const aPart = 500;

/**
 * Writes the messages about many people, a few hundred a transaction. Stopped half way, it can be run again: each
 * message has a key of its own. Gives how many were new.
 */
export async function queueInParts<T>(
  about: readonly T[],
  reason: string,
  now: Date,
  messages: (part: readonly T[], tx: Transaction) => Message[] | Promise<Message[]>,
): Promise<number> {
  let written = 0;
  for (let at = 0; at < about.length; at += aPart) {
    const part = about.slice(at, at + aPart);
    const ids = await transact(
      system("scheduled work"),
      reason,
      async (tx) => queueEmails(tx, await messages(part, tx), now),
      { timeout: 60_000 },
    );
    written += ids.length;
  }
  return written;
}

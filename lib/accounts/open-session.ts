import { randomBytes } from "node:crypto";
import type { SessionPurpose } from "@/prisma/client/client";
import type { Transaction } from "@/lib/db";
import { hashSecret, randomToken } from "@/lib/tokens";
import { mayBeRemembered, sessionLength, type Holder } from "./session-length";

export interface Opening {
  holder: Holder & { id: number };
  purpose: SessionPurpose;
  remembered: boolean;
  /** When the password was given, or null if a link opened the session. */
  passwordAt: Date | null;
  onBehalfOf?: string | null;
  returnLinkId?: number | null;
  address?: string | null;
  browser?: string | null;
}

/**
 * Opens a session and answers with its secret, for the cookie alone: the row keeps a hash.
 * The secret is new each time, also when a session goes on under another purpose.
 */
export async function openSession(tx: Transaction, opening: Opening, now: Date): Promise<string> {
  const token = randomToken();
  const remembered = opening.remembered && mayBeRemembered(opening.holder);
  const { idle, most } = sessionLength(remembered);
  await tx.session.create({
    data: {
      idHash: hashSecret(token),
      handle: randomBytes(9).toString("base64url"),
      accountId: opening.holder.id,
      purpose: opening.purpose,
      remembered,
      onBehalfOf: opening.onBehalfOf ?? null,
      returnLinkId: opening.returnLinkId ?? null,
      createdAt: now,
      passwordAt: opening.passwordAt,
      seenAt: now,
      idleUntil: new Date(now.getTime() + idle),
      until: new Date(now.getTime() + most),
      address: opening.address ?? null,
      browser: opening.browser?.slice(0, 300) ?? null,
    },
  });
  return token;
}

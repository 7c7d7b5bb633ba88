import { db } from "@/lib/db";
import { addressSecret, oneUsePassword, oneUsePasswordIn, resetSecret } from "@/lib/outbox/mailed-secrets";
import { hashSecret } from "@/lib/tokens";

/**
 * Did we ever mail this? What lies in a mailbox may not become a password: a one-use password of anyone, or what a
 * mailed link carried, by itself or as the whole link, whatever its capitals and the blanks around it.
 */
export async function isMailedSecret(accountId: number, typed: string): Promise<boolean> {
  if (oneUsePasswordIn(typed) !== null) return true;
  const secret = typed.trim().split("/").at(-1) ?? "";
  const { credentialsNonce, resetLinks, emailChanges } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      credentialsNonce: true,
      resetLinks: { select: { nonce: true }, orderBy: { id: "desc" }, take: 50 },
      emailChanges: { select: { nonce: true }, orderBy: { id: "desc" }, take: 50 },
    },
  });
  const theirs = [
    ...(credentialsNonce === null ? [] : [oneUsePassword(credentialsNonce)]),
    ...resetLinks.map(({ nonce }) => resetSecret(nonce)),
    ...emailChanges.map(({ nonce }) => addressSecret(nonce)),
  ];
  if (theirs.some((one) => one.toLowerCase() === secret.toLowerCase())) return true;
  return (await db.returnLink.count({ where: { hash: hashSecret(secret) } })) > 0;
}

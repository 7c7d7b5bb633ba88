import { cookies } from "next/headers";
import { sign, unsign } from "@/lib/tokens";
import { cookieName, cookieOptions } from "@/lib/web/session";

const name = () => cookieName("capacity-recovery");
const minutes = 15;

/** Lets the next page show a set of recovery codes, to this browser and for a quarter of an hour. */
export async function showRecoveryCodes(accountId: number, nonce: string): Promise<void> {
  const value = sign("recovery-codes", `${accountId}~${nonce}`);
  (await cookies()).set(name(), value, { ...cookieOptions(), maxAge: minutes * 60 });
}

/** The set that may be shown to this person now, if any. */
export async function recoveryCodesToShow(accountId: number): Promise<string | null> {
  const [id, nonce] = unsign("recovery-codes", (await cookies()).get(name())?.value)?.split("~") ?? [];
  return Number(id) === accountId && nonce ? nonce : null;
}

/** Forgets the codes once the person has kept them, so that they are shown to no one again. */
export async function hideRecoveryCodes(): Promise<void> {
  (await cookies()).set(name(), "", { ...cookieOptions(), maxAge: 0 });
}

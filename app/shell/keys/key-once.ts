import { cookies } from "next/headers";
import { sign, unsign } from "@/lib/tokens";
import { cookieName, cookieOptions } from "@/lib/web/session";

const name = () => cookieName("capacity-new-key");
const minutes = 15;

/** Lets the next page show a key that was just made, to this browser and for a quarter of an hour. */
export async function showKey(accountId: number, nonce: string): Promise<void> {
  const value = sign("new-api-key", `${accountId}~${nonce}`);
  (await cookies()).set(name(), value, { ...cookieOptions(), maxAge: minutes * 60 });
}

/** The nonce of the key that may be shown to this person now, if any. */
export async function keyToShow(accountId: number): Promise<string | null> {
  const [id, nonce] = unsign("new-api-key", (await cookies()).get(name())?.value)?.split("~") ?? [];
  return Number(id) === accountId && nonce ? nonce : null;
}

/** They have kept the key: it is shown to no one again. */
export async function hideKey(): Promise<void> {
  (await cookies()).set(name(), "", { ...cookieOptions(), maxAge: 0 });
}

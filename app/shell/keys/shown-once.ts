import { cookies } from "next/headers";
import { sign, unsign } from "@/lib/tokens";
import { cookieName, cookieOptions } from "@/lib/web/session";

/** What is shown once: an API key, or the secret of a webhook. */
type ShownOnce = "key" | "webhook-secret";

const name = (what: ShownOnce) => cookieName(`capacity-new-${what}`);
const minutes = 15;

/** Lets the next page show what was just made, to this browser and for a quarter of an hour. */
export async function showOnce(what: ShownOnce, accountId: number, nonce: string): Promise<void> {
  const value = sign(`new-api-${what}`, `${accountId}~${nonce}`);
  (await cookies()).set(name(what), value, { ...cookieOptions(), maxAge: minutes * 60 });
}

/** The nonce of what may be shown to this person now, if any. */
export async function toShowOnce(what: ShownOnce, accountId: number): Promise<string | null> {
  const [id, nonce] = unsign(`new-api-${what}`, (await cookies()).get(name(what))?.value)?.split("~") ?? [];
  return Number(id) === accountId && nonce ? nonce : null;
}

/** They have kept it: it is shown to no one again. */
export async function showNoMore(what: ShownOnce): Promise<void> {
  (await cookies()).set(name(what), "", { ...cookieOptions(), maxAge: 0 });
}

import { cookies } from "next/headers";
import { endSession } from "@/lib/accounts/end-session";
import { deviceCookie, deviceKnownFor } from "@/lib/accounts/known-device";
import type { SignedIn } from "@/lib/accounts/open-next";
import { now } from "@/lib/clock";
import { done, type Outcome } from "@/lib/outcome";
import { cookieName, cookieOptions, keepSession, sessionToken } from "@/lib/web/session";

const device = () => cookieName("capacity-device");

const pages = {
  choose_password: "/choose-password",
  disclaimer: "/disclaimer",
  second_factor: "/second-factor",
  file_one_return: "/unchanged",
  confirm_beds: "/confirm-beds",
} as const;

/** The cookie of a browser where someone has signed in before. */
export const knownDevice = async (): Promise<string | undefined> => (await cookies()).get(device())?.value;

/** Keeps a session that was just opened, ends the browser's earlier one, and leads to the next page on the way in. */
export async function continueSignIn(signedIn: SignedIn, returnUrl: string): Promise<Outcome<{ to: string }>> {
  const earlier = await sessionToken();
  if (earlier) await endSession(earlier, now());
  await keepSession(signedIn.token, signedIn.remembered);
  if (signedIn.purpose === "full") {
    await knowDevice(signedIn.accountId);
    return done({ to: returnUrl });
  }
  return done({ to: withReturn(pages[signedIn.purpose], returnUrl) });
}

/** An address on the way in, which remembers where the person wanted to go. */
export const withReturn = (path: string, returnUrl: string): string =>
  returnUrl === "/home" ? path : `${path}?ReturnUrl=${encodeURIComponent(returnUrl)}`;

async function knowDevice(accountId: number): Promise<void> {
  const value = deviceCookie(await knownDevice(), accountId, now());
  (await cookies()).set(device(), value, { ...cookieOptions(), maxAge: deviceKnownFor / 1000 });
}

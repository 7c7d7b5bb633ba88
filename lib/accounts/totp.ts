import { HOTP, Secret, TOTP } from "otpauth";
import { keyedDigest } from "@/lib/tokens";

const period = 30;

const secretOf = (key: Buffer) => new Secret({ buffer: new Uint8Array(key).buffer });

/** The key that an authenticator app shares with us, worked out from what the row keeps: the row holds no secret. */
export const totpKey = (nonce: string): Buffer => keyedDigest("second-factor", nonce).subarray(0, 20);

/** Which half minute it is: a code is good in its own, and in the one before and after, for clocks that are off. */
export const totpStep = (at: Date): number => TOTP.counter({ period, timestamp: at.getTime() });

/** The code of one half minute, as RFC 6238 has it. */
export const totpCode = (key: Buffer, step: number): string => HOTP.generate({ secret: secretOf(key), counter: step });

/** The half minute whose code was typed, later than the last one used; null if it is not a code that is good now. */
export function stepOfCode(key: Buffer, typed: string, lastStep: number | null, now: Date): number | null {
  const code = { token: typed.replace(/\s/g, ""), secret: secretOf(key), period, window: 1 };
  const off = TOTP.validate({ ...code, timestamp: now.getTime() });
  if (off === null) return null;
  const step = totpStep(now) + off;
  return step > (lastStep ?? 0) ? step : null;
}

/** The key to type into an app by hand. */
export const totpKeyInLetters = (key: Buffer): string => secretOf(key).base32;

/** What an app is told: the address that its QR code holds, and the key to type instead. */
export function totpSetUp(service: string, email: string, nonce: string): { address: string; letters: string } {
  const key = totpKey(nonce);
  return { address: totpAddress(service, email, key), letters: totpKeyInLetters(key) };
}

/** What the QR code says to an app. */
export const totpAddress = (service: string, email: string, key: Buffer): string =>
  new TOTP({ issuer: service, label: email, secret: secretOf(key), period }).toString();

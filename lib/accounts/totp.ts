import { createHmac } from "node:crypto";
import { keyedDigest } from "@/lib/tokens";

const period = 30;
const digits = 6;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The key that an authenticator app shares with us, worked out from what the row keeps: the row holds no secret. */
export const totpKey = (nonce: string): Buffer => keyedDigest("second-factor", nonce).subarray(0, 20);

/** Which half minute it is: a code is good in its own, and in the one before and after, for clocks that are off. */
export const totpStep = (at: Date): number => Math.floor(at.getTime() / 1000 / period);

/** The code of one half minute, as RFC 6238 has it. */
export function totpCode(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", key).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The half minute whose code was typed, later than the last one used; null where it is none of those that are good. */
export function stepOfCode(key: Buffer, typed: string, lastStep: number | null, now: Date): number | null {
  const code = typed.replace(/\s/g, "");
  const steps = [-1, 0, 1].map((off) => totpStep(now) + off).filter((step) => step > (lastStep ?? 0));
  return steps.find((step) => totpCode(key, step) === code) ?? null;
}

/** The key to type into an app by hand. */
export function totpKeyInLetters(key: Buffer): string {
  const bits = [...key].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[parseInt(five, 2)]).join("");
}

/** What an app is told: the address that its QR code holds, and the key to type instead. */
export function totpSetUp(service: string, email: string, nonce: string): { address: string; letters: string } {
  const key = totpKey(nonce);
  return { address: totpAddress(service, email, key), letters: totpKeyInLetters(key) };
}

/** What the QR code says to an app. */
export const totpAddress = (service: string, email: string, key: Buffer): string =>
  `otpauth://totp/${encodeURIComponent(service)}:${encodeURIComponent(email)}?secret=${totpKeyInLetters(key)}&issuer=${encodeURIComponent(service)}`;

import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env";

/** A random secret: 256 bits, safe in an address. */
export const randomToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a secret. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** A keyed digest of `text` for one purpose: the same each time, unguessable without the service's key. */
export const keyedDigest = (purpose: string, text: string): Buffer =>
  createHmac("sha256", env().SECRET_KEY).update(`${purpose}\n${text}`).digest();

/**
 * The secret that an emailed link carries, worked out from a nonce: the row holds no secret,
 * and sending the mail again sends the same one.
 */
export const derivedSecret = (purpose: string, nonce: string): string =>
  keyedDigest(purpose, nonce).toString("base64url");

const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const lettersOf = (digest: Buffer, count: number): string =>
  Array.from({ length: count }, (_, i) => letters[digest.readUInt16BE(i * 2) % letters.length]).join("");
const checkOf = (chosen: string): string => lettersOf(keyedDigest("credentials check", chosen), 4);
const inGroups = (sixteen: string): string => sixteen.replace(/(.{4})(?=.)/g, "$1-");

/**
 * A one-use password to type from a mail: four groups of four, without look-alike letters. The first three are 59 bits
 * that only our key can work out; the last follows from them, so that we know each one that we ever sent.
 */
export function derivedPassword(nonce: string): string {
  const chosen = lettersOf(keyedDigest("credentials", nonce), 12);
  return inGroups(chosen + checkOf(chosen));
}

/**
 * The one-use password that someone typed or pasted, as we sent it: with other capitals, blanks and hyphens it is the
 * same. Null if the text is none of ours.
 */
export function derivedPasswordIn(typed: string): string | null {
  const bare = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}\p{Pd}\u00ad\u2212]+/gu, "");
  if (bare.length !== 16 || bare.slice(12) !== checkOf(bare.slice(0, 12))) return null;
  return inGroups(bare);
}

/** Text that we handed out and can recognise: `text.signature`. */
export const sign = (purpose: string, text: string): string =>
  `${text}.${keyedDigest(purpose, text).toString("base64url")}`;

/** The text of something we signed, or null if anyone else did. */
export function unsign(purpose: string, signed: string | undefined): string | null {
  const at = signed?.lastIndexOf(".") ?? -1;
  if (!signed || at < 0) return null;
  const text = signed.slice(0, at);
  const given = Buffer.from(signed.slice(at + 1));
  const expected = Buffer.from(keyedDigest(purpose, text).toString("base64url"));
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : null;
}

/** Letters and figures that cannot be confused when a reference is read out over the telephone. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const group = (bytes: Uint8Array, at: number): string =>
  Array.from(bytes.subarray(at, at + 4), (byte) => alphabet[byte % alphabet.length]).join("");

/** A return's reference from eight random bytes: "RET-8H2K-4M7P". */
export const referenceFrom = (bytes: Uint8Array): string => `RET-${group(bytes, 0)}-${group(bytes, 4)}`;

/** The code that proves a receipt genuine to someone who may not see it, from eight random bytes: "29QX-4HJP". */
export const checkCodeFrom = (bytes: Uint8Array): string => `${group(bytes, 0)}-${group(bytes, 4)}`;

/**
 * A reference as a person types it: small letters, spaces and missing dashes are accepted. Null if it is not a
 * reference.
 */
export function readReference(typed: string): string | null {
  const letters = bare(typed).replace(/^RET/, "");
  return isGroups(letters) ? `RET-${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}

/** A check code as a person types it. */
export function readCheckCode(typed: string): string | null {
  const letters = bare(typed);
  return isGroups(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}

const bare = (typed: string): string => typed.toUpperCase().replace(/[\s‐-―-]/g, "");
const isGroups = (letters: string): boolean => /^[2-9A-HJKMNP-TV-Z]{8}$/.test(letters);

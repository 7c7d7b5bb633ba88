const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/**
 * What someone typed, made safe to show in a message to someone else: one line, nothing unseen, nothing that a mail
 * program would turn into a link, and `longest` characters at most.
 */
export function plainText(typed: string, longest = 100): string {
  const line = typed.normalize("NFC").replace(unseen, " ");
  const unlinked = line
    .replace(/[a-z][a-z0-9+.-]*:\/*(?=\S)/gi, (scheme) => `${scheme.replace(/:.*$/, "")} `)
    .replace(/@/g, " at ")
    .replace(/[\\<>]+|\/{2,}/g, " ")
    .replace(/\.(?=\p{L})/gu, ". ");
  return unlinked.replace(/\s+/g, " ").trim().slice(0, longest).trim();
}

/** What comes along unseen when text is copied, and means nothing. */
export const stowaways = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;

/** An email address as it is kept and compared, however it is typed or pasted. */
export const asAddress = (typed: string): string => typed.replace(stowaways, "").trim().toLowerCase();

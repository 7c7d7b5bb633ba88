/** Letters, figures and signs that an address has before its @. */
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
/** Names with full stops between them; the last is of letters, as no machine's number is. */
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/i;
/** Names that only one building or machine knows. */
const inside = /\.(?:local|localhost|localdomain|internal|lan|home|corp|intranet)$/i;

/** Whether mail can be sent to it: one address, without a name, a line break or a second recipient. */
export const isAddress = (text: string): boolean => {
  const [before = "", after = "", ...more] = text.split("@");
  return (
    text.length <= 254 &&
    more.length === 0 &&
    before.length <= 64 &&
    local.test(before) &&
    domain.test(after) &&
    !inside.test(after)
  );
};

/** The part after the @, in lower case. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1).toLowerCase();

/** Used where we cannot say more exactly what is wrong. */
export const anyAddress = "Enter an email address like name@example.com";

/** What is likely to be wrong with an email address, for the person who typed it; null if nothing is. */
export function problemWithAddress(text: string): string | null {
  if (isAddress(text)) return null;
  const odd = /[^\x20-\x7E]/u.exec(text)?.[0];
  if (odd !== undefined && /\p{L}/u.test(odd))
    return `Type the email address again: “${odd}” is not allowed in an email address`;
  if (odd !== undefined && /[\p{Pd}\p{Pi}\p{Pf}]/u.test(odd))
    return `Type the email address again: “${odd}” is not the sign on the keyboard`;
  if (/\.\./.test(text)) return "Enter an email address without two full stops together";
  if (/\.$/.test(text)) return "Enter the email address without the full stop at the end";
  if (/\.@|@\.|^\./.test(text)) return "Enter an email address without a full stop beside the @ or at the beginning";
  if (/@\[?[\d.]+\]?$/.test(text) || inside.test(text))
    return "Enter an email address that can be reached from outside your organisation";
  if (/[,;\s]/.test(text) && (text.match(/@/g) ?? []).length > 1) return "Enter one email address only";
  return anyAddress;
}

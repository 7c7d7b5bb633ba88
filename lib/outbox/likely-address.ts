import { domainOf } from "./email-address";

/** Where most of our users' mail is: what a mistyped domain is likely to have been meant for. */
const wellKnown =
  `aol.com btinternet.com gmail.com googlemail.com hotmail.co.uk hotmail.com icloud.com live.co.uk live.com msn.com
   nhs.net ntlworld.com outlook.com sky.com talktalk.net virginmedia.com yahoo.co.uk yahoo.com`.split(/\s+/);
/** Domains of their own that look like one of those. */
const apart = new Set(
  "mail.com email.com ymail.com me.com mac.com gmx.com live.ie live.fr aol.co hotmail.fr sky.de".split(" "),
);
const endings = ["nhs.uk", "gov.uk"];

/**
 * The address that was probably meant, where what stands after the @ is a well-known domain but for one letter: gmial.com,
 * nsh.net, hotmail.con, trust.nsh.uk. Null where nothing looks wrong. It is a question to whoever typed it, never a refusal.
 */
export function likelyAddress(email: string): string | null {
  const domain = domainOf(email);
  const before = email.slice(0, email.length - domain.length);
  if (wellKnown.includes(domain) || apart.has(domain)) return null;
  const meant = wellKnown.find((known) => isOneSlip(domain, known));
  if (meant !== undefined) return before + meant;
  const last = domain.split(".").slice(-2).join(".");
  const ending = endings.find((known) => last !== known && isSwapped(last, known));
  return ending === undefined ? null : before + domain.slice(0, domain.length - last.length) + ending;
}

/** Two letters the wrong way round. */
function isSwapped(typed: string, meant: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at++;
  return (
    typed.length === meant.length &&
    typed.slice(0, at) + (typed[at + 1] ?? "") + (typed[at] ?? "") + typed.slice(at + 2) === meant
  );
}

/** One letter too many, too few, another, or two the wrong way round. */
function isOneSlip(typed: string, meant: string): boolean {
  if (isSwapped(typed, meant)) return true;
  if (Math.abs(typed.length - meant.length) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at++;
  const [rest, wanted] = [typed.slice(at), meant.slice(at)];
  return rest.slice(1) === wanted.slice(1) || rest.slice(1) === wanted || rest === wanted.slice(1);
}

import ipaddr from "ipaddr.js";

type Address = ReturnType<typeof ipaddr.process>;

/**
 * An internet address written the one way that we keep and compare: an IPv4 address inside IPv6 as IPv4, IPv6 in its
 * shortest form, without a port, brackets or a network card's name. Null if it is not an address.
 */
export const canonicalAddress = (address: string): string | null => read(address)?.toString() ?? null;

/** An internet address as one number and its family; null if it is not an address. */
export function ipNumber(address: string): { family: 4 | 6; number: bigint } | null {
  const parsed = read(address);
  if (!parsed) return null;
  const number = parsed.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return { family: parsed.kind() === "ipv4" ? 4 : 6, number };
}

/** Does an address lie in a range such as "203.0.113.0/24", or is it the one address given? */
export function isInRange(address: string, range: string): boolean {
  const [base = "", length] = range.trim().split("/");
  const [one, from] = [read(address), read(base)];
  if (!one || !from || one.kind() !== from.kind()) return false;
  const bits = one.kind() === "ipv4" ? 32 : 128;
  return one.match(from, Math.min(bits, length === undefined ? bits : Number(length)));
}

const insideOurselves = ["private", "loopback", "uniqueLocal", "linkLocal"];

/** Is it an address that cannot be reached from outside: this machine's, or one in a private network? */
export function isPrivate(address: string): boolean {
  const range = read(address)?.range() ?? "";
  return insideOurselves.includes(range);
}

/**
 * What a limit counts a caller by, narrowest first: an IPv4 address by itself; for IPv6, the /64 that one household or
 * office has, then the /48 that its provider may give it. Text that is not an address counts as it is.
 */
export function networksOf(address: string): string[] {
  const parsed = read(address);
  if (!parsed || parsed.kind() === "ipv4") return [parsed?.toString() ?? address];
  return [64, 48].map((length) => `${network(parsed, length)}/${length}`);
}

/** The narrowest of them: we count failed sign-ins by it. */
export const networkOf = (address: string | null): string | null =>
  address === null ? null : (networksOf(address)[0] ?? address);

const network = (address: Address, length: number): string =>
  ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${length}`).toString();

/** Accepts only the usual way of writing an IPv4 address: the library also reads "1.2.3" and octal numbers. */
function read(address: string): Address | null {
  const text = address.trim();
  const bare = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const plain = bare.replace(/%.*$/, "");
  const isOne = plain.includes(":") ? ipaddr.IPv6.isValid(plain) : ipaddr.IPv4.isValidFourPartDecimal(plain);
  return isOne ? ipaddr.process(plain) : null;
}

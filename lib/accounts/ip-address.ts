import { isIP } from "node:net";

/** An internet address as one number of its family; null where it is none. An IPv4 address inside IPv6 is IPv4. */
export function ipNumber(address: string): { family: 4 | 6; number: bigint } | null {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const family = isIP(bare);
  if (family === 4) return { family, number: fromParts(bare.split(".").map(Number), 8) };
  if (family !== 6) return null;
  const number = fromParts(groupsOf(bare), 16);
  return number >> 32n === 0xffffn ? { family: 4, number: number & 0xffffffffn } : { family, number };
}

/** Does an address lie in a range such as "203.0.113.0/24", or is it the one address given? */
export function isInRange(address: string, range: string): boolean {
  const [base = "", length] = range.trim().split("/");
  const [one, from] = [ipNumber(address), ipNumber(base)];
  if (!one || !from || one.family !== from.family) return false;
  const bits = one.family === 4 ? 32 : 128;
  const free = BigInt(bits - Math.min(bits, length === undefined ? bits : Number(length)));
  return one.number >> free === from.number >> free;
}

const insideOurselves = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "127.0.0.0/8",
  "::1",
  "fc00::/7",
  "fe80::/10",
];

/** An address that no one outside has: this machine's, or one of a private network. */
export const isPrivate = (address: string): boolean => insideOurselves.some((range) => isInRange(address, range));

function groupsOf(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(":"),
  );
  const [left = "", right] = hex.split("::");
  const read = (side: string) => (side === "" ? [] : side.split(":").map((group) => parseInt(group, 16)));
  if (right === undefined) return read(left);
  const zeros = Array<number>(8 - read(left).length - read(right).length).fill(0);
  return [...read(left), ...zeros, ...read(right)];
}

const fromParts = (parts: number[], bits: number): bigint =>
  parts.reduce((number, part) => (number << BigInt(bits)) | BigInt(part), 0n);

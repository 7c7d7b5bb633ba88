import { randomBytes } from "node:crypto";
import { keyedDigest, sign, unsign } from "@/lib/tokens";

const day = 24 * 60 * 60_000;
const mostPeople = 6;

/** For how long a browser is known after someone signed in on it, in milliseconds. */
export const deviceKnownFor = 180 * day;

interface Device {
  nonce: string;
  until: number;
  /** Who has signed in here, latest first: colleagues share a computer. */
  people: number[];
}

/**
 * Wrong passwords on a browser where this person has signed in before are counted apart, so that a stranger who locks
 * the address does not lock out its owner. Null for a browser that is not known.
 */
export function deviceLane(cookie: string | undefined, accountId: number | undefined, now: Date): string | null {
  const device = deviceIn(cookie, now);
  if (!device || accountId === undefined || !device.people.includes(accountId)) return null;
  const key = keyedDigest("device-lane", `${device.nonce}\n${accountId}`).toString("base64url");
  return `device:${accountId}:${key}`;
}

/** The signed cookie that makes a browser known for this person, beside those it is known for already. */
export function deviceCookie(before: string | undefined, accountId: number, now: Date): string {
  const device = deviceIn(before, now);
  const people = [accountId, ...(device?.people ?? []).filter((id) => id !== accountId)].slice(0, mostPeople);
  const nonce = device?.nonce ?? randomBytes(18).toString("base64url");
  return sign("device", [nonce, now.getTime() + deviceKnownFor, ...people].join("~"));
}

function deviceIn(cookie: string | undefined, now: Date): Device | null {
  const [nonce, until, ...people] = unsign("device", cookie)?.split("~") ?? [];
  if (!nonce || !(Number(until) > now.getTime())) return null;
  return { nonce, until: Number(until), people: people.map(Number) };
}

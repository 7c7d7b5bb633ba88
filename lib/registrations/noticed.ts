import { db } from "../db";
import { held, type Approver, type Target } from "./approvers";
import { listed, listedRequest, type ListedRequest } from "./listed-request";
import type { Noticed } from "./notices";
import { domainOf } from "./personal-domains";
import { isSameName } from "./same-name";

/** Looks at who is here and who waits, for whoever decides about this request. */
export async function noticed(
  { id, name, email, level }: ListedRequest,
  target: Target,
  approvers: readonly Approver[],
  now: Date,
): Promise<Noticed> {
  const here = await peopleHere(target, now);
  const waiting = await db.accessRequest.findMany({
    where: {
      decidedAt: null,
      id: { not: id },
      OR: [
        { registration: { email: { equals: email, mode: "insensitive" } } },
        { account: { email: { equals: email, mode: "insensitive" } } },
        ...(target.locationId ? [{ locationId: target.locationId }] : target.areaId ? [{ areaId: target.areaId }] : []),
      ],
    },
    select: listed,
    take: 200,
  });
  const others = waiting.map(listedRequest);
  const alike = (other: string) => isSameName(name, other);
  const isTheirs = (other: { email: string }) => other.email.toLowerCase() === email.toLowerCase();
  return {
    email,
    namesakes: [
      ...here
        .filter((person) => !isTheirs(person) && alike(person.fullName))
        .map((p) => namesake(p.fullName, p.email, false)),
      ...others.filter((other) => !isTheirs(other) && alike(other.name)).map((o) => namesake(o.name, o.email, true)),
    ],
    elsewhere: [...new Set(others.filter(isTheirs).map(({ place }) => place))],
    sameDomain: here.filter((person) => domainOf(person.email) === domainOf(email)).length,
    people: here.length,
    hasApprover: approvers.length > 0 || (target.locationId === null && target.areaId === null),
    wantsApprover: level === "approver",
  };
}

const namesake = (name: string, email: string, waiting: boolean) => ({ name, email, waiting });

const peopleHere = async ({ locationId, areaId }: Target, now: Date) => {
  const target = locationId !== null ? { locationId } : areaId !== null ? { areaId } : null;
  if (target === null) return [];
  const rows = await db.access.findMany({
    where: { ...held(now), ...target },
    select: { account: { select: { fullName: true, email: true } } },
    take: 500,
  });
  return rows.map(({ account }) => account);
};

import { db } from "@/lib/db";
import { accessHeld, type Approver, type RequestedPlace } from "./approvers";
import { listedRequestSelect, listedRequest, type ListedRequest } from "./listed-request";
import type { NoticedAboutRequest } from "./notices";
import { domainOf } from "@/lib/outbox/email-address";
import { isSameName } from "./same-name";

/**
 * Collects who has access here and who is waiting, for the person who decides this request. Accounts of other places
 * are named to support alone: `everywhere`.
 */
export async function noticedAbout(
  asked: ListedRequest,
  target: RequestedPlace,
  approvers: readonly Approver[],
  everywhere: boolean,
  now: Date,
): Promise<NoticedAboutRequest> {
  const { email, level } = asked;
  const here = await peopleHere(target, now);
  const others = await alsoWaiting(asked, target);
  const elsewhere = everywhere ? await accountsNamed(asked.name) : [];
  const isTheirs = (other: { email: string }) => other.email.toLowerCase() === email.toLowerCase();
  const alike = (people: Person[], where: Namesake["where"]) =>
    people
      .filter((person) => !isTheirs(person) && isSameName(asked.name, person.name))
      .map((person) => ({ name: person.name, email: person.email, where }));
  const isNotHere = (person: Person) => !here.some(({ email }) => email === person.email);
  return {
    email,
    namesakes: [
      ...alike(here, "here"),
      ...alike(others, "waiting"),
      ...alike(elsewhere.filter(isNotHere), "elsewhere"),
    ],
    elsewhere: [...new Set(others.filter(isTheirs).map(({ place }) => place))],
    sameDomain: here.filter((person) => domainOf(person.email) === domainOf(email)).length,
    people: here.length,
    hasApprover: approvers.length > 0 || (target.locationId === null && target.areaId === null),
    wantsApprover: level === "approver",
  };
}

type Person = { name: string; email: string };
type Namesake = NoticedAboutRequest["namesakes"][number];

/** Requests of the same address, and of anyone for the same place. */
async function alsoWaiting(
  { id, email }: ListedRequest,
  { locationId, areaId }: RequestedPlace,
): Promise<ListedRequest[]> {
  const rows = await db.accessRequest.findMany({
    where: {
      decidedAt: null,
      id: { not: id },
      OR: [
        { registration: { email: { equals: email, mode: "insensitive" } } },
        { account: { email: { equals: email, mode: "insensitive" } } },
        ...(locationId ? [{ locationId }] : areaId ? [{ areaId }] : []),
      ],
    },
    select: listedRequestSelect,
    take: 200,
  });
  return rows.map(listedRequest);
}

const person = { select: { fullName: true, email: true } } as const;
const named = ({ fullName, email }: { fullName: string; email: string }): Person => ({ name: fullName, email });

/** Who has access here: to the location itself, or to all locations of its provider. */
async function peopleHere({ locationId, areaId }: RequestedPlace, now: Date): Promise<Person[]> {
  if (locationId === null && areaId === null) return [];
  const some = { some: { id: locationId ?? 0 } };
  const runsIt = { provider: { OR: [{ locations: some }, { coLocations: some }] } };
  const target = areaId !== null ? { areaId } : { OR: [{ locationId }, runsIt] };
  const rows = await db.access.findMany({
    where: { AND: [accessHeld(now), target] },
    select: { account: person },
    take: 500,
  });
  return [...new Map(rows.map(({ account }) => [account.email, named(account)])).values()];
}

/** Living accounts with all the words of a name. */
async function accountsNamed(name: string): Promise<Person[]> {
  const words = name.split(/\s+/).filter((word) => word.length > 1);
  if (words.length === 0) return [];
  const rows = await db.account.findMany({
    where: { deactivatedAt: null, AND: words.map((word) => ({ fullName: { contains: word, mode: "insensitive" } })) },
    ...person,
    take: 20,
  });
  return rows.map(named);
}

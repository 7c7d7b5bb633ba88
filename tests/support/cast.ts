import type { AccountKind, LocationKind } from "@/lib/access/kinds";
import { asUser, type AccessLevel, type AreaKind, type Grant, type User } from "@/lib/access/user";
import { db, system, transact, type Transaction } from "@/lib/db";

/** When the cast's world begins: before every window that a test files in. */
export const longAgo = new Date("2024-01-01T09:00:00Z");

/** Mid-window in November 2026, which closes on the 16th. */
export const inWindow = new Date("2026-11-10T10:00:00Z");

interface Place {
  name: string;
  provider: string;
  council: string;
  types: LocationKind[];
  beds?: number;
  postcode?: string;
}

const places = {
  rosewood: {
    name: "Rosewood",
    provider: "Rosewood Care",
    council: "Oldham",
    types: ["care_home"],
    beds: 40,
    postcode: "OL1 1AA",
  },
  hawthorn: {
    name: "Hawthorn House",
    provider: "Rosewood Care",
    council: "Oldham",
    types: ["care_home", "home_care"],
    beds: 20,
    postcode: "OL2 2BB",
  },
  willowbank: {
    name: "Willowbank",
    provider: "Willow Homes",
    council: "Rochdale",
    types: ["care_home"],
    beds: 30,
    postcode: "OL16 1AB",
  },
  larch: {
    name: "Larch Home Care",
    provider: "Larch Care",
    council: "Barnsley",
    types: ["home_care"],
    postcode: "S70 1AA",
  },
  brightwell: {
    name: "Brightwell Hospice",
    provider: "Brightwell Trust",
    council: "Oldham",
    types: ["hospice"],
    beds: 12,
    postcode: "OL4 4DD",
  },
  infirmary: {
    name: "Moorside Infirmary",
    provider: "Moorside Hospitals Trust",
    council: "Oldham",
    types: ["nhs_acute"],
    postcode: "OL1 2JH",
  },
  surgery: {
    name: "Millgate Surgery",
    provider: "Millgate Surgery",
    council: "Oldham",
    types: ["gp"],
    postcode: "OL1 3AB",
  },
} satisfies Record<string, Place>;

export type PlaceName = keyof typeof places;

interface Part {
  name: string;
  kind: AccountKind;
  at?: PlaceName[];
  level?: AccessLevel;
  area?: { kind: AreaKind; name: string };
  provider?: string;
  generic?: true;
  findsCapacity?: true;
}

const people = {
  amina: { name: "Amina Yusuf", kind: "care_home", at: ["rosewood"] },
  ben: { name: "Ben Carter", kind: "care_home", at: ["rosewood", "hawthorn"], level: "approver" },
  carla: { name: "Carla Diaz", kind: "care_home", at: ["willowbank"], level: "approver" },
  dan: { name: "Dan Larch", kind: "home_care", at: ["larch"] },
  hope: { name: "Hope Adeyemi", kind: "hospice", at: ["brightwell"], findsCapacity: true },
  gwen: { name: "Gwen Practice", kind: "gp", at: ["surgery"] },
  harun: { name: "Harun Ward", kind: "nhs_acute", at: ["infirmary"] },
  sita: { name: "Sita Search", kind: "search_only" },
  olive: {
    name: "Olive Oldham",
    kind: "local_authority",
    area: { kind: "local_authority", name: "Oldham" },
    level: "approver",
  },
  rory: { name: "Rory Rochdale", kind: "local_authority", area: { kind: "local_authority", name: "Rochdale" } },
  iris: { name: "Iris Board", kind: "sub_icb", area: { kind: "sub_icb", name: "Oldham" } },
  leo: { name: "Leo Forum", kind: "lrf", area: { kind: "lrf", name: "Greater Manchester" } },
  nora: { name: "Nora Region", kind: "nhs_region", area: { kind: "nhs_region", name: "North West" } },
  nate: { name: "Nate National", kind: "national", area: { kind: "country", name: "England" } },
  petra: { name: "Petra Parent", kind: "parent", provider: "Rosewood Care" },
  agnes: { name: "Agnes Sums", kind: "aggregate_only", area: { kind: "country", name: "England" } },
  shared: { name: "Rosewood night desk", kind: "care_home", at: ["rosewood"], generic: true },
  otto: { name: "Otto Other", kind: "other" },
  sam: { name: "Sam Support", kind: "support" },
  sue: { name: "Sue Support", kind: "support" },
} satisfies Record<string, Part>;

export type PersonName = keyof typeof people;

export interface Cast {
  /** Everyone, signed in. */
  users: Record<PersonName, User>;
  /** Every place's id. */
  at: Record<PlaceName, number>;
}

/**
 * Puts the named world into an empty database: Rosewood and Hawthorn House (one provider) and a hospice, hospital and
 * surgery in Oldham, Willowbank in Rochdale, Larch in Barnsley, and someone of every kind.
 */
export async function cast(): Promise<Cast> {
  return transact(system("test"), "the cast", async (tx) => {
    const at = named(places, await putPlaces(tx, Object.values(places)));
    return { at, users: named(people, await putPeople(tx, people, at)) };
  });
}

const named = <Name extends string, Put>(names: Record<Name, unknown>, put: readonly Put[]): Record<Name, Put> =>
  Object.fromEntries(Object.keys(names).map((name, index) => [name, put[index]])) as Record<Name, Put>;

let registerIds = 0;

/** Puts places beside those that are there. Returns their ids, in order. */
async function putPlaces(tx: Transaction, given: readonly Place[]): Promise<number[]> {
  const providers = await putProviders(tx, [...new Set(given.map(({ provider }) => provider))]);
  const data = [];
  for (const place of given) {
    const council = await areaNamed(tx, { kind: "local_authority", name: place.council });
    data.push({
      register: "demo" as const,
      registerId: `L-${String(++registerIds).padStart(6, "0")}-${place.name}`,
      name: place.name,
      providerId: providers.get(place.provider) ?? 0,
      types: place.types,
      postcode: place.postcode ?? "OL1 1AA",
      addressLines: ["1 High Street"],
      town: place.council,
      localAuthorityId: council.id,
      subIcbId: council.subIcbId,
      careHome: place.types.includes("care_home"),
      beds: place.beds ?? 0,
      registeredOn: new Date("2020-01-01"),
    });
  }
  const put = await tx.location.createManyAndReturn({ data, select: { id: true } });
  return put.map(({ id }) => id);
}

async function putProviders(tx: Transaction, names: readonly string[]): Promise<Map<string, number>> {
  const data = names.map((name) => ({ register: "demo" as const, registerId: `P-${name}`, name }));
  await tx.provider.createMany({ data, skipDuplicates: true });
  const put = await tx.provider.findMany({ where: { name: { in: [...names] } }, select: { id: true, name: true } });
  return new Map(put.map(({ id, name }) => [name, id]));
}

export const putPlace = async (tx: Transaction, place: Place): Promise<number> =>
  (await putPlaces(tx, [place]))[0] ?? 0;

/** Puts people with what they may do at places, in areas and for providers that are there. Returns them signed in. */
async function putPeople(
  tx: Transaction,
  given: Readonly<Record<string, Part>>,
  at: Record<PlaceName, number>,
): Promise<User[]> {
  const parts = Object.entries(given);
  const accounts = await tx.account.createManyAndReturn({
    data: parts.map(([key, part]) => ({
      email: `${key}@cast.example`,
      fullName: part.name,
      telephone: "01632 960001",
      jobTitle: "Of the cast",
      kind: part.kind,
      generic: part.generic ?? false,
      findsCapacity: part.findsCapacity ?? false,
      createdAt: longAgo,
    })),
  });
  const users: User[] = [];
  const access = [];
  for (const [index, [key, part]] of parts.entries()) {
    const account = accounts[index];
    if (!account) throw new Error(`No account was made for ${key}.`);
    const grants = await grantsOf(tx, part, at);
    for (const { level, area, ...target } of grants)
      access.push({ accountId: account.id, level, grantedAt: longAgo, ...target, ...(area && { areaId: area.id }) });
    const { id, fullName: name, email, kind, generic, findsCapacity } = account;
    users.push(asUser({ id, name, email, kind, generic, findsCapacity, session: `session-${key}`, grants }));
  }
  await tx.access.createMany({ data: access });
  return users;
}

export async function putPerson(
  tx: Transaction,
  key: string,
  part: Part,
  at: Record<PlaceName, number>,
): Promise<User> {
  const [user] = await putPeople(tx, { [key]: part }, at);
  if (!user) throw new Error(`No account was made for ${key}.`);
  return user;
}

async function grantsOf(tx: Transaction, part: Part, at: Record<PlaceName, number>): Promise<Grant[]> {
  const level = part.level ?? "standard";
  const area = part.area && (await areaNamed(tx, part.area));
  const provider =
    part.provider === undefined ? null : await tx.provider.findFirstOrThrow({ where: { name: part.provider } });
  return [
    ...(part.at ?? []).map((place) => ({ level, locationId: at[place] })),
    ...(area ? [{ level, area: { id: area.id, kind: area.kind } }] : []),
    ...(provider ? [{ level, providerId: provider.id }] : []),
  ];
}

type NamedArea = Awaited<ReturnType<Transaction["area"]["findFirstOrThrow"]>>;
/** Areas stand in every database of a test and are not emptied: each is looked for once. */
const areas = new Map<string, NamedArea>();

async function areaNamed(tx: Transaction, { kind, name }: { kind: AreaKind; name: string }): Promise<NamedArea> {
  const key = `${kind} ${name}`;
  const starting = { mode: "insensitive", startsWith: name } as const;
  const found =
    areas.get(key) ??
    (await tx.area.findFirstOrThrow({ where: { kind, OR: [{ name: starting }, { placeName: starting }] } }));
  areas.set(key, found);
  return found;
}

/** How many rows of a table there are: for tests that say nothing was written. */
export const countOf = (table: "return" | "account" | "email" | "audit"): Promise<number> =>
  (db[table] as { count: () => Promise<number> }).count();

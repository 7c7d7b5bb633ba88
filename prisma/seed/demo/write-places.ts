import { db, type Transaction } from "@/lib/db";
import { certain } from "./certain";
import { diceFor } from "./dice";
import { registerFacts } from "./facts";
import type { Manager } from "./people";
import type { DemoLocation, DemoProvider } from "./world";

/** The id that a row was given. */
export type Ids<T> = (row: T) => number;

/** Takes as many new ids of a table as there are rows, in their order. */
export async function idsFor<T>(tx: Transaction, table: string, rows: readonly T[]): Promise<Ids<T>> {
  const ids = await tx.$queryRaw<{ id: number }[]>`
    select nextval(pg_get_serial_sequence(${`"${table}"`}, 'id'))::int as id from generate_series(1, ${rows.length}::int)`;
  const given = new Map(rows.map((row, index) => [row, ids[index]?.id]));
  return (row) => certain(given.get(row));
}

export const dateOf = (day: string): Date => new Date(day);
const dateOrNull = (day: string | null): Date | null => (day === null ? null : new Date(day));

export async function writeProviders(tx: Transaction, locations: readonly DemoLocation[]): Promise<Ids<DemoProvider>> {
  const providers = [...new Set(locations.map(({ provider }) => provider))];
  const ids = await idsFor(tx, "provider", providers);
  await tx.provider.createMany({
    data: providers.map((provider) => ({ id: ids(provider), ...providerRow(provider) })),
  });
  return ids;
}

export const providerRow = (provider: DemoProvider) => ({
  register: "demo" as const,
  registerId: provider.registerId,
  name: provider.name,
  brandId: provider.brand && `D-B-${provider.brand.slice(0, 3).toUpperCase()}`,
  brandName: provider.brand,
  ownership: provider.ownership,
  addressLines: provider.addressLines,
  postcode: provider.postcode,
  telephone: provider.telephone,
  website: `https://www.${provider.domain}`,
  registeredOn: dateOf(provider.registeredOn),
});

/** Puts the places into their councils and Sub ICBs, with their ratings. */
export async function writeLocations(
  tx: Transaction,
  locations: readonly DemoLocation[],
  providers: Ids<DemoProvider>,
): Promise<Ids<DemoLocation>> {
  const outcodes = new Map((await db.outcode.findMany()).map((row) => [row.outcode, row]));
  const councils = await db.area.findMany({ where: { kind: "local_authority" } });
  const ids = await idsFor(tx, "location", locations);
  await tx.location.createMany({
    data: locations.map((location) => {
      const council = councils.find(({ name }) => name.startsWith(location.council));
      const centre = outcodes.get(location.outcode) ?? council;
      return {
        id: ids(location),
        providerId: providers(location.provider),
        county: "Greater Manchester",
        latitude: rounded(centre?.latitude, location.offset[0]),
        longitude: rounded(centre?.longitude, location.offset[1]),
        localAuthorityId: council?.id ?? null,
        subIcbId: council?.subIcbId ?? null,
        ...locationRow(location),
        dualProviderId: location.dualProvider && providers(location.dualProvider),
      };
    }),
  });
  await tx.rating.createMany({ data: locations.flatMap((location) => ratingsOf(location, ids(location))) });
  return ids;
}

/** What a register says of a place, but for where it lies and who runs it. */
export const locationRow = (location: DemoLocation) => ({
  register: "demo" as const,
  registerId: location.registerId,
  name: location.name,
  types: location.types,
  addressLines: location.addressLines,
  town: location.town,
  postcode: location.postcode,
  placedBy: "register",
  telephone: location.telephone,
  website: `https://${location.email.split("@")[1]}`,
  careHome: location.types.includes("care_home"),
  beds: location.cqcBeds,
  ...registerFacts(location),
  overallRating: location.overallRating,
  ratedOn: dateOrNull(location.ratedOn),
  reportUri: location.overallRating && `https://reports.example/${location.registerId}`,
  registeredOn: dateOf(location.registeredOn),
  deregisteredOn: dateOrNull(location.deregisteredOn),
  dormant: location.dormantFrom !== null,
  dormantFrom: dateOrNull(location.dormantFrom),
  dualPrimaryId: location.dualPrimaryId,
});

export const rounded = (centre: number | null | undefined, offset: number) =>
  centre === null || centre === undefined ? null : Math.round((centre + offset) * 1e5) / 1e5;

const keyQuestions = ["Safe", "Effective", "Caring", "Responsive", "Well-led"];

/** Key questions are mostly as the whole; what is worse than good is so for being unsafe or badly led. */
export function ratingsOf({ registerId, overallRating, ratedOn }: DemoLocation, locationId: number) {
  if (overallRating === null || ratedOn === null) return [];
  const dice = diceFor(`ratings of ${registerId}`);
  const good = ["Good", "Outstanding"].includes(overallRating);
  const reportedOn = dateOf(ratedOn);
  const given = keyQuestions.map((domain) => {
    const weak = domain === "Safe" || domain === "Well-led";
    const rating = good ? (dice.happens(0.85) ? overallRating : "Good") : weak ? overallRating : "Good";
    return { locationId, domain, rating, reportedOn, current: true };
  });
  return [{ locationId, domain: "Overall", rating: overallRating, reportedOn, current: true }, ...given];
}

/** Each place's manager, who gets the reminders, and who to ring about a free place. */
export async function writeContacts(
  tx: Transaction,
  managers: readonly Manager[],
  locations: Ids<DemoLocation>,
): Promise<void> {
  await tx.contact.createMany({
    data: managers.flatMap((manager) => contactsOf(manager, locations(manager.location))),
  });
}

export const contactsOf = ({ location, fullName, email, telephone }: Manager, locationId: number) => [
  { locationId, role: "Manager", name: fullName, organisation: location.provider.name, telephone, email },
  { locationId, role: "Admissions", telephone: location.telephone, email: location.email, public: true },
];

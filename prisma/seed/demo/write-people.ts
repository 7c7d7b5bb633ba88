import { db, type Transaction } from "@/lib/db";
import { terms } from "@/lib/registrations/terms";
import { certain } from "./certain";
import { diceFor } from "./dice";
import type { Waiting } from "./waiting";
import { idsFor, type Ids } from "./write-places";
import type { DemoLocation, DemoPerson, DemoProvider } from "./world";

const day = 86_400_000;

interface Places {
  locations: Ids<DemoLocation>;
  providers: Ids<DemoProvider>;
}

/** Writes the accounts, all with one password, and what they were let in to. */
export async function writePeople(
  tx: Transaction,
  people: readonly DemoPerson[],
  places: Places,
  passwordHash: string,
  now: Date,
): Promise<Ids<DemoPerson>> {
  const ids = await idsFor(tx, "account", people);
  await tx.account.createMany({
    data: people.map((person) => ({
      id: ids(person),
      ...accountRow(person),
      passwordHash,
      passwordSetAt: passwordSetAt(person, now),
    })),
  });
  const areas = await areasOf(people);
  await tx.access.createMany({
    data: people.flatMap((person) =>
      targetsOf(person, places, areas).map((target) => ({
        ...target,
        accountId: ids(person),
        ...accessRow(person),
      })),
    ),
  });
  return ids;
}

export const accountRow = (person: DemoPerson) => ({
  email: person.email,
  fullName: person.fullName,
  telephone: person.telephone,
  jobTitle: person.jobTitle,
  kind: person.kind,
  generic: person.generic ?? false,
  findsCapacity: person.findsCapacity ?? false,
  communications: person.communications,
  termsVersion: terms.version,
  termsAgreedAt: person.createdAt,
  createdAt: person.createdAt,
  lastSignedInAt: person.lastSignedInAt,
  deactivatedAt: person.leftAt ?? null,
  deactivatedReason: person.leftAt ? "Left" : null,
});

export const accessRow = ({ level, createdAt, leftAt }: DemoPerson) => ({
  level,
  grantedAt: createdAt,
  endedAt: leftAt ?? null,
  endedReason: leftAt ? "Left" : null,
});

/** Less than a year ago for everyone, and lately for the demo's own. */
function passwordSetAt({ email, createdAt }: DemoPerson, now: Date): Date {
  const days = email.endsWith("@demo.example") ? 20 : diceFor(`password of ${email}`).whole(2, 340);
  return new Date(Math.max(createdAt.getTime(), now.getTime() - days * day));
}

interface Target {
  locationId?: number;
  providerId?: number;
  areaId?: number;
}

/** One for each place, provider or area; one of none where someone uses the service as such. */
function targetsOf(person: DemoPerson, { locations, providers }: Places, areas: ReadonlyMap<string, number>): Target[] {
  if (person.locations) return person.locations.map((location) => ({ locationId: locations(location) }));
  if (person.provider) return [{ providerId: providers(person.provider) }];
  if (person.area) return [{ areaId: certain(areas.get(`${person.area.kind} ${person.area.name}`)) }];
  return [{}];
}

async function areasOf(people: readonly DemoPerson[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const { area } of people) if (area) found.set(`${area.kind} ${area.name}`, await areaId(area.kind, area.name));
  return found;
}

async function areaId(kind: NonNullable<DemoPerson["area"]>["kind"], name: string): Promise<number> {
  const named = { OR: [{ name: { startsWith: name } }, { placeName: name }], validTo: null };
  return (await db.area.findFirstOrThrow({ where: { kind, ...named }, orderBy: { id: "asc" } })).id;
}

/** Registrations that no one has decided on yet. */
export async function writeWaiting(
  tx: Transaction,
  waiting: readonly Waiting[],
  locations: Ids<DemoLocation>,
): Promise<void> {
  const ids = await idsFor(tx, "registration", waiting);
  await tx.registration.createMany({
    data: waiting.map((one) => ({
      id: ids(one),
      reference: one.reference,
      email: one.email,
      fullName: one.fullName,
      telephone: one.telephone,
      jobTitle: one.jobTitle,
      kind: one.kind,
      organisation: one.organisation,
      why: one.why,
      communications: true,
      termsVersion: terms.version,
      completedAt: one.at,
    })),
  });
  for (const one of waiting)
    await tx.accessRequest.create({
      data: {
        registrationId: ids(one),
        locationId: one.location ? locations(one.location) : null,
        areaId: one.council ? await areaId("local_authority", one.council) : null,
        level: one.level,
        requestedAt: one.at,
      },
    });
}

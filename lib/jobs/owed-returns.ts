import { db, Prisma } from "@/lib/db";
import type { Day, Month } from "@/lib/london";
import { collections, collectionsFor, type Collection, type ProviderType } from "@/lib/questions/collections";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import { isDue } from "@/lib/windows/compliance";
import { firstDue, registration } from "@/lib/windows/registration";
import type { ReportingWindow } from "@/lib/windows/reporting-window";

/** A return of a month that nothing was filed for. */
export interface OwedReturn {
  locationId: number;
  location: string;
  collection: Collection;
  /** "Care home return". */
  label: string;
  window: ReportingWindow;
}

interface Filed {
  location: number;
  collection: Collection;
}

/**
 * The monthly returns of a month that are owed and for which nothing was filed, late or in time, by all locations:
 * what the reminders go by. Asks nobody who is asking.
 */
export async function owedReturns(month: Month, now: Date): Promise<OwedReturn[]> {
  const first = new Date(`${month}-01T00:00:00Z`);
  const [calendar, locations, filed] = await Promise.all([
    calendarNow(),
    db.location.findMany({
      where: { types: { hasSome: monthlyTypes }, OR: [{ deregisteredOn: null }, { deregisteredOn: { gt: first } }] },
      select: { id: true, name: true, types: true, registeredOn: true, deregisteredOn: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    db.$queryRaw<Filed[]>(Prisma.sql`
      select distinct location_id as location, collection::text from "return"
       where month = ${first}::date and submitted_at <= ${now}`),
  ]);
  const answered = new Set(filed.map(({ location, collection }) => `${location} ${collection}`));
  const since = firstDue();
  return locations.flatMap((location) => {
    const window = windowFor(calendar, month, now, location.id);
    const { registeredOn, deregisteredOn } = location;
    const days = { registeredOn: dayOfDate(registeredOn), deregisteredOn: dayOfDate(deregisteredOn) };
    if (!isDue(window, registration(days, calendar), since)) return [];
    return collectionsFor(location.types as ProviderType[], calendar.switched)
      .filter((collection) => collections[collection].often === "monthly")
      .filter((collection) => !answered.has(`${location.id} ${collection}`))
      .map((collection) => ({
        locationId: location.id,
        location: location.name,
        collection,
        label: collections[collection].label,
        window,
      }));
  });
}

const monthlyTypes = Object.values(collections)
  .filter(({ often }) => often === "monthly")
  .flatMap(({ providerTypes }) => [...providerTypes]);

const dayOfDate = (date: Date | null): Day | null => date?.toISOString().slice(0, 10) ?? null;

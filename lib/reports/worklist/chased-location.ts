import { countsNowSql } from "@/lib/access/grants";
import { filingKinds } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import { locationsSeenBy, locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import {
  locationWithAreas,
  readRegisteredLocation,
  type RegisteredLocation,
  type RegisteredLocationRow,
  registeredLocationSql,
} from "@/lib/locations/registered-location";
import type { Month } from "@/lib/london";
import { type MandatedCollection, mandatedCollections } from "@/lib/questions/collections";
import { calendarNow } from "@/lib/windows/calendar";
import { excuseKnownAt } from "@/lib/windows/excuses";
import { type MissedMonths, type StandingNow, standingsSql } from "@/lib/windows/standings";
import type { RecordedResult, WorklistReason } from "./reasons";
import { reasonsSql } from "./reasons-sql";
import { ofTeams, type Team, teamFor } from "./team";

/** Someone to ring or write to at a location. */
export interface Reachable {
  role: string;
  name: string | null;
  telephone: string | null;
  email: string | null;
}

/** A call, or a reminder that was sent, as it was recorded. */
export interface ContactRecorded {
  at: Date;
  by: string;
  result: RecordedResult | "reminded";
  note: string | null;
}

/** One location as those see it who ring it about its returns. */
export interface ChasedLocation {
  id: number;
  name: string;
  provider: string;
  telephone: string | null;
  postcode: string;
  reasons: WorklistReason[];
  waiting: MandatedCollection[];
  standings: { collection: MandatedCollection; standing: StandingNow }[];
  excused: Month[];
  contacts: Reachable[];
  people: Reachable[];
  recorded: ContactRecorded[];
  team: Team;
  assignedTo: { id: number; name: string } | null;
}

/** The location that someone may chase, or null: what they may not see is not found. */
export async function chasedPlace(user: User, locationId: number): Promise<RegisteredLocation | null> {
  const [row] = await db.$queryRaw<{ location: RegisteredLocationRow }[]>`
    select ${registeredLocationSql} as location from ${locationWithAreas}
     where l.id = ${locationId} and ${locationsVisibleToSql(user)}`;
  if (!row) return null;
  const location = readRegisteredLocation(row.location);
  return can(user, "chase a location", location.place) ? location : null;
}

type Read = Omit<ChasedLocation, "standings" | "recorded" | "team"> & {
  standings: Partial<Record<MandatedCollection, MissedMonths>> | null;
  recorded: (Omit<ContactRecorded, "at"> & { at: string })[];
};

/** Why a location is on the worklist, whom to ring there, and what was done so far; null is "not found". */
export async function chasedLocation(user: User, locationId: number, now: Date): Promise<ChasedLocation | null> {
  const place = await chasedPlace(user, locationId);
  const team = place && (await teamFor(user, locationId));
  if (!place || !team) return null;
  const calendar = await calendarNow();
  const [row] = await db.$queryRaw<Read[]>`
    with scope as materialized (select l.* from ${locationsSeenBy(user)} l where l.id = ${locationId})
    select l.id, l.name, p.name as provider, l.telephone, l.postcode,
           array(select distinct to_char(x.month, 'YYYY-MM') from excused_month x
                  where x.location_id = l.id and ${excuseKnownAt(now)} and x.month > ${now}::date - interval '13 months' order by 1) as excused,
           f.reasons, f.waiting, f.standings,
           ${contactsSql} as contacts, ${peopleSql(now)} as people, ${recordedSql} as recorded,
           (select json_build_object('id', a.id, 'name', a.full_name) from worklist_assignment w join account a on a.id = w.account_id
             where w.location_id = l.id and w.ended_at is null and ${ofTeams([team])} limit 1) as "assignedTo"
      from (${reasonsSql(calendar, now)}) f join scope l on l.id = f.location_id join provider p on p.id = l.provider_id`;
  if (!row) return null;
  return {
    ...row,
    team,
    standings: mandatedCollections.flatMap((collection) => {
      const missed = row.standings?.[collection];
      return missed ? [{ collection, standing: standingsSql(collection, calendar, now).read(missed) }] : [];
    }),
    recorded: row.recorded.map((one) => ({ ...one, at: new Date(one.at) })),
  };
}

const contactsSql = Prisma.sql`
  (select coalesce(json_agg(json_build_object('role', c.role, 'name', c.name, 'telephone', c.telephone, 'email', c.email)
            order by c.role <> 'Manager', c.role, c.id), '[]') from contact c where c.location_id = l.id and c.ended_at is null)`;

const peopleSql = (now: Date): Prisma.Sql => Prisma.sql`
  (select coalesce(json_agg(json_build_object('role', a.job_title, 'name', a.full_name, 'telephone', a.telephone, 'email', a.email)
            order by lower(a.full_name), a.id), '[]')
     from account a
    where a.deactivated_at is null and a.kind = any(${filingKinds}::account_kind[])
      and exists (select from access g where g.account_id = a.id and ${countsNowSql(now)}
                    and (g.location_id = l.id or g.provider_id in (l.provider_id, l.dual_provider_id))))`;

const recordedSql = Prisma.sql`
  (select coalesce(json_agg(json_build_object('at', k.at, 'by', coalesce(k.on_behalf_of, b.full_name), 'result', k.result, 'note', k.note)
            order by k.at desc, k.id desc), '[]')
     from (select * from contact_made where location_id = l.id order by at desc, id desc limit 50) k join account b on b.id = k.by_id)`;

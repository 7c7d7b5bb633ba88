import { isFilingKind } from "@/lib/access/kinds";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { formatCount } from "@/lib/format";
import { notClosedSql } from "@/lib/locations/not-closed";
import { locationEmailKinds, managerKind } from "@/lib/records/contact-kinds";
import type { Want } from "./want";

interface NewLocation {
  id: number;
  name: string;
  contacts: boolean;
  suits: boolean;
  practices: boolean;
  returned: boolean;
}

const day = 86_400_000;
/** How many days after its first return a location still counts as new. */
const daysNew = 60;
const mostNew = 3;

/**
 * The steps of setting up each new location, those already done ticked: its contacts, who it suits, its general
 * practices and its first return. Returns nothing once all are done, or two months after the first return.
 */
export async function settingUp(user: User, now: Date): Promise<Want[]> {
  if (!isFilingKind(user.kind)) return [];
  const since = new Date(now.getTime() - daysNew * day);
  const rows = await db.$queryRaw<NewLocation[]>`
    select * from (
      select l.id, l.name,
             exists (select from contact c where c.location_id = l.id and c.ended_at is null and c.role = ${managerKind} and c.email is not null)
               and exists (select from contact c where c.location_id = l.id and c.ended_at is null
                            and c.role = any(${locationEmailKinds}) and c.email is not null) as contacts,
             exists (select from suitability t where t.location_id = l.id) as suits,
             exists (select from linked_practice g where g.location_id = l.id and g.ended_at is null) as practices,
             exists (select from "return" r where r.location_id = l.id) as returned
        from location l
       where ${locationsVisibleToSql(user)} and ${notClosedSql(now)}
         and not exists (select from "return" r where r.location_id = l.id and r.submitted_at < ${since})) each
     where not (contacts and suits and practices and returned) order by name limit ${mostNew}`;
  return rows.map((row) => wantOf(row, rows.length === 1));
}

function wantOf({ id, name, contacts, suits, practices, returned }: NewLocation, only: boolean): Want {
  const record = `/providers/${id}`;
  const steps = [
    { label: "Add your manager and the location’s email address", href: `${record}#contacts`, done: contacts },
    { label: "Say who you care for, and your prices", href: `${record}#funding`, done: suits },
    { label: "Link the GP practices that look after people", href: `${record}/practices`, done: practices },
    { label: "File your first return", href: "/returns", done: returned },
  ];
  const left = steps.filter(({ done }) => !done);
  return {
    key: `set up ${id}`,
    title: `Set up ${only ? "your location" : name}: ${formatCount("step", steps.length)}`,
    href: left[0]?.href ?? record,
    says: left.length === steps.length ? "Begin with the first." : `${formatCount("step", left.length)} left.`,
    urgency: "any time",
    steps,
  };
}

import { countsNowSql } from "@/lib/access/grants";
import type { Transaction } from "@/lib/db";
import { accessEndsAfterClosing } from "@/lib/locations/closed";
import { dayOf, type Day } from "@/lib/london";
import { queueEmails, type Message } from "@/lib/outbox/queue-email";
import type { ImportedRegister } from "@/lib/registers/incoming/incoming";
import type { Tally } from "./tally";

/** Before anything is written: remembers which locations of a register are open. */
export const rememberOpen = (tx: Transaction, register: ImportedRegister) => tx.$executeRaw`
  create temp table open_before on commit drop as
  select id from location where register = ${register}::register and deregistered_on is null`;

interface Told {
  accountId: number;
  to: string;
  name: string;
  places: { name: string; on: Day }[];
}

/**
 * After everything is written: emails the users of each location that this import closed, and the users of its
 * provider, in the same transaction. Each person gets one email.
 */
export async function tellOfClosings(tx: Transaction, now: Date, tally: Tally): Promise<void> {
  const told = await tx.$queryRaw<Told[]>`
    select a.id as "accountId", a.email as "to", a.full_name as name,
           json_agg(json_build_object('name', l.name, 'on', l.deregistered_on) order by l.name, l.id) as places
      from open_before o join location l on l.id = o.id and l.deregistered_on is not null
      join account a on a.deactivated_at is null and exists (
        select from access g where g.account_id = a.id and ${countsNowSql(now)}
           and (g.location_id = l.id or g.provider_id in (l.provider_id, l.dual_provider_id)))
     group by a.id order by a.id`;
  for (let at = 0; at < told.length; at += atOnce)
    await queueEmails(
      tx,
      told.slice(at, at + atOnce).map((each) => message(each, dayOf(now))),
      now,
    );
  tally.notice("person emailed that their location closed", undefined, told.length);
}

const atOnce = 500;

function message({ accountId, to, name, places }: Told, today: Day): Message {
  const told = places.map(({ name: place, on }) => {
    const until = dayOf(accessEndsAfterClosing(new Date(on)));
    return { name: place, closedOn: on, ...(until > today && { until }) };
  });
  return { template: "location-closed", to, accountId, props: { name, places: told } };
}

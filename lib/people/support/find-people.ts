import { countsNowSql } from "@/lib/access/grants";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import type { AccountKind } from "@/lib/access/kinds";
import { db, Prisma } from "@/lib/db";
import { asSearched } from "@/lib/locations/search-queries";
import { textWith } from "@/lib/people/sought-words";
import { soughtDigits } from "@/lib/telephone";
import { withoutAccents } from "@/lib/without-accents";

/** Someone as a search of all accounts shows them. */
export interface FoundPerson {
  id: number;
  name: string;
  email: string;
  jobTitle: string;
  kind: AccountKind;
  generic: boolean;
  places: string | null;
  lastSignedInAt: Date | null;
  deactivatedAt: Date | null;
}

/**
 * Anyone with an account, closed ones too, by anything: name, address (also an earlier one), telephone number in any
 * spelling, job, the reference of their registration, the number of the account, or a place or organisation of theirs
 * by name or register id. Apostrophes and accents need not be typed.
 */
export async function findPeople(
  user: User,
  typed: string,
  now: Date,
  limit = 50,
): Promise<{ rows: FoundPerson[]; more: boolean }> {
  allow(user, "support people");
  const { digits, others } = soughtDigits(typed);
  const numbers =
    digits === null
      ? []
      : typed
          .trim()
          .split(/\s+/)
          .filter((word) => !others.includes(word));
  const words = withoutAccents(others.join(" ")).replace(/['’]/g, "").split(/\s+/).filter(Boolean).slice(0, 6);
  if (words.length === 0 && digits === null) return { rows: [], more: false };
  const rows = await db.$queryRaw<FoundPerson[]>`
    select a.id, a.full_name as name, a.email, a.job_title as "jobTitle", a.kind::text, a.generic,
           a.last_signed_in_at as "lastSignedInAt", a.deactivated_at as "deactivatedAt",
           (select string_agg(p.name, ', ') from (
              select coalesce(l.name, pr.name, ar.name, 'The service') as name from access g
                left join location l on l.id = g.location_id left join provider pr on pr.id = g.provider_id
                left join area ar on ar.id = g.area_id
               where g.account_id = a.id and ${countsNowSql(now)} order by 1 limit 3) p) as places
      from account a
     where ${Prisma.join([...words.map(matching), ...telephone(digits, numbers)], " and ")}
     order by a.deactivated_at is not null, lower(a.full_name), a.id limit ${limit + 1}`;
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

const place = asSearched(Prisma.sql`l.name`);
const company = asSearched(Prisma.sql`p.name`);

function matching(word: string): Prisma.Sql {
  const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  const number = /^\d{1,8}$/.test(word) ? Number(word) : 0;
  return Prisma.sql`(${textWith(Prisma.sql`(a.full_name || ' ' || a.email || ' ' || a.job_title)`, like)} or a.id = ${number}
    or a.id in (select c.account_id from email_change c where lower(c.email) like ${like})
    or a.id in (select r.account_id from registration r where r.account_id is not null
                 and (lower(r.reference) = ${word} or lower(r.email) like ${like} or lower(coalesce(r.organisation, '')) like ${like}))
    or a.id in (select g.account_id from access g join location l on l.id = g.location_id
                 where ${place} like ${like} or lower(l.register_id) = ${word})
    or a.id in (select g.account_id from access g join location l on l.id = g.location_id join provider p on p.id = l.provider_id
                 where ${company} like ${like} or lower(p.register_id) = ${word})
    or a.id in (select g.account_id from access g join provider p on p.id = g.provider_id where ${company} like ${like})
    or a.id in (select g.account_id from access g join area r on r.id = g.area_id where lower(r.name) like ${like} or lower(r.ons_code) = ${word}))`;
}

/**
 * "01632 960001", "+44 1632 960001" and "960001" find the same number. They may also be part of something else, such as
 * a location called "Ward 1203".
 */
function telephone(digits: string | null, numbers: readonly string[]): Prisma.Sql[] {
  if (digits === null) return [];
  const short = digits.length <= 8 ? Number(digits) : 0;
  return [
    Prisma.sql`(regexp_replace(a.telephone, '\\D', '', 'g') like ${`%${digits}%`} or a.id = ${short}
      or lower(a.full_name || ' ' || a.email) like ${`%${digits}%`}
      or (${Prisma.join(numbers.slice(0, 6).map(matching), " and ")}))`,
  ];
}

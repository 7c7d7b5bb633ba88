import { filesReturnsSql } from "@/lib/access/kinds-sql";
import { countsNowSql } from "@/lib/access/grants";
import { type AccountKind, isFilingKind } from "@/lib/access/kinds";
import { db, Prisma, type Transaction } from "@/lib/db";
import { bedLinkSecret } from "@/lib/outbox/mailed-secrets";
import { isAddress } from "@/lib/outbox/email-address";
import { hashSecret, randomToken } from "@/lib/tokens";

/** Someone of a home who is asked to confirm its beds, with the link that is theirs. */
export interface HomePerson {
  accountId: number;
  email: string;
  name: string;
  bedLinkId: number;
}

const days = 7;

/** Who may update the beds of a location with one press in a mail: known by name, and without a second factor. */
const mayPress = (locationId: Prisma.Sql, now: Date): Prisma.Sql => Prisma.sql`
  a.deactivated_at is null and not a.generic and a.totp_confirmed_at is null
  and ${filesReturnsSql}
  and exists (select from access g join location l on l.id = ${locationId}
               where g.account_id = a.id and ${countsNowSql(now)}
                 and (g.location_id = l.id or g.provider_id in (l.provider_id, l.dual_provider_id)))`;

/** The people of a home who may confirm its beds, each with a link of their own that lasts a week. */
export async function peopleToConfirm(tx: Transaction, locationId: number, now: Date): Promise<HomePerson[]> {
  const people = await tx.$queryRaw<Omit<HomePerson, "bedLinkId">[]>`
    select a.id as "accountId", a.email, a.full_name as name from account a
     where ${mayPress(Prisma.sql`${locationId}::int`, now)} order by a.id`;
  const expiresAt = new Date(now.getTime() + days * 24 * 3_600_000);
  const asked = people.filter(({ email }) => isAddress(email));
  const links = await tx.bedLink.createManyAndReturn({
    data: asked.map(({ accountId }) => {
      const nonce = randomToken();
      return { accountId, locationId, nonce, hash: hashSecret(bedLinkSecret(nonce)), issuedAt: now, expiresAt };
    }),
    select: { id: true, accountId: true },
  });
  const linkOf = new Map(links.map(({ id, accountId }) => [accountId, id]));
  return asked.map((person) => ({ ...person, bedLinkId: linkOf.get(person.accountId) ?? 0 }));
}

/** An emailed link that is live: whose it is and for which location. Looking changes nothing. */
export interface LiveBedLink {
  id: number;
  locationId: number;
  account: { id: number; name: string; kind: AccountKind; generic: boolean };
}

/** What an emailed link leads to; null if it is unknown, has expired, or its person may no longer press it. */
export async function bedLink(secret: string, now: Date): Promise<LiveBedLink | null> {
  const [row] = await db.$queryRaw<(Omit<LiveBedLink, "account"> & { account: LiveBedLink["account"] })[]>`
    select k.id, k.location_id as "locationId",
           json_build_object('id', a.id, 'name', a.full_name, 'kind', a.kind, 'generic', a.generic) as account
      from bed_link k join account a on a.id = k.account_id
     where k.hash = ${hashSecret(secret)} and k.expires_at > ${now} and ${mayPress(Prisma.sql`k.location_id`, now)}`;
  return row && isFilingKind(row.account.kind) ? row : null;
}

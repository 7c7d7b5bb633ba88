import { countsNowSql } from "@/lib/access/grants";
import { type AccountKind, isFilingKind } from "@/lib/access/kinds";
import { db, Prisma } from "@/lib/db";
import type { Month } from "@/lib/london";
import type { Collection } from "@/lib/questions/collections";
import { hashSecret } from "@/lib/tokens";
import { filingFactsWhere } from "./filing-facts";
import { formFrom, type ReturnForm } from "./return-form";

/** The state of an emailed link. "gone": it is unknown, has expired, or its person no longer files for the location. */
export type ReturnLink =
  | { state: "gone" }
  | { state: "used"; location: string; collection: Collection; month: Month; reference: string | null }
  | { state: "live"; id: number; account: LinkHolder; form: ReturnForm };

export interface LinkHolder {
  id: number;
  name: string;
  kind: AccountKind;
  generic: boolean;
}

/** The form that every press of one link sends: pressing twice files once. */
export const keyOfLink = (id: number): string => `return-link-${id}`;

/**
 * What an emailed link leads to: the last figures of its location, while its window is open and its person may still file
 * for it. Looking changes nothing, so a mail scanner may.
 */
export async function returnLink(secret: string, now: Date): Promise<ReturnLink> {
  const link = await db.returnLink.findUnique({
    where: { hash: hashSecret(secret) },
    include: { account: { select: { id: true, fullName: true, kind: true, generic: true } } },
  });
  if (!link || link.account.generic || !isFilingKind(link.account.kind)) return { state: "gone" };
  const { id, locationId, collection, account } = link;
  const month = link.month.toISOString().slice(0, 7);
  const facts = await filingFactsWhere(reachedBy(account.id, now), locationId, collection, keyOfLink(id));
  if (!facts) return { state: "gone" };
  if (link.usedAt || facts.filed)
    return {
      state: "used",
      location: facts.location.name,
      collection,
      month,
      reference: facts.filed?.reference ?? null,
    };
  const form = formFrom(facts, collection, now);
  if (form.closed || link.expiresAt <= now || form.window.month !== month || form.late) return { state: "gone" };
  const { fullName, kind, generic } = account;
  return { state: "live", id, account: { id: account.id, name: fullName, kind, generic }, form };
}

/** The locations that an account may file for now, as a condition on location `l`. */
const reachedBy = (accountId: number, now: Date): Prisma.Sql => Prisma.sql`exists (
  select from account a join access g on g.account_id = a.id
   where a.id = ${accountId} and a.deactivated_at is null and ${countsNowSql(now)}
     and (g.location_id = l.id or g.provider_id in (l.provider_id, l.dual_provider_id)))`;

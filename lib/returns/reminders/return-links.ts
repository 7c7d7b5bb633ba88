import { Prisma, type Transaction } from "@/lib/db";
import { unchangedSecret } from "@/lib/outbox/mailed-secrets";
import { env } from "@/lib/env";
import { hashSecret, randomToken } from "@/lib/tokens";
import type { DueForRecipient, ReminderRecipient } from "./reminder-recipients";

interface Asking {
  reader: ReminderRecipient;
  due: readonly DueForRecipient[];
}

/**
 * The one-press links of the people written to, by "account location collection": good for that person, location,
 * collection and window until it closes. Only for those who may press it, where there are figures to repeat, and where
 * UNCHANGED_BY_MAIL says so. A person's second reminder has the link of the first.
 */
export async function returnLinks(tx: Transaction, asking: readonly Asking[], now: Date): Promise<Map<string, number>> {
  if (!env().UNCHANGED_BY_MAIL) return new Map();
  const wanted = asking.flatMap(({ reader, due }) =>
    due.flatMap((one) =>
      reader.accountId !== null && one.oneEasyPress ? [{ ...one, accountId: reader.accountId }] : [],
    ),
  );
  const repeatable = await withFigures(tx, [...new Set(wanted.map(({ locationId }) => locationId))]);
  const able = wanted.filter(({ locationId, collection }) => repeatable.has(`${locationId} ${collection}`));
  if (able.length === 0) return new Map();
  const there = await tx.returnLink.findMany({
    where: {
      accountId: { in: [...new Set(able.map(({ accountId }) => accountId))] },
      month: { in: [...new Set(able.map(({ window }) => window.month))].map(monthDate) },
    },
    select: { id: true, accountId: true, locationId: true, collection: true, expiresAt: true },
  });
  const known = new Map(there.map((link) => [keyOf(link), link]));
  for (const closesAt of new Set(able.map(({ window }) => window.closesAt.getTime()))) {
    const expiresAt = new Date(closesAt);
    const ids = able
      .filter(({ window }) => window.closesAt.getTime() === closesAt)
      .flatMap((one) => known.get(keyOf(one))?.id ?? []);
    await tx.returnLink.updateMany({ where: { id: { in: ids }, expiresAt: { lt: expiresAt } }, data: { expiresAt } });
  }
  const made = await tx.returnLink.createManyAndReturn({
    data: able.filter((one) => !known.has(keyOf(one))).map((one) => newLink(one, now)),
    skipDuplicates: true,
    select: { id: true, accountId: true, locationId: true, collection: true },
  });
  return new Map([...there, ...made].map((link) => [keyOf(link), link.id]));
}

function newLink({ accountId, locationId, collection, window }: DueForRecipient & { accountId: number }, now: Date) {
  const nonce = randomToken();
  const [month, hash] = [monthDate(window.month), hashSecret(unchangedSecret(nonce))];
  return { accountId, locationId, collection, month, nonce, hash, issuedAt: now, expiresAt: window.closesAt };
}

const keyOf = (link: { accountId: number; locationId: number; collection: string }) =>
  `${link.accountId} ${link.locationId} ${link.collection}`;

const monthDate = (month: string) => new Date(`${month}-01T00:00:00Z`);

/** Which of these locations have figures in a collection that could be said to be unchanged: "location collection". */
async function withFigures(tx: Transaction, locations: number[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>(Prisma.sql`
    select distinct location_id || ' ' || collection as key from "return"
     where location_id = any(${locations}) and superseded_at is null and source <> 'nil'`);
  return new Set(rows.map(({ key }) => key));
}

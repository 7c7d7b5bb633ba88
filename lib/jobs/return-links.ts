import { Prisma, type Transaction } from "../db";
import { unchangedSecret } from "../email/mailed-secrets";
import { env } from "../env";
import { hashSecret, randomToken } from "../secret";
import type { DueForReader, Reader } from "./readers";

interface Asking {
  reader: Reader;
  due: readonly DueForReader[];
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
  const rows = wanted
    .filter(({ locationId, collection }) => repeatable.has(`${locationId} ${collection}`))
    .map(({ accountId, locationId, collection, window }) => {
      const nonce = randomToken();
      const [month, hash] = [monthDate(window.month), hashSecret(unchangedSecret(nonce))];
      return { accountId, locationId, collection, month, nonce, hash, issuedAt: now, expiresAt: window.closesAt };
    });
  if (rows.length === 0) return new Map();
  await tx.returnLink.createMany({ data: rows, skipDuplicates: true });
  const links = await tx.returnLink.findMany({
    where: { accountId: { in: rows.map(({ accountId }) => accountId) }, month: { in: rows.map(({ month }) => month) } },
  });
  const closes = new Map(rows.map((row) => [keyOf(row), row.expiresAt]));
  for (const link of links) {
    const expiresAt = closes.get(keyOf(link));
    if (expiresAt && link.expiresAt < expiresAt)
      await tx.returnLink.update({ where: { id: link.id }, data: { expiresAt } });
  }
  return new Map(links.map((link) => [keyOf(link), link.id]));
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

import { Prisma } from "@/lib/db";

/** How many months are looked at, the newest that has been settled last. */
export const monthsInView = 12;

/** So many missed in a row, up to the newest, are "at risk". */
export const riskInARow = 2;

/** The Business Services Authority's published trigger for a notice of intent: so many in a row, or so many in view. */
export const noticeInARow = 3;
export const noticeInView = 4;

/** The lowest so many bits: of missed months as bits, the newest settled ones. */
const newest = (count: number): number => (1 << count) - 1;

/** Of missed months as bits, those in view. */
export const bitsInView = newest(monthsInView);

const inARow = (missed: Prisma.Sql, count: number) =>
  Prisma.sql`${missed} & ${newest(count)}::int = ${newest(count)}::int`;

/** Conditions on a column of missed months as bits, the newest settled one lowest. */
export const atThresholdSql = (missed: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (${inARow(missed, noticeInARow)} or bit_count(int4send(${missed})) >= ${noticeInView})`;

export const atRiskOrWorseSql = (missed: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${inARow(missed, riskInARow)} or ${atThresholdSql(missed)})`;

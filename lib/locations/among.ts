import { Prisma } from "@/lib/db";

/** As many as the planner is told one by one; it weighs each, so of more it is told by bits. */
const mostOneByOne = 500;

/**
 * Is a column of ids one of these? A few are compared, so that an index can serve; of many, each row is looked up in a
 * string of bits, one for each id up to the highest.
 */
export function amongSql(column: Prisma.Sql, ids: readonly number[]): Prisma.Sql {
  if (ids.length <= mostOneByOne) return Prisma.sql`${column} = any(${[...ids]}::int[])`;
  const bits = Buffer.alloc(Math.floor(ids.reduce((most, id) => Math.max(most, id), 0) / 8) + 1);
  for (const id of ids) bits[id >> 3] = (bits[id >> 3] ?? 0) | (1 << (id & 7));
  return Prisma.sql`case when ${column} < ${bits.length * 8} then get_bit(${bits}::bytea, ${column}) = 1 else false end`;
}

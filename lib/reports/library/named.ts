import { Prisma } from "@/lib/db";

/** A column by its name, for a query. Throws for what is not the plain name of one: none comes from an address unchecked. */
export function named(column: string): Prisma.Sql {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(column)) throw new RangeError("Not the name of a column.");
  return new Prisma.Sql([`"${column}"`], []);
}

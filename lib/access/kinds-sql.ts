import { Prisma } from "@/lib/db";
import type * as Stored from "@/prisma/client/enums";
import { type AccountKind, type LocationKind, filingKinds, locationKinds } from "./kinds";

/** The names that only one of the two has; `never` if the table and the database's type have the same names. */
type OnlyInOne<A, B> = Exclude<A, B> | Exclude<B, A>;
type Agree<Difference> = [Difference] extends [never] ? true : Difference;

/** Does not compile if the database and the table have different kinds. The compiler's error names them. */
export const everyKindIsInTheDatabase: {
  account_kind: Agree<OnlyInOne<AccountKind, Stored.AccountKind>>;
  location_type: Agree<OnlyInOne<LocationKind, Stored.LocationType>>;
} = { account_kind: true, location_type: true };

/** An account, called `a`, of a kind that files returns. */
export const filesReturnsSql = Prisma.sql`a.kind = any(${[...filingKinds]}::account_kind[])`;

/** An account, called `a`, of a kind that is given locations as its own, and so answers for them. */
export const answersForLocationsSql = Prisma.sql`a.kind = any(${[...locationKinds]}::account_kind[])`;

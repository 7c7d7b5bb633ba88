import { Prisma } from "@/lib/db";
import type * as Stored from "@/prisma/client/enums";
import { type AccountKind, type LocationKind, filingKinds } from "./kinds";

/** Names that only one of the two has; `never` where the table and the database's type hold the same. */
type OnlyInOne<A, B> = Exclude<A, B> | Exclude<B, A>;
type Agree<Difference> = [Difference] extends [never] ? true : Difference;

/** Does not compile while the database knows other kinds than the table: the type names them. */
export const everyKindIsInTheDatabase: {
  account_kind: Agree<OnlyInOne<AccountKind, Stored.AccountKind>>;
  location_type: Agree<OnlyInOne<LocationKind, Stored.LocationType>>;
} = { account_kind: true, location_type: true };

/** An account, called `a`, of a kind that files returns. */
export const filesReturnsSql = Prisma.sql`a.kind = any(${[...filingKinds]}::account_kind[])`;

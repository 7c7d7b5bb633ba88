import { countsNowSql } from "@/lib/access/grants";
import type { AccountKind } from "@/lib/access/kinds";
import { db, Prisma, type Reader } from "@/lib/db";

/** An account as sign-in sees it: what it is, and what the person must still do before they are signed in. */
export interface AccountState {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly generic: boolean;
  /** Approves others somewhere, today. */
  readonly approver: boolean;
  readonly passwordHash: string | null;
  /** When they chose their password; null while all they have is a one-use password. */
  readonly passwordSetAt: Date | null;
  readonly credentialsIssuedAt: Date | null;
  /** Since when a second factor is asked of them. */
  readonly totpConfirmedAt: Date | null;
  readonly deactivatedAt: Date | null;
}

/** The account of an address, however it is typed. Only for signing in: it does not ask who is asking. */
export const accountStateByEmail = (email: string, now: Date): Promise<AccountState | null> =>
  one(db, Prisma.sql`lower(a.email) = ${email.toLowerCase()}`, now);

/** The state of an account, if need be as the caller's transaction sees it. */
export const accountStateOf = (accountId: number, now: Date, from: Asking = db): Promise<AccountState | null> =>
  one(from, Prisma.sql`a.id = ${accountId}`, now);

type Asking = Pick<Reader, "$queryRaw">;

async function one(from: Asking, where: Prisma.Sql, now: Date): Promise<AccountState | null> {
  const [row] = await from.$queryRaw<AccountState[]>`
    select a.id, a.email, a.full_name as name, a.kind::text, a.generic, a.password_hash as "passwordHash",
           a.password_set_at as "passwordSetAt", a.credentials_issued_at as "credentialsIssuedAt",
           a.totp_confirmed_at as "totpConfirmedAt", a.deactivated_at as "deactivatedAt",
           exists (select from access g where g.account_id = a.id and g.level = 'approver' and ${countsNowSql(now)}) as approver
      from account a where ${where}`;
  return row ?? null;
}

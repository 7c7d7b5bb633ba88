import { db } from "../db";

const hour = 60 * 60_000;
const mostAddresses = 30;
const mostFailures = 100;

/**
 * Has one place failed to sign in too often within the hour: to more than 30 accounts, or more than 100 times?
 * Whole hospitals and councils share an address, so only failures count, never those who get in.
 */
export async function failsTooOften(address: string | null, now: Date): Promise<boolean> {
  const [row] = await db.$queryRaw<{ addresses: bigint; failures: bigint }[]>`
    select count(distinct email_key) as addresses, count(*) as failures from sign_in_event
     where at > ${new Date(now.getTime() - hour)} and address = ${address} and result <> 'signed in'`;
  return Number(row?.addresses ?? 0) > mostAddresses || Number(row?.failures ?? 0) > mostFailures;
}

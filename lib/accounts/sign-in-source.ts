import { db } from "@/lib/db";
import { networkOf } from "./ip-address";

const minute = 60_000;
const mostAddresses = { shown: 10, hour: 30 };
const mostFailures = 100;

/** What a place that fails to sign in must do: nothing more, show that a browser worked for it, or wait. */
export type Source = "open" | "prove" | "shut";

/**
 * How often sign-ins from one place failed: to more than ten accounts within ten minutes asks for proof of work; to more
 * than thirty, or more than a hundred times, within the hour shuts it. Whole hospitals and councils share an address,
 * so only failures count, never those who get in.
 */
export async function sourceOf(address: string | null, now: Date): Promise<Source> {
  const network = networkOf(address);
  const lately = new Date(now.getTime() - 10 * minute);
  const [row] = await db.$queryRaw<{ addresses: bigint; lately: bigint; failures: bigint }[]>`
    select count(distinct email_key) as addresses, count(distinct email_key) filter (where at > ${lately}) as lately,
           count(*) as failures
      from sign_in_event
     where at > ${new Date(now.getTime() - 60 * minute)} and coalesce(network, address) = ${network} and result <> 'signed in'`;
  if (!row) return "open";
  if (row.addresses > mostAddresses.hour || row.failures > mostFailures) return "shut";
  return row.lately > mostAddresses.shown ? "prove" : "open";
}

import { db } from "@/lib/db";
import { networkOf } from "./ip-address";

const minute = 60_000;
/** Above these a place must prove work: accounts tried within ten minutes, and failures within the hour. */
const most = { addresses: 10, failures: 25 };
/** How many may fail in an hour with proof of work before the place must wait. */
const mostWorked = 300;

/** Added to the recorded result of a try that came with proof of work. */
export const afterWork = " after work";

/** What a place that fails to sign in must do: nothing more, show that a browser worked for it, or wait. */
export type Source = "open" | "prove" | "shut";

/**
 * How often sign-ins from one place failed: to more than ten accounts within ten minutes, or more than 25 times within
 * the hour, asks for proof of work. Only what goes on failing after that shuts it. Whole hospitals and councils share
 * an address, so no one who gets in counts, nor a try that a lock had refused already.
 */
export async function sourceOf(address: string | null, now: Date): Promise<Source> {
  const network = networkOf(address);
  const lately = new Date(now.getTime() - 10 * minute);
  const [row] = await db.$queryRaw<{ lately: bigint; failures: bigint; worked: bigint }[]>`
    select count(distinct email_key) filter (where at > ${lately}) as lately, count(*) as failures,
           count(*) filter (where result like ${`%${afterWork}`}) as worked
      from sign_in_event
     where at > ${new Date(now.getTime() - 60 * minute)} and coalesce(network, address) = ${network}
       and result <> 'signed in' and result not like 'refused: locked%'`;
  if (!row) return "open";
  if (row.worked > mostWorked) return "shut";
  return row.lately > most.addresses || row.failures > most.failures ? "prove" : "open";
}

import { now } from "@/lib/clock";
import { callerAddress } from "./caller-address";

/** What a request brings beside its form. */
export interface RequestFacts {
  now: Date;
  /** The internet address it came from, according to trusted proxies. */
  address: string | null;
  browser: string | null;
  /** Files that the form sends, by the name of their field. None if nothing was chosen. */
  files?: ReadonlyMap<string, File>;
  /** The password, where the form asked for it again. */
  proof?: string | undefined;
}

/** What a request brings beside its form, for actions and routes alike. */
export const requestFactsOf = (head: Headers): RequestFacts => ({
  now: now(),
  address: callerAddress(head.get("x-forwarded-for")),
  browser: head.get("user-agent"),
});

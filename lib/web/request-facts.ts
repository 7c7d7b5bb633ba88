import { now } from "@/lib/clock";
import { callerAddress } from "./caller-address";

/** What we know about a request, beside its form. */
export interface RequestFacts {
  now: Date;
  /** The caller's internet address, according to trusted proxies. */
  address: string | null;
  browser: string | null;
  /** The files sent with the form, by the name of their field. Empty if none was chosen. */
  files?: ReadonlyMap<string, File>;
  /** The password, if the form asked for it again. */
  proof?: string | undefined;
}

/** What a request brings beside its form, for actions and routes alike. */
export const requestFactsOf = (head: Headers): RequestFacts => ({
  now: now(),
  address: callerAddress(head.get("x-forwarded-for")),
  browser: head.get("user-agent"),
});

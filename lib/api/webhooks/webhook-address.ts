import { env } from "@/lib/env";
import { isThisMachine, namesPrivateNumber } from "./public-address";

const longest = 500;
/** Names that only one building or machine knows. */
const inside = /(?:^|\.)(?:localhost|local|localdomain|internal|lan|home|corp|intranet)\.?$/i;

/** Only a demo, which knows no one's secrets, sends to the machine it runs on, and without TLS. */
export const isDemosOwn = (url: URL): boolean =>
  url.protocol === "http:" && isThisMachine(url) && env().SERVICE_MODE === "demo";

/** What is wrong with the address of a webhook, for the person who typed it; null if nothing is. */
export function problemWithWebhookAddress(typed: string): string | null {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (typed === "" || !url) return "Enter the full address, such as https://records.example/webhooks";
  if (typed.length > longest) return `Enter an address of ${longest} characters or fewer`;
  if (isDemosOwn(url)) return null;
  if (url.protocol !== "https:") return "Enter an address that begins with https://";
  if (url.username !== "" || url.password !== "") return "Enter an address without a name and password before the @";
  if (url.hash !== "") return "Enter an address without a # in it";
  if (namesPrivateNumber(url) || inside.test(url.hostname) || !/[.:]/.test(url.hostname))
    return "Enter an address that can be reached from outside your organisation";
  return null;
}

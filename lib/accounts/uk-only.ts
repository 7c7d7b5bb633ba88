import type { Env } from "@/lib/env";
import { isInRange, isPrivate } from "./ip-address";
import { isInUk } from "./uk-addresses";

export interface UkDecision {
  /** May the request go on? */
  allowed: boolean;
  /** Did it come from elsewhere, to be logged where the setting reports? */
  abroad: boolean;
}

type Settings = Pick<Env, "UK_ONLY" | "COUNTRY_HEADER" | "TRUSTED_PROXIES" | "UK_ONLY_ALSO">;

/**
 * Does a request come from the United Kingdom, and if not, may it go on? UK_ONLY is off, reports, or enforces. A
 * network's country header counts only behind proxies that are trusted; else the table decides. Private networks and
 * the ranges of UK_ONLY_ALSO are let in; an address that no one knows is not.
 */
export function ukDecision(
  request: { address: string | null; header: (name: string) => string | null },
  settings: Settings,
): UkDecision {
  if (settings.UK_ONLY === "off") return { allowed: true, abroad: false };
  const abroad = !isFromUk(request, settings);
  return { allowed: !abroad || settings.UK_ONLY === "report", abroad };
}

function isFromUk(
  { address, header }: { address: string | null; header: (name: string) => string | null },
  { COUNTRY_HEADER, TRUSTED_PROXIES, UK_ONLY_ALSO }: Settings,
): boolean {
  const also = UK_ONLY_ALSO.split(",").filter((range) => range.trim() !== "");
  if (address !== null && (isPrivate(address) || also.some((range) => isInRange(address, range)))) return true;
  const country = COUNTRY_HEADER && TRUSTED_PROXIES > 0 ? header(COUNTRY_HEADER) : null;
  if (country) return country.trim().toUpperCase() === "GB";
  return address !== null && isInUk(address);
}

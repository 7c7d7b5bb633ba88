import { keyScopes } from "@/lib/api/key-scopes";
import type { KeySeen } from "@/lib/api/keys";
import { formatCount, formatList } from "@/lib/format";

const named = 3;

/** What a key may do, in words. */
export const keyMay = ({ scopes }: Pick<KeySeen, "scopes">): string =>
  scopes.map((scope) => keyScopes[scope].toLowerCase()).join("; ");

/** Where a key works: a few locations by name, and how many more there are. */
export function keyWhere({ locations, whole }: Pick<KeySeen, "locations" | "whole">): string {
  const more = locations.length - named;
  if (whole) return "All locations they approve for";
  if (locations.length === 0) return "Their area or organisation";
  return more <= 1
    ? formatList(locations)
    : formatList([...locations.slice(0, named), formatCount("more location", more)]);
}

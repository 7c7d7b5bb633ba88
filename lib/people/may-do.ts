import { choosesLocations, isOverseerKind, isProviderKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";

/** What somebody may do here, a sentence each: the policy in the words of their own page. */
export const mayDo = (user: User): string[] =>
  [
    seeing(user),
    can(user, "find capacity") && "You look for free places.",
    user.kind !== "support" &&
      can(user, "manage people") &&
      "Where you are Approver, you decide who else may have access, and take leavers out.",
    user.generic &&
      "Several people share this account, so it decides about nobody. Each sign-in asks who is using it, and that name stands beside what is done.",
  ].filter((sentence) => typeof sentence === "string");

function seeing({ kind }: User): string | false {
  if (kind === "support") return "You see every location and every account, and look after them.";
  if (kind === "aggregate_only") return "You see sums only, such as those of England. No single location is shown.";
  if (kind === "parent")
    return "You see the locations of your organisation, what they file, and reports. You file nothing for them.";
  if (isOverseerKind(kind))
    return "You see the locations of your area, what they file, and reports. You file nothing for them.";
  if (isProviderKind(kind)) return "You file returns and update beds for your locations, and see what was filed there.";
  return choosesLocations(kind) || kind === "other" ? "You see your locations. You file nothing for them." : false;
}

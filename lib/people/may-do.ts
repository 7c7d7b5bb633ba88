import { isFilingKind, isGivenLocations, isOverseerKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";

/** What someone may do here, a sentence each: the policy in the words of their own page. */
export const mayDo = (user: User): string[] =>
  [
    seeing(user),
    can(user, "find capacity") && "You can search for free beds.",
    user.kind !== "support" &&
      can(user, "manage people") &&
      "Where you are an approver, you can decide who else has access and remove leavers.",
    user.generic &&
      "Several people share this account, so it cannot approve anyone. Each time you sign in, we ask who is using it and record that name.",
  ].filter((sentence) => typeof sentence === "string");

function seeing({ kind }: User): string | false {
  if (kind === "support") return "You can see and manage every location and every account.";
  if (kind === "aggregate_only")
    return "You can see totals only, such as totals for England. You cannot see individual locations.";
  if (kind === "parent")
    return "You can see your organisation’s locations, what they file, and reports. You cannot file for them.";
  if (isOverseerKind(kind))
    return "You can see the locations in your area, what they file, and reports. You cannot file for them.";
  if (isFilingKind(kind))
    return "You can file returns and update beds for your locations, and see what has been filed.";
  return isGivenLocations(kind) ? "You can see your locations. You cannot file for them." : false;
}

import { isFinderKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import type { Want } from "./want";

/** Searching for free places, and what someone has set aside for it. */
export function findingWants(user: User, kept: { searches: number; shortlisted: number }): Want[] {
  if (!can(user, "find capacity")) return [];
  const mainly = isFinderKind(user.kind) && user.kind !== "support";
  const own: (Want & { figure: number })[] = [
    {
      key: "searches",
      title: "Saved searches",
      href: "/find/searches",
      says:
        kept.searches === 0
          ? "Save a search, and we will email you when something new matches."
          : "We email you when something new matches.",
      figure: kept.searches,
      urgency: "any time",
    },
    {
      key: "shortlist",
      title: "Shortlist",
      href: "/find/shortlist",
      says:
        kept.shortlisted === 0
          ? "Set places aside while you search, to compare them and to share the list with a family."
          : "The places you have set aside, to compare and to share with a family.",
      figure: kept.shortlisted,
      urgency: "any time",
    },
  ];
  return [
    {
      key: "find",
      title: "Find a bed or home care",
      href: "/find",
      says: "Free places near a postcode, in a town or in a council’s area, and who to ring.",
      urgency: "any time",
    },
    ...own.filter(({ figure }) => mainly || figure > 0),
  ];
}

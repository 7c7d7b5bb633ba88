import { isOverseerKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { areaHref, totalsHref } from "@/lib/organisations/area-address";
import type { SeenArea } from "@/lib/reports/queries";
import type { Want } from "./want";

const mostAreas = 6;

/** Who to call, for those who oversee locations; `waiting` is how many have not filed, where that was counted. */
export const chasingWants = (user: User, waiting: number | null): Want[] =>
  user.kind === "support" || !can(user, "chase locations")
    ? []
    : [
        {
          key: "worklist",
          title: "Locations to contact",
          href: "/areas/worklist",
          says:
            waiting === null
              ? "Locations that have not filed, are at risk, or have no one who can file for them, and who to call."
              : `of your locations ${waiting === 1 ? "has" : "have"} not filed for this window. See who to call, and who is at risk.`,
          ...(waiting !== null && { figure: waiting }),
          urgency: waiting ? "now" : "any time",
        },
      ];

/** The areas whose totals someone can see, if they see totals only. */
export const totalsWants = (user: User, areas: readonly SeenArea[]): Want[] =>
  user.kind === "aggregate_only"
    ? areas.slice(0, mostAreas).map((area) => ({
        key: `totals ${area.code}`,
        title: area.name,
        href: totalsHref(area),
        says: "How many services have filed, how full they are and how they are staffed, in each closed window.",
        urgency: "any time",
      }))
    : [];

/** The areas that someone oversees. */
export const areaWants = (user: User, areas: readonly SeenArea[]): Want[] =>
  isOverseerKind(user.kind)
    ? areas.slice(0, mostAreas).map((area) => ({
        key: `area ${area.code}`,
        title: area.name,
        href: areaHref(area),
        says: "See who has filed this month, how full services are, and when each location last updated.",
        urgency: "any time",
      }))
    : [];

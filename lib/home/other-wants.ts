import { isFilingKind, isFinderKind, isGivenLocations, isOverseerKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";
import { areaHref, totalsHref } from "@/lib/organisations/area-address";
import type { News } from "@/lib/news/queries";
import type { SeenArea } from "@/lib/reports/queries";
import type { Want } from "./want";

const mostAreas = 6;

/** People who wait for this person's decision. */
export function peopleWants(user: User, waiting: number): Want[] {
  if (!can(user, "decide requests")) return [];
  const usual = formatCount("hour", env().REGISTRATION_WAITING_HOURS);
  return [
    {
      key: "people",
      title: "People awaiting approval",
      href: user.kind === "support" ? "/admin/registrations?whose=ours" : "/accounts/requests",
      says:
        waiting === 0
          ? "No one is waiting."
          : `Decide whether they should have access. We told them that this normally takes ${usual}.`,
      figure: waiting,
      urgency: waiting > 0 ? "now" : "done",
    },
  ];
}

/** Updating several locations at once, for those who file for more than one. */
export const workbookWants = (user: User, locations: number): Want[] =>
  can(user, "send a workbook") && locations > 1
    ? [
        {
          key: "workbook",
          title: "Bulk update",
          href: "/uploads",
          says: "Update all your locations in one Excel workbook, and see what each row does before it is filed.",
          urgency: "any time",
        },
      ]
    : [];

/** Seeing a home or service beside similar ones, for those who file for one. */
export const comparingWants = (user: User, locations: number): Want[] =>
  isFilingKind(user.kind) && locations > 0
    ? [
        {
          key: "compare",
          title: "How you compare",
          href: "/reports/compare",
          says: "Your occupancy, staff and prices beside those of similar services nearby.",
          urgency: "any time",
        },
      ]
    : [];

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

/** The areas whose totals someone sees who sees sums only. */
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

/** What someone can see of locations that they were given and do not file for. */
export const givenWants = (user: User): Want[] =>
  isGivenLocations(user.kind) && !isFilingKind(user.kind) && user.grants.length > 0
    ? [
        {
          key: "access",
          title: "My access",
          href: "/accounts/access",
          says: "The locations you have access to, and how to ask for more.",
          urgency: "any time",
        },
      ]
    : [];

/** What support tells people: how much of it is new to them, and the newest piece. */
export const newsWants = (news: readonly News[]): Want[] => {
  const unread = news.filter((each) => each.unread);
  const [newest] = unread;
  return [
    {
      key: "news",
      title: "News",
      href: "/news",
      says: newest ? newest.title : "What is new in the service, and bulletins from our support team.",
      ...(newest && { figure: unread.length }),
      urgency: "any time",
    },
  ];
};

/** The reports that someone may run. */
export const reportsWants = (user: User): Want[] =>
  can(user, "see reports")
    ? [
        {
          key: "reports",
          title: "Reports",
          href: "/reports",
          says: "Who has filed, occupancy, staffing and more, as tables, charts and files.",
          urgency: "any time",
        },
      ]
    : [];

/** The records of the locations that someone sees. */
export const recordWants = (user: User): Want[] =>
  can(user, "see provider records")
    ? [
        {
          key: "providers",
          title: "Providers",
          href: "/providers",
          says: "The record of each of your locations: contacts, notes, funding and prices, care quality.",
          urgency: "any time",
        },
      ]
    : [];

/** What everyone has. */
export const everyonesWants = (user: User): Want[] => [
  ...(user.kind === "support"
    ? [
        {
          key: "admin",
          title: "Admin",
          href: "/admin",
          says: "People, registrations, windows and seasons, imports, mail and scheduled work.",
          urgency: "any time" as const,
        },
      ]
    : []),
  {
    key: "account",
    title: "My account",
    href: "/accounts",
    says: "Your details, access, password and where you are signed in.",
    urgency: "any time",
  },
  {
    key: "windows",
    title: "Reporting windows",
    href: "/windows",
    says: "When each window opens and closes, and why. Add the dates to your own calendar.",
    urgency: "any time",
  },
  {
    key: "help",
    title: "Help",
    href: "/help",
    says: "Answers to common questions, and who to contact.",
    urgency: "any time",
  },
];

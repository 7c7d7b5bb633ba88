import { isFilingKind, isGivenLocations } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";
import type { News } from "@/lib/news/queries";
import type { Want } from "./want";

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
          says: "People, registrations, windows and seasons, imports, emails and scheduled work.",
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

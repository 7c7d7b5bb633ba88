import type { NavigationLink } from "@/components/ui";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { formatNumber } from "@/lib/format";

/** The parts of the service that this person has, in the order the guides show them; news they have not read has a dot. */
export function navigationFor(user: User, unreadNews = 0): NavigationLink[] {
  return [
    { label: "Home", href: "/home", also: ["/returns", "/beds", "/surveys"] },
    ...(can(user, "find capacity") ? [{ label: "Find", href: "/find" }] : []),
    ...(can(user, "see provider records") ? [{ label: "Providers", href: "/providers" }] : []),
    { label: "Accounts", href: "/accounts" },
    ...(can(user, "see reports") ? [{ label: "Reports", href: "/reports", also: ["/areas"] }] : []),
    ...(user.kind === "support" ? [{ label: "Admin", href: "/admin" }] : []),
    { label: "News", href: "/news", ...(unreadNews > 0 && { unread: `${formatNumber(unreadNews)} unread` }) },
    { label: "Help", href: "/help" },
  ];
}

/** The links at the foot of every page. */
export const footerLinks = [
  { label: "Help", href: "/help" },
  { label: "Reporting windows", href: "/windows" },
  { label: "Check a receipt", href: "/receipts/check" },
  { label: "Terms of use", href: "/terms" },
  { label: "Privacy", href: "/privacy" },
  { label: "Cookies", href: "/cookies" },
  { label: "Accessibility statement", href: "/accessibility" },
];

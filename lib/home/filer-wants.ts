import { isFilingKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import type { Want } from "./want";

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

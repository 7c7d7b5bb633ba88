import { formatDateTime, formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";
import type { Problem } from "@/lib/outcome";
import { lastMinute, type ReportingWindow } from "@/lib/windows/reporting-window";
import type { Filing } from "./filing";

/** The state of a window, which a form carries to say when it was opened. */
export const windowToken = (month: Month, late: boolean): string => `${month} ${late ? "late" : "open"}`;

/** If a form was left open while its window closed or the next one opened, asks before filing. */
export function movedSince({ shown }: Filing, window: ReportingWindow, late: boolean): Problem[] {
  if (shown === undefined || shown === windowToken(window.month, late)) return [];
  const message = shown.startsWith(window.month)
    ? late
      ? `The window closed at ${formatDateTime(lastMinute(window))}, while you had this form open. What you send now will be kept as a late update and will not count`
      : `The ${formatMonth(window.month)} window has been extended, so what you send now counts`
    : `The ${formatMonth(window.month)} window has opened since you opened this form. What you send now is for ${formatMonth(window.month)}`;
  const tick = late ? "Send it as a late update" : `Send it for ${formatMonth(window.month)}`;
  return [
    {
      message,
      warning: true,
      code: "window.moved",
      tick,
      link: { href: "/windows", label: "See when windows open and close" },
    },
  ];
}

import { addMonths, type Day, monthsFrom } from "@/lib/london";
import { holidaysByRule } from "@/lib/windows/bank-holidays";
import { isOpen, monthFor, type ReportingWindow, reportingWindow } from "@/lib/windows/reporting-window";
import { certain } from "./certain";

/** The windows that the demo has returns for. */
export interface DemoMonths {
  /** The windows that have closed, oldest first. */
  closed: ReportingWindow[];
  /** The one that is open, if any. */
  open: ReportingWindow | null;
  now: Date;
}

/** The first day of all that the demo tells of. */
export const firstDay = ({ closed }: DemoMonths): Day => certain(closed[0]).firstDay;

export function demoMonths(now: Date, complete = 14): DemoMonths {
  const latest = reportingWindow(monthFor(now), holidaysByRule);
  const open = isOpen(latest, now) ? latest : null;
  const last = open ? addMonths(latest.month, -1) : latest.month;
  const closed = monthsFrom(addMonths(last, 1 - complete), last).map((month) => reportingWindow(month, holidaysByRule));
  return { closed, open, now };
}

/** All of them, oldest first. */
export const allWindows = ({ closed, open }: DemoMonths): ReportingWindow[] => (open ? [...closed, open] : closed);

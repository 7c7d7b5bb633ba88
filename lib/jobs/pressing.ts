import { env } from "@/lib/env";
import { daysLeft, type ReportingWindow } from "@/lib/windows/reporting-window";

/** How many days before a window closes reminders go out, the last of them first. */
export const reminderDays = (): number[] =>
  env()
    .REMINDER_DAYS.split(",")
    .map(Number)
    .sort((a, b) => a - b);

/** Whether a window closes so soon that reminders go out. Then we do not also email that it has opened. */
export const isPressing = (window: ReportingWindow, now: Date): boolean =>
  daysLeft(window, now) <= (reminderDays().at(-1) ?? -1);

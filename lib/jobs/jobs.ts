import { endAccessOfClosed } from "@/lib/people/end-access-of-closed";
import { checkAudit } from "@/lib/audit/check-audit";
import { freezeWindows } from "@/lib/reports/official/freeze-windows";
import { mailReports } from "./mail-reports";
import { mailNews } from "@/lib/news/mail-news";
import { mailSavedSearches } from "@/lib/capacity/mail-saved-searches";
import { addUpMonths } from "@/lib/reports/add-up-months";
import { showTotals } from "@/lib/reports/totals/show-totals";
import { publishPlaces } from "@/lib/capacity/open-feed/publish-places";
import { learnShelfLife } from "@/lib/capacity/learn-shelf-life";
import { cleanUp } from "./clean-up";
import { endExpiredAccess } from "./end-expired-access";
import { remindOfPasswords } from "./remind-of-passwords";
import { remindOfReturns } from "./remind-of-returns";
import { reportMissedWindows } from "./report-missed-windows";
import { reportWaitingRegistrations } from "./report-waiting-registrations";
import { runSurveys } from "./run-surveys";
import { sealAudit } from "@/lib/audit/seal-audit";
import { announceWindow } from "./announce-window";
import { atHours, dailyFrom, hourly, monthlyBetween, quarterHourly, type Schedule } from "./when";

/** A piece of scheduled work. `run` may be repeated: what it did before it does not do again. */
export interface Job {
  readonly label: string;
  /** When that is, in words. */
  readonly often: string;
  readonly due: Schedule;
  /** Does the work and returns its result in a few words. */
  run(now: Date): Promise<string>;
}

/** All that runs on a schedule, besides delivering mail. */
export const jobs = {
  "clean-up": {
    label: "Delete records past their retention period",
    often: "Every day from 3am",
    due: dailyFrom("03:00"),
    run: cleanUp,
  },
  "ended-access": {
    label: "End access on its last day",
    often: "Every day from 6am",
    due: dailyFrom("06:00"),
    run: endExpiredAccess,
  },
  "closed-locations": {
    label: "End access to locations that closed long ago",
    often: "Every day from 6am",
    due: dailyFrom("06:00"),
    run: endAccessOfClosed,
  },
  "window-opens": {
    label: "Tell people that the window is open",
    often: "From 8am on the 8th of each month",
    due: monthlyBetween(8, 14, "08:00"),
    run: announceWindow,
  },
  "return-reminders": {
    label: "Remind people who have not filed",
    often: "Every day from 8am",
    due: dailyFrom("08:00"),
    run: remindOfReturns,
  },
  "missed-windows": {
    label: "Tell people who missed the window",
    often: "Every day from 9am",
    due: dailyFrom("09:00"),
    run: reportMissedWindows,
  },
  "password-reminders": {
    label: "Remind people whose passwords are about to expire",
    often: "Every day from 8am",
    due: dailyFrom("08:00"),
    run: remindOfPasswords,
  },
  "waiting-registrations": {
    label: "Tell support about registrations waiting too long",
    often: "Every day at 9am and 2pm",
    due: atHours(9, 14),
    run: reportWaitingRegistrations,
  },
  "saved-searches": {
    label: "Email new vacancies to people who saved a search",
    often: "Every hour",
    due: hourly,
    run: mailSavedSearches,
  },
  "open-feed": {
    label: "Publish free places as open data",
    often: "Every 15 minutes",
    due: quarterHourly,
    run: publishPlaces,
  },
  "saved-reports": {
    label: "Email saved reports when they are due",
    often: "Every hour",
    due: hourly,
    run: mailReports,
  },
  news: {
    label: "Email news to people who agreed to it",
    often: "Every hour",
    due: hourly,
    run: mailNews,
  },
  surveys: {
    label: "Open and close surveys, and remind those who have not answered",
    often: "Every hour",
    due: hourly,
    run: runSurveys,
  },
  "frozen-windows": {
    label: "Record who owed returns when a window closed",
    often: "Every hour",
    due: hourly,
    run: freezeWindows,
  },
  "shelf-life": {
    label: "Learn how long vacancies last",
    often: "Every day from 2am",
    due: dailyFrom("02:00"),
    run: learnShelfLife,
  },
  "area-months": {
    label: "Add up the figures of areas",
    often: "Every day from 1am",
    due: dailyFrom("01:00"),
    run: addUpMonths,
  },
  "totals-shown": {
    label: "Work out the totals that sums-only users see",
    often: "Every day from 1am",
    due: dailyFrom("01:00"),
    run: showTotals,
  },
  "audit-seal": {
    label: "Seal the audit",
    often: "Every hour",
    due: hourly,
    run: sealAudit,
  },
  "audit-check": {
    label: "Check the audit against its seals",
    often: "Every day from 4am",
    due: dailyFrom("04:00"),
    run: checkAudit,
  },
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof jobs;
export const jobNames = Object.keys(jobs) as JobName[];
export const isJob = (text: string): text is JobName => Object.hasOwn(jobs, text);

/** What is due at a moment, in its order. */
export const dueAt = (now: Date): { job: JobName; period: string }[] =>
  jobNames.flatMap((job) => {
    const period = jobs[job].due(now);
    return period === null ? [] : [{ job, period }];
  });

import { Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, transact } from "@/lib/db";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { mayRead } from "./read-criteria";
import { reportOfKey } from "./reports";
import { isOften } from "./schedule";

export interface ReportToSave {
  report: string;
  label: string;
  /** What the address of the report says after its "?". */
  query: string;
  /** "day", "week", "month"; blank for no email. */
  every: string;
  hour: string;
}

const most = 50;
const longestLabel = 80;
/** Parts of the address that belong to one visit, such as the page, and not to the choices. */
const passing = ["asOf", "page", "saved", "format"];

/** Keeps what someone chose of a report under a name, and emails them a link to it as often as they say. */
export async function saveReport(user: User, asked: ReportToSave, now: Date): Promise<Outcome<{ id: number }>> {
  const report = reportOfKey(asked.report);
  if (!report || !mayRead(user)) throw new Forbidden("see reports");
  const problems: Problem[] = [];
  const label = asked.label.replaceAll("\u0000", "").trim();
  if (label === "") problems.push({ field: "label", message: "Enter a name for it" });
  if (label.length > longestLabel)
    problems.push({ field: "label", message: `The name must be ${longestLabel} characters or fewer` });
  const every = isOften(asked.every) ? asked.every : null;
  if (asked.every !== "" && every === null) problems.push({ field: "every", message: "Select how often to email it" });
  const hour = /^(?:[0-9]|1\d|2[0-3])$/.test(asked.hour) ? Number(asked.hour) : null;
  if (every !== null && hour === null)
    problems.push({ field: "hour", message: "Select the hour at which to email it" });
  if ((await db.savedReport.count({ where: { accountId: user.id, endedAt: null } })) >= most)
    problems.push({ message: `You have saved ${most} reports, which is the most you can. Remove one first` });
  if (problems.length > 0) return refused(...problems);
  const query = chosenIn(asked.query);
  const saved = await transact(user, "saved a report", (tx) =>
    tx.savedReport.create({
      data: { accountId: user.id, report: report.key, label, query, every, hour: every && hour, savedAt: now },
    }),
  );
  return done({ id: saved.id });
}

function chosenIn(query: string): string {
  const params = new URLSearchParams(query.slice(0, 2000));
  for (const name of passing) params.delete(name);
  return params.toString();
}

/** Removes a saved report from someone's list, and stops its emails. */
export async function removeSavedReport(user: User, id: number, now: Date): Promise<Outcome<null>> {
  await transact(user, "removed a saved report", (tx) =>
    tx.savedReport.updateMany({ where: { id, accountId: user.id, endedAt: null }, data: { endedAt: now } }),
  );
  return done(null);
}

/** The reports that someone saved, by name. */
export const savedReports = (user: User) =>
  db.savedReport.findMany({ where: { accountId: user.id, endedAt: null }, orderBy: [{ label: "asc" }, { id: "asc" }] });

import { db, disconnect, system, transact } from "@/lib/db";
import { forgetEnv } from "@/lib/env";
import { jobs, type JobName } from "@/lib/jobs/jobs";
import { runDue } from "@/lib/jobs/run-due";
import { addDays, dayOf, daysBetween, londonInstant, monthOf, monthsFrom, type Day } from "@/lib/london";
import { holidaysByRule } from "@/lib/windows/bank-holidays";
import { reportingWindow } from "@/lib/windows/reporting-window";
import { cast, type Cast } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { putContact, putReturn } from "@/tests/support/mail-world";

const from: Day = "2027-09-20";
const until: Day = addDays(from, 400);
const hourMs = 3_600_000;
/** Work that adds up, seals, freezes and publishes. It takes most of the time, and its own tests run it. */
const mailNoOne = [
  "audit-seal",
  "audit-check",
  "frozen-windows",
  "shelf-life",
  "area-months",
  "totals-shown",
  "open-feed",
] as const satisfies JobName[];

/** Every six hours by the real clock, and every hour on the days that clocks change: each day asks again what is done. */
function* ticks(): Generator<Date> {
  const end = londonInstant(until, "23:30").getTime();
  const turns = new Set(["2027-10-31", "2028-03-26"]);
  for (let at = londonInstant(from, "00:30").getTime(); at < end;) {
    yield new Date(at);
    at += turns.has(dayOf(new Date(at))) ? hourMs : 6 * hourMs;
  }
}

let world: Cast;
beforeAll(async () => {
  Object.assign(process.env, { RETENTION_MAIL_TEXT_DAYS: "1000", RETENTION_MAIL_DAYS: "1000" });
  forgetEnv();
  await emptyDatabase();
  world = await cast();
  for (const job of mailNoOne) jest.spyOn(jobs[job], "due").mockReturnValue(null);
});
afterAll(disconnect);

const sentTo = async (template: string, to: string) =>
  (await db.email.findMany({ where: { template, to }, orderBy: { queuedAt: "asc" } })).map(({ queuedAt, props }) => ({
    on: dayOf(queuedAt),
    props: props as {
      days?: number;
      month?: string;
      lastDay?: string;
      due?: { location: string }[];
      expiresOn?: string;
    },
  }));

it("over 400 days with a leap day and both changes of the clock each reminder goes out exactly once", async () => {
  const { users, at } = world;
  const chosen = londonInstant("2027-02-28", "23:45");
  const changedOn: Day = "2028-02-20";
  await transact(system("test"), "passwords", async (tx) => {
    await tx.account.update({ where: { id: users.amina.id }, data: { passwordSetAt: chosen } });
    await tx.account.update({ where: { id: users.ben.id }, data: { passwordSetAt: chosen } });
    await tx.account.update({
      where: { id: users.carla.id },
      data: { passwordSetAt: londonInstant("2027-03-01", "00:15") },
    });
    await putContact(tx, at.larch, "Manager", "Mo Manager", "mo@larch.example");
    await putContact(tx, at.larch, "Pharmacy", "Phil", "phil@larch.example");
  });
  const owner = await asOwner();
  const filed = new Set<string>();
  let benChanged = false;
  for (const now of ticks()) {
    if (!benChanged && dayOf(now) >= changedOn) {
      benChanged = true;
      const data = { passwordSetAt: now };
      await transact(system("test"), "chosen", (tx) => tx.account.update({ where: { id: users.ben.id }, data }));
    }
    if (dayOf(now).endsWith("-09") && !filed.has(monthOf(now))) {
      filed.add(monthOf(now));
      await putReturn(at.willowbank, users.carla.id, "care_home", now);
    }
    const ran = await runDue(now);
    if (ran.length > 0) await owner.query("update email set sent_at = queued_at where sent_at is null");
  }

  const passwords = async (to: string) =>
    (await sentTo("password-expiring", to)).map(({ on, props }) => [on, props.days, props.expiresOn]);
  const reminders = (expiresOn: Day, ...days: number[]) =>
    days.map((left) => [addDays(expiresOn, -left), left, expiresOn]);
  expect(await passwords(users.amina.email)).toEqual(reminders("2028-02-28", 18, 10, 5, 2, 1));
  expect(await passwords(users.carla.email)).toEqual(reminders("2028-02-29", 18, 10, 5, 2, 1));
  expect(await passwords(users.ben.email)).toEqual(reminders("2028-02-28", 18, 10));

  const months = monthsFrom("2027-10", "2028-10").filter(
    (month) => reportingWindow(month, holidaysByRule).closesAt < londonInstant(until, "00:00"),
  );
  const windows = months.map((month) => reportingWindow(month, holidaysByRule));
  for (const to of [users.amina.email, users.dan.email, "mo@larch.example"]) {
    expect((await sentTo("window-opens", to)).map(({ on, props }) => [on, props.lastDay])).toEqual(
      windows.map(({ firstDay, lastDay }) => [firstDay, lastDay]),
    );
    expect((await sentTo("return-reminder", to)).map(({ on, props }) => [on, props.days])).toEqual(
      windows.flatMap(({ lastDay }) => [3, 1].map((days) => [addDays(lastDay, -days), days])),
    );
    expect((await sentTo("window-missed", to)).map(({ on }) => on)).toEqual(
      windows.map(({ lastDay }) => addDays(lastDay, 1)),
    );
  }
  const bens = await sentTo("window-opens", users.ben.email);
  expect(bens.map(({ props }) => props.due?.length)).toEqual(windows.map(() => 3));
  expect(await sentTo("window-opens", users.carla.email)).toHaveLength(windows.length);
  expect(await sentTo("return-reminder", users.carla.email)).toEqual([]);
  expect(await sentTo("window-missed", users.carla.email)).toEqual([]);
  for (const to of ["phil@larch.example", users.olive.email, users.hope.email, users.petra.email, users.gwen.email])
    expect(await db.email.count({ where: { to } })).toBe(0);

  const runs = (job: string) => db.jobRun.count({ where: { job, finishedAt: { not: null }, error: null } });
  const days = daysBetween(from, until) + 1;
  expect(await db.jobRun.count({ where: { OR: [{ finishedAt: null }, { error: { not: null } }] } })).toBe(0);
  for (const daily of ["password-reminders", "return-reminders", "missed-windows", "clean-up", "ended-access"])
    expect(await runs(daily)).toBe(days);
  expect(await runs("window-opens")).toBe(windows.length);
}, 900_000);

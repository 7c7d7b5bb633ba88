import { db } from "@/lib/db";
import { mailReports } from "@/lib/jobs/mail-reports";
import { removeSavedReport, savedReports, saveReport } from "@/lib/reports/library/save-report";
import { londonInstant } from "@/lib/london";
import { type Cast, cast } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";

let world: Cast;
const now = londonInstant("2026-07-06", "07:30");
const asked = {
  report: "at-risk",
  label: "Ours",
  query: "collection=home_care&asOf=2026-01-01&page=3",
  every: "day",
  hour: "8",
};

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

test("a saved report keeps what was chosen, and not the moment or the page", async () => {
  expect(await saveReport(world.users.olive, asked, now)).toMatchObject({ ok: true });
  expect(await savedReports(world.users.olive)).toMatchObject([
    { label: "Ours", query: "collection=home_care", hour: 8 },
  ]);
  expect(await savedReports(world.users.rory)).toEqual([]);
});

test("a saved report is emailed once a day at its hour as a link that keeps the moment, and holds no figure", async () => {
  await saveReport(world.users.olive, asked, now);
  await mailReports(londonInstant("2026-07-06", "07:59"));
  expect(await db.email.count()).toBe(0);
  const eight = londonInstant("2026-07-06", "08:00");
  await mailReports(eight);
  await mailReports(londonInstant("2026-07-06", "11:00"));
  const [mail, ...more] = await db.email.findMany({ where: { template: "report-ready" } });
  expect(more).toEqual([]);
  expect(mail?.to).toBe("olive@cast.example");
  expect(mail?.props).toMatchObject({
    label: "Ours",
    path: `/reports/at-risk?collection=home_care&asOf=${encodeURIComponent(eight.toISOString())}`,
  });
});

test("no email goes to those whose access has ended, whose account is closed, or who removed it", async () => {
  for (const person of ["olive", "rory", "iris"] as const) await saveReport(world.users[person], asked, now);
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'test', false)");
  await owner.query("update access set ended_at = $1 where account_id = $2", [now, world.users.olive.id]);
  await owner.query("update account set deactivated_at = $1 where id = $2", [now, world.users.rory.id]);
  const [saved] = await savedReports(world.users.iris);
  await removeSavedReport(world.users.rory, saved?.id ?? 0, now);
  expect(await savedReports(world.users.iris)).toHaveLength(1);
  await removeSavedReport(world.users.iris, saved?.id ?? 0, now);
  await mailReports(londonInstant("2026-07-06", "08:00"));
  expect(await db.email.count({ where: { template: "report-ready" } })).toBe(0);
});

test("a report is saved with a name, and only by those who may read it", async () => {
  const fields = async (changes: Record<string, string>) => {
    const saved = await saveReport(world.users.olive, { ...asked, ...changes }, now);
    return saved.ok ? [] : saved.problems.map(({ field }) => field);
  };
  expect(await fields({ label: " " })).toEqual(["label"]);
  expect(await fields({ every: "year" })).toEqual(["every"]);
  expect(await fields({ hour: "24" })).toEqual(["hour"]);
  for (const person of ["agnes", "gwen", "sita"] as const)
    await expect(saveReport(world.users[person], asked, now)).rejects.toThrow("Not allowed");
});

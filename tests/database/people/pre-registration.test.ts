import { Forbidden } from "@/lib/access/policy";
import { db, disconnect, system, transact } from "@/lib/db";
import { cleanUp } from "@/lib/jobs/clean-up";
import { managerColumns } from "@/lib/people/pre-registration/columns";
import { confirmUpload } from "@/lib/uploads/confirm-upload";
import { keepManagers } from "@/lib/uploads/keep-upload";
import { preRegistration } from "@/lib/uploads/pre-registrations";
import { runUpload } from "@/lib/uploads/run-upload";
import { workbook } from "@/lib/sheets/write-xlsx";
import { cast, inWindow as now, type Cast, type PlaceName } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { register } from "@/tests/support/registering";

jest.setTimeout(30_000);
let world: Cast;
let ids: Record<string, string>;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  ids = {};
  for (const [name, id] of Object.entries(world.at))
    ids[name] = (await db.location.findUniqueOrThrow({ where: { id } })).registerId;
});
afterAll(disconnect);

type Line = [PlaceName | "nowhere", string, string];
const upload = async (lines: Line[], user = world.users.sam, at = now) => {
  const rows = lines.map(([place, name, email]) => [ids[place] ?? "1-0", "", name, email, "01632 960009", ""]);
  const bytes = workbook([{ name: "Managers", headings: Object.values(managerColumns), rows }]);
  const outcome = await keepManagers(user, { bytes, name: "managers.xlsx", elapsed: () => 0 }, at);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value.id;
};
const liveOf = async (email: string) =>
  (
    await db.access.findMany({
      where: { account: { email }, endedAt: null },
      include: { location: true },
      orderBy: { id: "asc" },
    })
  ).map(({ level, location }) => `${location?.name}: ${level}`);
const mails = async () =>
  (await db.email.findMany({ orderBy: { to: "asc" } })).map(({ to, template }) => `${to} ${template}`);

const lines: Line[] = [
  ["rosewood", "Mia Manager", "mia@homes.example"],
  ["hawthorn", "Mia Manager", "mia@homes.example"],
  ["rosewood", "Amina Yusuf", "AMINA@cast.example"],
  ["rosewood", "Ben Carter", "ben@cast.example"],
  ["nowhere", "Nobody", "nobody@homes.example"],
];

test("nothing is made until it is confirmed; then each manager is an approver and gets one email, and each line is reported", async () => {
  const id = await upload(lines);
  const before = await db.account.count();
  await runUpload(id, now);
  expect((await preRegistration(world.users.sue, id, now))?.counts).toEqual({
    accounts: 1,
    access: 3,
    nothing: 1,
    refused: 1,
  });
  expect(await db.account.count()).toBe(before);

  expect((await confirmUpload(world.users.sue, id, now)).ok).toBe(true);
  const { rows: queued } = await (
    await asOwner()
  ).query("select 1 from graphile_worker.jobs where task_identifier = 'import-upload'");
  expect(queued).toHaveLength(1);
  await runUpload(id, now);

  expect(await liveOf("mia@homes.example")).toEqual(["Rosewood: approver", "Hawthorn House: approver"]);
  expect(await liveOf("amina@cast.example")).toEqual(["Rosewood: approver"]);
  expect(await mails()).toEqual(["amina@cast.example access-granted", "mia@homes.example account-made"]);
  const report = (await preRegistration(world.users.sam, id, now))?.lines.map(({ line, result }) => [line, result]);
  expect(report).toEqual([
    [2, "Account created as approver, login details sent"],
    [3, "Account created as approver, login details sent"],
    [4, "Made approver"],
    [5, "Already an approver there: nothing to do"],
    [6, "Refused: No location has the ID 1-0. CQC’s IDs look like 1-1234567890"],
  ]);
});

test("a manager who had registered and is pre-registered waits for no one any more", async () => {
  const { id: old } = await register({ email: "Mia@homes.example", locationIds: [world.at.rosewood] }, now);
  const id = await upload([["rosewood", "Mia Manager", "mia@homes.example"]]);
  await confirmUpload(world.users.sam, id, now);
  await runUpload(id, now);
  const [request] = await db.accessRequest.findMany({ where: { registrationId: old } });
  expect(request).toMatchObject({ decision: "approved", levelGranted: "approver", decidedById: world.users.sam.id });
  const account = await db.account.findFirstOrThrow({ where: { email: "mia@homes.example" } });
  expect((await db.registration.findUniqueOrThrow({ where: { id: old } })).accountId).toBe(account.id);
});

test("work that runs twice, or at the same time, does each line once", async () => {
  const id = await upload(lines);
  await confirmUpload(world.users.sam, id, now);
  await Promise.allSettled([runUpload(id, now), runUpload(id, now)]);
  await runUpload(id, now);
  expect(await liveOf("mia@homes.example")).toHaveLength(2);
  expect(await mails()).toHaveLength(2);
  expect(await db.importUploadLine.count()).toBe(5);
});

test("a location that closed between the preview and the work is refused at that point", async () => {
  const id = await upload([["rosewood", "Mia Manager", "mia@homes.example"]]);
  await confirmUpload(world.users.sam, id, now);
  await transact(system("test"), "closed", (tx) =>
    tx.location.update({ where: { id: world.at.rosewood }, data: { deregisteredOn: new Date("2026-11-01") } }),
  );
  await runUpload(id, now);
  expect(await db.account.count({ where: { email: "mia@homes.example" } })).toBe(0);
  expect((await preRegistration(world.users.sam, id, now))?.lines[0]?.result).toMatch(/no longer registered/);
});

test("a file is confirmed once, by support alone, and is gone after seven days", async () => {
  const id = await upload(lines);
  await expect(upload(lines, world.users.ben)).rejects.toThrow(Forbidden);
  await expect(confirmUpload(world.users.ben, id, now)).rejects.toThrow(Forbidden);
  await expect(preRegistration(world.users.nate, id, now)).rejects.toThrow(Forbidden);
  const twice = await Promise.all([1, 2].map(() => confirmUpload(world.users.sam, id, now)));
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  const later = new Date(now.getTime() + 8 * 86_400_000);
  expect(await preRegistration(world.users.sam, id, later)).toBeNull();
  expect(await cleanUp(later)).toContain("uploaded files: 1");
  expect(await db.importUpload.count()).toBe(0);
});

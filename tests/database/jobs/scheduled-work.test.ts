import { db, disconnect, system, transact } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { unchangedSecret } from "@/lib/outbox/mailed-secrets";
import { keptEmail } from "@/lib/email/queries";
import { announceWindow } from "@/lib/jobs/announce-window";
import { cleanUp, wouldClear } from "@/lib/jobs/clean-up";
import { endExpiredAccess } from "@/lib/jobs/end-expired-access";
import { jobs } from "@/lib/jobs/jobs";
import { presence } from "@/lib/jobs/jobs-of-the-gone";
import { jobRuns } from "@/lib/jobs/queries";
import { remindOfReturns } from "@/lib/jobs/remind-of-returns";
import { reportWaitingRegistrations } from "@/lib/jobs/report-waiting-registrations";
import { runDue } from "@/lib/jobs/run-due";
import { runJob } from "@/lib/jobs/run-job";
import { runJobNow } from "@/lib/jobs/run-job-now";
import { startJobs, stopJobs } from "@/lib/jobs/start-jobs";
import { londonInstant } from "@/lib/london";
import { hashSecret } from "@/lib/tokens";
import { cast, inWindow, longAgo } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { putContact, putReturn } from "@/tests/support/mail-world";

const at = (day: string, time = "08:30") => londonInstant(day, time);
const minutes = (from: Date, n: number) => new Date(from.getTime() + n * 60_000);
const emailsOf = (template: string) => db.email.findMany({ where: { template }, orderBy: { to: "asc" } });

beforeEach(emptyDatabase);
afterEach(() => jest.restoreAllMocks());
afterAll(disconnect);

it("when eight instances ask at the same time, one of them does each piece of work", async () => {
  await cast();
  const ran = await Promise.all(Array.from({ length: 8 }, () => runDue(at("2026-11-08", "09:30"))));
  expect(ran.flat().sort()).toEqual(Object.keys(jobs).sort());
  const written = (await emailsOf("window-opens")).map(({ to }) => to.split("@")[0]);
  expect(written).toEqual(["amina", "ben", "carla", "dan", "shared"]);
}, 120_000);

it("a piece of work that fails is kept with its reason, stops no other, and is tried again after ten minutes", async () => {
  const { users } = await cast();
  const now = at("2026-11-13");
  const run = jest.spyOn(jobs["return-reminders"], "run").mockRejectedValueOnce(new Error("the disk is full"));
  expect(await runDue(now)).toContain("password-reminders");
  const failed = (await jobRuns(users.sam)).find(({ job }) => job === "return-reminders")?.runs[0];
  expect(failed).toMatchObject({ error: "the disk is full", outcome: null, period: "2026-11-13" });
  expect(await runDue(minutes(now, 5))).toEqual([]);
  expect(await runDue(minutes(now, 10))).toEqual(["return-reminders"]);
  expect(run).toHaveBeenCalledTimes(2);
  await expect(jobRuns(users.ben)).rejects.toThrow("Not allowed");
});

it("work whose instance died is taken up by another after half an hour", async () => {
  const now = at("2026-11-13");
  await transact(system("test"), "died", (tx) =>
    tx.jobRun.create({ data: { job: "clean-up", period: "2026-11-13", startedAt: now } }),
  );
  expect(await runJob("clean-up", "2026-11-13", minutes(now, 29))).toBe("not ours");
  expect(await runJob("clean-up", "2026-11-13", minutes(now, 30))).toBe("done");
});

it("people who have filed are not reminded, and a location with a later last day is reminded by that day", async () => {
  const world = await cast();
  await putReturn(world.at.rosewood, world.users.amina.id, "care_home", inWindow);
  const lastDay = new Date("2026-11-20");
  await transact(system("test"), "flooded", (tx) =>
    tx.windowExtension.create({
      data: {
        month: new Date("2026-11-01"),
        locationId: world.at.larch,
        lastDay,
        reason: "Flooded",
        createdAt: inWindow,
        createdById: world.users.sam.id,
      },
    }),
  );
  await remindOfReturns(at("2026-11-13"));
  expect((await emailsOf("return-reminder")).map(({ to }) => to)).toEqual(["ben@cast.example", "carla@cast.example"]);
  await remindOfReturns(at("2026-11-17"));
  expect(await emailsOf("return-reminder")).toHaveLength(3);
  expect((await db.email.findFirstOrThrow({ where: { to: "dan@cast.example" } })).subject).toBe(
    "Larch Home Care: your November 2026 return is due in 3 days",
  );
});

it("a Standard user with figures to repeat gets the one-press link, from the first mail on; an approver, a second factor and a contact do not", async () => {
  const world = await cast();
  const { amina, ben, dan } = world.users;
  for (const [place, who, collection] of [
    ["rosewood", amina, "care_home"],
    ["hawthorn", ben, "care_home"],
    ["larch", dan, "home_care"],
  ] as const)
    await putReturn(world.at[place], who.id, collection, at("2026-10-10"));
  await transact(system("test"), "accounts", async (tx) => {
    await tx.account.updateMany({
      where: { id: { in: [amina.id, ben.id, dan.id] } },
      data: { passwordSetAt: longAgo },
    });
    await tx.account.update({ where: { id: dan.id }, data: { totpConfirmedAt: longAgo } });
    await putContact(tx, world.at.rosewood, "Manager", "Mo Manager", "mo@rosewood.example");
  });
  await announceWindow(at("2026-11-08"));
  await remindOfReturns(at("2026-11-13"));
  await remindOfReturns(at("2026-11-15"));
  const links = await db.returnLink.findMany();
  expect(links).toMatchObject([
    {
      accountId: amina.id,
      locationId: world.at.rosewood,
      collection: "care_home",
      expiresAt: at("2026-11-17", "00:00"),
    },
  ]);
  const secret = unchangedSecret(links[0]?.nonce ?? "");
  expect(links[0]?.hash).toBe(hashSecret(secret));

  const drawn = async (to: string) => {
    const emails = await db.email.findMany({
      where: { template: { in: ["window-opens", "return-reminder"] }, to },
      orderBy: { queuedAt: "asc" },
    });
    return Promise.all(emails.map(async ({ id }) => (await keptEmail(id, at("2026-11-15")))?.drawn?.text ?? ""));
  };
  for (const text of await drawn(amina.email)) expect(text).toContain(`/unchanged/${secret}`);
  expect(await drawn(amina.email)).toHaveLength(3);
  for (const to of [ben.email, dan.email, "mo@rosewood.example", "shared@cast.example"])
    for (const text of await drawn(to)) expect(text).not.toContain("/unchanged/");
  expect((await drawn("mo@rosewood.example"))[0]).toContain("manager contact");
});

it("a manager contact who has an account gets one message, as its holder", async () => {
  const world = await cast();
  await transact(system("test"), "contact", (tx) =>
    putContact(tx, world.at.rosewood, "Manager", "Amina", "Amina@cast.example"),
  );
  await announceWindow(at("2026-11-08"));
  const mine = await db.email.findMany({ where: { to: { equals: "amina@cast.example", mode: "insensitive" } } });
  expect(mine).toMatchObject([{ accountId: world.users.amina.id }]);
});

it("access ends on its last day, and we tell its holder once", async () => {
  const { users } = await cast();
  const endsAt = at("2026-11-12", "00:00");
  await transact(system("test"), "until Thursday", (tx) =>
    tx.access.updateMany({ where: { accountId: users.ben.id }, data: { endsAt } }),
  );
  await endExpiredAccess(at("2026-11-11"));
  expect(await emailsOf("access-ended")).toEqual([]);
  await endExpiredAccess(at("2026-11-12"));
  await endExpiredAccess(at("2026-11-13"));
  expect(await emailsOf("access-ended")).toMatchObject([
    { to: users.ben.email, props: { places: ["Rosewood", "Hawthorn House"] } },
  ]);
  expect(await db.access.count({ where: { accountId: users.ben.id, endedAt: null } })).toBe(0);
});

it("support is told once about a request that has waited 48 hours", async () => {
  const world = await cast();
  await transact(system("test"), "asks", (tx) =>
    tx.accessRequest.create({
      data: {
        accountId: world.users.amina.id,
        locationId: world.at.willowbank,
        level: "standard",
        requestedAt: inWindow,
      },
    }),
  );
  await reportWaitingRegistrations(minutes(inWindow, 48 * 60 - 1));
  expect(await emailsOf("registrations-overdue")).toEqual([]);
  for (const wait of [48, 53, 72]) await reportWaitingRegistrations(minutes(inWindow, wait * 60));
  expect(await emailsOf("registrations-overdue")).toMatchObject([
    { to: "support@tracker.example", props: { waiting: 1, hours: 48 } },
  ]);
});

it("records that were kept long enough are cleared; waiting and newer ones stay", async () => {
  const world = await cast();
  const owner = await asOwner();
  const props = { name: "Amina", at: inWindow };
  for (const queuedAt of [at("2025-09-01"), at("2026-08-01"), inWindow])
    await transact(system("test"), "mail", (tx) =>
      queueEmail(tx, { template: "password-changed", to: "a@cast.example", props }, queuedAt),
    );
  await owner.query("update email set sent_at = queued_at");
  await transact(system("test"), "registered", async (tx) => {
    const person = {
      fullName: "Rita Rejected",
      telephone: "01632 960002",
      jobTitle: "Nurse",
      kind: "care_home",
      communications: false,
      termsVersion: "1",
    } as const;
    for (const [reference, decidedAt] of [
      ["R-OLD", at("2026-07-01")],
      ["R-NEW", inWindow],
    ] as const)
      await tx.registration.create({
        data: {
          ...person,
          reference,
          email: `${reference}@elsewhere.example`,
          completedAt: longAgo,
          requests: {
            create: {
              locationId: world.at.rosewood,
              level: "standard",
              requestedAt: longAgo,
              decidedAt,
              decision: "rejected",
              reason: "Not known",
            },
          },
        },
      });
    for (const [i, when] of [at("2025-09-01"), inWindow].entries())
      await tx.signInEvent.create({ data: { at: when, emailKey: String(i), result: "wrong" } });
  });
  const foretold = await wouldClear(world.users.sam, minutes(inWindow, 60));
  expect(await db.email.count()).toBe(3);
  await expect(wouldClear(world.users.ben, inWindow)).rejects.toThrow("Not allowed");
  const said = await cleanUp(minutes(inWindow, 60));
  expect(foretold.flatMap(({ what, count }) => (count > 0 ? [`${what}: ${count}`] : [])).join(", ")).toBe(said);
  expect(said).toBe("registrations: 1, sign-ins: 1, message texts: 2, messages: 1");
  expect((await db.registration.findMany({ orderBy: { id: "asc" } })).map(({ fullName }) => fullName)).toEqual([
    "Removed",
    "Rita Rejected",
  ]);
  expect((await db.email.findMany({ orderBy: { queuedAt: "asc" } })).map((email) => email.props)).toEqual([
    {},
    { name: "Amina", at: inWindow.toISOString() },
  ]);
  expect(await db.signInEvent.count()).toBe(1);
  expect(await cleanUp(minutes(inWindow, 61))).toBe("Nothing to clear");
});

it("the worker takes what is queued from the database: mail, and work that support asks for", async () => {
  const { users } = await cast();
  const id = await transact(system("test"), "mail", (tx) =>
    queueEmail(
      tx,
      { template: "password-changed", to: "a@cast.example", props: { name: "Amina", at: inWindow } },
      inWindow,
    ),
  );
  expect(await runJobNow(users.sam, "clean-up")).toEqual({ ok: true, value: jobs["clean-up"].label });
  await expect(runJobNow(users.ben, "clean-up")).rejects.toThrow("Not allowed");
  await startJobs();
  try {
    const settled = async () =>
      (await db.email.count({ where: { id: id ?? "", sentAt: { not: null } } })) +
        (await db.jobRun.count({ where: { outcome: { not: null } } })) ===
      2;
    for (const until = Date.now() + 15_000; Date.now() < until && !(await settled());)
      await new Promise((next) => setTimeout(next, 50));
    expect(await settled()).toBe(true);
  } finally {
    await stopJobs();
  }
  const [run] = await db.jobRun.findMany();
  expect(run?.period).toMatch(/^by hand /);
}, 30_000);

it("work that a worker really has in hand is not taken from it, by itself or by another", async () => {
  await cast();
  const owner = await asOwner();
  const other = await presence(process.env.WORKER_DATABASE_URL ?? "");
  const message = {
    template: "password-changed",
    to: "held@cast.example",
    props: { name: "Amina", at: inWindow },
  } as const;
  await transact(system("test"), "mail", (tx) => queueEmail(tx, message, inWindow));
  await owner.query("BEGIN; LOCK TABLE email IN ACCESS EXCLUSIVE MODE; SET LOCAL ROLE capacity_worker");
  await startJobs();
  try {
    const inHand = async () =>
      (
        await owner.query<{ n: number }>(
          "SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL",
        )
      ).rows[0]?.n;
    for (const until = Date.now() + 20_000; Date.now() < until && (await inHand()) !== 1;)
      await new Promise((next) => setTimeout(next, 20));
    expect(await inHand()).toBe(1);
    expect(await other.freeJobsOfTheGone(inWindow)).toBe(0);
    expect(await inHand()).toBe(1);
    await owner.query("COMMIT");
  } finally {
    await owner.query("ROLLBACK");
    await stopJobs();
    await other.end();
  }
}, 40_000);

it("work that a killed worker held is freed when the next one starts, and a live worker's is left alone", async () => {
  await cast();
  const mailTo = async (to: string) =>
    String(
      await transact(system("test"), "mail", (tx) =>
        queueEmail(tx, { template: "password-changed", to, props: { name: "Amina", at: inWindow } }, inWindow),
      ),
    );
  const [killed, living] = [await mailTo("killed@cast.example"), await mailTo("living@cast.example")];
  const owner = await asOwner();
  const held = async (email: string, worker: string) => {
    await owner.query("SET ROLE capacity_worker");
    await owner.query(
      `UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now(), attempts = 1
        WHERE payload ->> 'id' = $1`,
      [email, worker],
    );
    await owner.query("RESET ROLE");
    const nextTryAt = minutes(new Date(), 5);
    await transact(system("test"), "taken", (tx) => tx.email.update({ where: { id: email }, data: { nextTryAt } }));
  };
  await held(killed, "pool-killed");
  await held(living, "pool-living");
  const other = await presence(process.env.WORKER_DATABASE_URL ?? "");
  await other.hold("pool-living");
  await startJobs();
  try {
    const sent = () => db.email.findMany({ where: { sentAt: { not: null } }, select: { to: true } });
    for (const until = Date.now() + 20_000; Date.now() < until && (await sent()).length === 0;)
      await new Promise((next) => setTimeout(next, 50));
    expect(await sent()).toEqual([{ to: "killed@cast.example" }]);
  } finally {
    await stopJobs();
    await other.end();
  }
}, 40_000);

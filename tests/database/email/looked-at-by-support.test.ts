import { Forbidden } from "@/lib/access/policy";
import { db, disconnect, system, transact } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { exampleEmail, exampleEmails } from "@/lib/email/examples";
import { email, emailCounts, emailList } from "@/lib/email/queries";
import { resendEmail } from "@/lib/email/resend-email";
import { templates } from "@/lib/outbox/templates";
import { failingJobs } from "@/lib/jobs/queries";
import { cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

beforeEach(emptyDatabase);
afterAll(disconnect);

const lockedOut = (to: string, accountId: number) =>
  transact(system("test"), "locked", (tx) =>
    queueEmail(
      tx,
      { template: "account-locked", to, accountId, props: { name: "Amina Diallo", at: inWindow, until: inWindow } },
      inWindow,
    ),
  );

it("support finds a message by its state and part of its address, a page at a time", async () => {
  const { users } = await cast();
  for (const to of ["one@first.example", "two@first.example", "three@second.example"])
    await lockedOut(to, users.amina.id);
  await transact(system("test"), "gave up", (tx) =>
    tx.email.updateMany({ where: { to: "two@first.example" }, data: { failedAt: inWindow, lastError: "No such box" } }),
  );
  const failed = await emailList(users.sam, { state: "failed", to: "FIRST" });
  expect(failed).toMatchObject({ total: 1, rows: [{ to: "two@first.example", lastError: "No such box" }] });
  const second = await emailList(users.sam, { size: 2, page: 2 });
  expect([second.total, second.rows.length]).toEqual([3, 1]);
  expect(await emailCounts(users.sam)).toEqual({ waiting: 2, failed: 1, bounced: 0 });
});

it("a message's facts, its owner and its attempts are shown to support alone, until its text is cleared", async () => {
  const { users } = await cast();
  await lockedOut("amina@cast.example", users.amina.id);
  const { id } = await db.email.findFirstOrThrow();
  expect(await email(users.sam, id)).toMatchObject({
    account: users.amina.name,
    attempts: 0,
    state: "waiting",
    facts: { name: "Amina Diallo", until: inWindow.toISOString() },
  });
  await transact(system("test"), "old", (tx) => tx.email.update({ where: { id }, data: { props: {} } }));
  expect((await email(users.sam, id))?.facts).toBeNull();
  expect(await resendEmail(users.sam, id, inWindow)).toMatchObject({ ok: false });
  expect(await email(users.sam, "not-an-id")).toBeNull();
  for (const user of [users.amina, users.ben]) await expect(email(user, id)).rejects.toThrow("Not allowed");
});

it("scheduled work whose latest run failed is named until it has run", async () => {
  const { users } = await cast();
  const ran = (period: string, startedAt: Date, error: string | null) =>
    transact(system("test"), "ran", (tx) =>
      tx.jobRun.create({ data: { job: "clean-up", period, startedAt, finishedAt: startedAt, error } }),
    );
  await ran("2026-11-09", new Date("2026-11-09T03:00:00Z"), "The disk is full");
  expect((await failingJobs(users.sam)).map(({ job }) => job)).toEqual(["clean-up"]);
  await ran("2026-11-10", new Date("2026-11-10T03:00:00Z"), null);
  expect(await failingJobs(users.sam)).toEqual([]);
});

it("each message there is can be looked at with made-up facts, as HTML and as text, by support alone", async () => {
  const { users } = await cast();
  const messages = exampleEmails(users.sam);
  expect(messages.map(({ template }) => template).sort()).toEqual(Object.keys(templates).sort());
  for (const { template, subject } of messages) {
    const example = await exampleEmail(users.sam, template);
    expect(example?.subject).toBe(subject);
    for (const body of [example?.html, example?.text]) expect(body).toContain("support@tracker.example");
  }
  expect(await exampleEmail(users.sam, "no-such-message")).toBeNull();
  expect(() => exampleEmails(users.ben)).toThrow(Forbidden);
  await expect(exampleEmail(users.ben, "receipt")).rejects.toThrow(Forbidden);
  expect(await db.email.count()).toBe(0);
});

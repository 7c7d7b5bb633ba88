import { db, disconnect, system, transact } from "@/lib/db";
import { queueEmail, type Message } from "@/lib/outbox/queue-email";
import { deliverEmail, deliveryLease, retryPauses } from "@/lib/email/deliver-email";
import { oneUsePassword, resetSecret } from "@/lib/outbox/mailed-secrets";
import { keptEmail } from "@/lib/email/queries";
import { resendEmail } from "@/lib/email/resend-email";
import { keepInOutbox, smtp, type Transport } from "@/lib/email/transport";
import { runDue } from "@/lib/jobs/run-due";
import { hashSecret, randomToken } from "@/lib/tokens";
import { cast, inWindow } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { changed, from, queue } from "@/tests/support/mail-queue";
import { mailServer, type MailServer } from "@/tests/support/mail-server";

const later = (seconds: number) => new Date(inWindow.getTime() + seconds * 1000);
const jobs = async () =>
  (await (await asOwner()).query<{ key: string }>("select key from graphile_worker.jobs order by 1")).rows;

let server: MailServer | undefined;
beforeEach(emptyDatabase);
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(disconnect);

it("a message and its delivery are kept or undone with the transaction that writes them", async () => {
  const failing = transact(system("test"), "half a deed", async (tx) => {
    await queueEmail(tx, changed("amina@rosewood.example"), inWindow);
    throw new Error("half way");
  });
  await expect(failing).rejects.toThrow("half way");
  expect(await db.email.count()).toBe(0);
  expect(await jobs()).toEqual([]);

  const id = await queue(changed("amina@rosewood.example"));
  expect(await jobs()).toEqual([{ key: `email:${id}` }]);
});

it("a message with the key of an earlier one is not written", async () => {
  const message: Message = { ...changed("amina@rosewood.example"), uniqueKey: "changed:1" };
  expect(await queue(message)).not.toBeNull();
  expect(await queue(message)).toBeNull();
  expect(await db.email.count()).toBe(1);
  expect(await jobs()).toHaveLength(1);
});

it("an address with a line break or a second recipient is refused", async () => {
  for (const to of ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "Ann <a@b.example>", "nobody", ""])
    await expect(queue(changed(to))).rejects.toThrow(RangeError);
});

it("a message that lost its place in the queue gets another, once, and only while it is still wanted", async () => {
  const [lost = "", sent = "", failed = "", newer = ""] = await Promise.all(
    ["lost", "sent", "failed", "newer"].map((who) => queue(changed(`${who}@rosewood.example`))),
  );
  await transact(system("test"), "as time goes by", async (tx) => {
    await tx.email.update({ where: { id: sent }, data: { sentAt: inWindow } });
    await tx.email.update({ where: { id: failed }, data: { failedAt: inWindow } });
    await tx.email.update({ where: { id: newer }, data: { nextTryAt: later(600) } });
  });
  await (await asOwner()).query("delete from graphile_worker._private_jobs");
  await runDue(later(600));
  expect(await jobs()).toEqual([]);
  for (let asked = 0; asked < 3; asked++) await runDue(later(16 * 60));
  expect(await jobs()).toEqual([{ key: `email:${lost}` }]);
});

it("a message that ten senders take at once is sent once", async () => {
  server = await mailServer();
  const out = smtp(server.url, from);
  const id = await queue(changed("amina@rosewood.example"));
  const came = await Promise.all(Array.from({ length: 10 }, () => deliverEmail(id, inWindow, out)));
  expect(came.filter((delivery) => delivery === "sent")).toHaveLength(1);
  expect(server.taken).toHaveLength(1);
  expect(await deliverEmail(id, later(3600), out)).toBe("nothing to do");
});

it("if a sender dies while sending a message, the next one takes it after five minutes", async () => {
  server = await mailServer();
  const out = smtp(server.url, from);
  const id = await queue(changed("amina@rosewood.example"));
  let taken = () => {};
  const inHand = new Promise<void>((resolve) => (taken = resolve));
  const dies: Transport = { name: "smtp", send: () => (taken(), new Promise(() => undefined)) };
  void deliverEmail(id, inWindow, dies);
  await inHand;
  expect(await deliverEmail(id, later(60), out)).toBe("waiting");
  expect(await deliverEmail(id, later(deliveryLease), out)).toBe("sent");
  expect(server.taken).toHaveLength(1);
});

it("a refused address bounces at once; a server that stays down counts as failed after six tries", async () => {
  server = await mailServer((to) => (to.startsWith("gone") ? "refuse" : "later"));
  const out = smtp(server.url, from);
  const gone = await queue(changed("gone@rosewood.example"));
  expect(await deliverEmail(gone, inWindow, out)).toBe("failed");
  expect(await db.email.findUnique({ where: { id: gone } })).toMatchObject({
    attempts: 1,
    bouncedAt: inWindow,
    failedAt: inWindow,
  });

  const away = await queue(changed("away@rosewood.example"));
  let now = inWindow;
  for (const pause of retryPauses) {
    expect(await deliverEmail(away, now, out)).toBe("waiting");
    now = new Date(now.getTime() + pause * 1000);
  }
  expect(await deliverEmail(away, now, out)).toBe("failed");
  expect(await db.email.findUnique({ where: { id: away } })).toMatchObject({
    attempts: 6,
    bouncedAt: null,
    failedAt: now,
  });
});

it("support sends a failed message again as it was, and a sent one as a new one", async () => {
  const { users } = await cast();
  server = await mailServer((_, nth) => (nth === 1 ? "refuse" : "take"));
  const out = smtp(server.url, from);
  const id = await queue(changed("amina@rosewood.example"));
  await deliverEmail(id, inWindow, out);
  expect(await resendEmail(users.sam, id, later(60))).toEqual({ ok: true, value: id });
  expect(await deliverEmail(id, later(60), out)).toBe("sent");
  const again = await resendEmail(users.sam, id, later(120));
  expect(again).toMatchObject({ ok: true });
  expect(again).not.toEqual({ ok: true, value: id });
  await expect(resendEmail(users.ben, id, later(60))).rejects.toThrow("Not allowed");
});

it("no password and no link is in the outbox or the queue, and a repeat carries the same", async () => {
  const { users } = await cast();
  server = await mailServer((_, nth) => (nth === 1 ? "drop" : "take"));
  const out = smtp(server.url, from);
  const [credentialsNonce, nonce] = [randomToken(), randomToken()];
  const expiresAt = later(1800);
  const accountId = users.amina.id;
  await transact(system("test"), "credentials", async (tx) => {
    await tx.account.update({ where: { id: accountId }, data: { credentialsNonce, credentialsIssuedAt: inWindow } });
    const hash = hashSecret(resetSecret(nonce));
    const link = await tx.resetLink.create({ data: { accountId, nonce, hash, issuedAt: inWindow, expiresAt } });
    const facts = { name: users.amina.name, email: users.amina.email };
    await queueEmail(
      tx,
      {
        template: "credentials-sent-again",
        to: "a@cast.example",
        accountId,
        props: { ...facts, accountId, until: expiresAt },
      },
      inWindow,
    );
    await queueEmail(
      tx,
      {
        template: "password-reset",
        to: "b@cast.example",
        accountId,
        props: { name: facts.name, resetLinkId: link.id, expiresAt },
      },
      inWindow,
    );
  });
  const ids = (await db.email.findMany({ select: { id: true } })).map(({ id }) => id);
  for (const now of [inWindow, later(60)]) for (const id of ids) await deliverEmail(id, now, out);

  const secrets = [oneUsePassword(credentialsNonce), resetSecret(nonce)];
  const letters = (to: string) =>
    (server?.taken ?? []).filter((letter) => letter.to === to).map(({ raw }) => raw.replace(/=\r?\n/g, ""));
  expect(letters("a@cast.example")).toHaveLength(2);
  for (const letter of letters("a@cast.example")) expect(letter).toContain(secrets[0]);
  for (const letter of letters("b@cast.example")) expect(letter).toContain(`/forgotten-password/${secrets[1]}`);

  const owner = await asOwner();
  const rows = await owner.query(
    "select e::text from email e union all select j::text from graphile_worker._private_jobs j",
  );
  const audit = await owner.query("select a::text from audit a");
  const everything = JSON.stringify([rows.rows, audit.rows]);
  for (const secret of [...secrets, nonce, credentialsNonce]) expect(everything).not.toContain(secret);
});

it("login details are not sent once the password has been chosen", async () => {
  const { users } = await cast();
  const id = await queue({
    template: "credentials-sent-again",
    to: "amina@cast.example",
    props: { accountId: users.amina.id, name: users.amina.name, email: users.amina.email, until: later(3600) },
  });
  expect(await deliverEmail(id, inWindow, keepInOutbox)).toBe("failed");
  expect((await db.email.findUniqueOrThrow({ where: { id } })).lastError).toContain("used or replaced");
});

it("kept mail can be read in a demo, just as its reader would get it", async () => {
  const id = await queue(changed("amina@rosewood.example"));
  expect(await deliverEmail(id, inWindow, keepInOutbox)).toBe("sent");
  const read = await keptEmail(id, inWindow);
  expect(read).toMatchObject({ state: "sent", transport: "kept", to: "amina@rosewood.example" });
  expect(read?.drawn?.text).toContain("10am on Tuesday 10 November 2026");
});

it("a name with line breaks adds no header to the letter", async () => {
  server = await mailServer();
  const out = smtp(server.url, from);
  const name = "Ann\r\nBcc: all@elsewhere.example\r\n\r\n<b>Hello</b>";
  const id = await queue({
    template: "password-expiring",
    to: "ann@rosewood.example",
    props: { name, expiresOn: "2026-12-01", days: 5 },
  });
  await deliverEmail(id, inWindow, out);
  const head = server.taken[0]?.raw.split("\r\n\r\n")[0] ?? "";
  expect(head).not.toMatch(/^bcc:/im);
  expect(head.match(/^subject:/gim)).toHaveLength(1);
  expect(server.taken.map(({ to }) => to)).toEqual(["ann@rosewood.example"]);
});

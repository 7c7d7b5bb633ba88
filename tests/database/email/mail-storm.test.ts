import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { db, disconnect } from "@/lib/db";
import { deliverEmail, deliveryLease, retryPauses } from "@/lib/email/deliver-email";
import { smtp } from "@/lib/email/transport";
import { inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { changed, from, queue } from "@/tests/support/mail-queue";
import { mailServer, type Behaviour, type MailServer } from "@/tests/support/mail-server";

/** Messages of the test that kills senders: sixty, or as many as the long form wants. */
const storm = Number(process.env.MAIL_STORM ?? 60);

let server: MailServer | undefined;
beforeEach(emptyDatabase);
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(disconnect);

/** As many senders as the pool has connections: more would measure the wait for one. */
const atOnce = 10;

it("when a server defers, drops and hangs, none of sixty messages is lost, and duplicates share one Message-ID", async () => {
  const moods: Behaviour[] = ["take", "later", "drop", "take", "later", "take", "drop"];
  const mood = (to: string, nth: number): Behaviour => {
    const person = Number(/\d+/.exec(to));
    if (person % 10 === 0 && nth === 1) return "hang";
    return nth > retryPauses.length ? "take" : (moods[(person * 5 + nth * 3) % moods.length] ?? "take");
  };
  server = await mailServer(mood);
  const out = smtp(server.url, from, 2_000);
  const ids: string[] = [];
  for (let i = 0; i < 60; i++) ids.push(await queue(changed(`person${i}@rosewood.example`)));

  let now = inWindow;
  for (const pause of [...retryPauses, 0]) {
    for (let at = 0; at < ids.length; at += atOnce)
      await Promise.all(ids.slice(at, at + atOnce).map((id) => deliverEmail(id, now, out)));
    now = new Date(now.getTime() + pause * 1000);
  }
  expect(await db.email.count({ where: { sentAt: null } })).toBe(0);
  expect(new Set(server.taken.map(({ to }) => to)).size).toBe(60);
  expect(server.taken.length).toBeGreaterThan(60);
  const pairs = new Set(server.taken.map(({ to, messageId }) => `${to} ${messageId}`));
  expect(pairs.size).toBe(60);
  expect(server.taken.every(({ messageId }) => /^<[0-9a-f-]{36}@tracker\.example>$/.test(messageId))).toBe(true);
}, 60_000);

it("when five senders are killed at work, no message is lost, and any sent twice share one Message-ID", async () => {
  let tries = 0;
  let victim: ChildProcess | undefined;
  const mood = (to: string, nth: number): Behaviour => {
    if (++tries === storm / 10) victim?.kill("SIGKILL");
    return nth < 3 && Number(/\d+/.exec(to)) % 3 === 0 ? (nth === 1 ? "later" : "drop") : "take";
  };
  const { url, taken } = (server = await mailServer(mood));
  const ids: string[] = [];
  for (let i = 0; i < storm; i++) ids.push(await queue(changed(`person${i}@rosewood.example`)));
  let now = inWindow;
  for (let kills = 0; kills < 5; kills++) {
    tries = 0;
    victim = senderOf(url, now, ids);
    expect(await ended(victim)).toBe("SIGKILL");
    now = new Date(now.getTime() + deliveryLease * 1000);
  }
  victim = undefined;
  const unsent = () => db.email.count({ where: { sentAt: null } });
  expect(await unsent()).toBeGreaterThan(0);
  for (const pause of retryPauses) {
    now = new Date(now.getTime() + (deliveryLease + pause) * 1000);
    expect(await ended(senderOf(url, now, ids))).toBe(0);
    if ((await unsent()) === 0) break;
  }
  expect(await unsent()).toBe(0);
  expect(new Set(taken.map(({ to }) => to)).size).toBe(storm);
  expect(taken.length).toBeGreaterThan(storm);
  expect(new Set(taken.map(({ to, messageId }) => `${to} ${messageId}`)).size).toBe(storm);
}, 600_000);

function senderOf(url: string, at: Date, ids: readonly string[]) {
  const script = join(__dirname, "a-sender.ts");
  const sender = spawn(process.execPath, ["--import", "tsx", script, url, from, at.toISOString()], {
    cwd: join(__dirname, "../../.."),
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["pipe", "ignore", "inherit"],
  });
  sender.stdin.end(ids.join("\n"));
  return sender;
}

const ended = (child: ChildProcess) =>
  new Promise((done) => child.once("exit", (code, signal) => done(signal ?? code)));

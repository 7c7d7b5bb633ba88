import { createHmac, randomBytes } from "node:crypto";
import { POST } from "@/app/api/mail/events/route";
import { db, disconnect, system, transact } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { emailList } from "@/lib/email/queries";
import { forgetEnv } from "@/lib/env";
import { cast, inWindow, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

const key = randomBytes(24);
let world: Cast;
let id: string;

beforeEach(async () => {
  process.env.RESEND_WEBHOOK_SECRET = `whsec_${key.toString("base64")}`;
  forgetEnv();
  await emptyDatabase();
  world = await cast();
  id = await transact(system("test"), "a message", async (tx) => {
    const props = { name: "Amina Yusuf", at: inWindow };
    const queued = await queueEmail(tx, { template: "password-changed", to: "amina@cast.example", props }, inWindow);
    await tx.email.updateMany({ data: { sentAt: inWindow, nextTryAt: null, transport: "resend" } });
    return queued ?? "";
  });
});
afterEach(() => {
  delete process.env.RESEND_WEBHOOK_SECRET;
  forgetEnv();
});
afterAll(disconnect);

const told = (type: string, more: object = {}, message = id) =>
  JSON.stringify({ type, created_at: inWindow, data: { email_id: "x", to: ["a"], tags: { message }, ...more } });

/** As Resend posts it, `ago` seconds ago; what is signed may be another text than what is sent. */
function post(body: string, { ago = 0, signed = body, by = key } = {}): Promise<Response> {
  const at = String(Math.floor(Date.now() / 1000) - ago);
  const signature = createHmac("sha256", by).update(`msg_1.${at}.${signed}`).digest("base64");
  const headers = { "svix-id": "msg_1", "svix-timestamp": at, "svix-signature": `v1,${signature}` };
  const length = { "content-length": String(Buffer.byteLength(body)) };
  return POST(
    new Request("http://localhost:3000/api/mail/events", { method: "POST", body, headers: { ...headers, ...length } }),
  );
}
const states = async () => (await emailList(world.users.sam)).rows.map(({ state, lastError }) => [state, lastError]);

test.each([
  [
    "email.bounced",
    { bounce: { message: "550 no such user", type: "Permanent", subType: "General" } },
    /rejected it permanently: 550 no such user$/,
  ],
  ["email.complained", {}, /reported it as spam$/],
  ["email.failed", { failed: { reason: "quota" } }, /could not be sent: quota$/],
  ["email.suppressed", { suppressed: { message: "on the list", type: "x" } }, /to this address: on the list$/],
])("support sees that a message bounced: %s", async (type, more, words) => {
  expect((await post(told(type, more))).status).toBe(204);
  expect(await states()).toEqual([["bounced", expect.stringMatching(words)]]);
});

test("a delivered message, a report sent twice and a report of a message that is not ours change nothing", async () => {
  await post(told("email.delivered"));
  await post(told("email.bounced", {}, "00000000-0000-4000-8000-000000000000"));
  expect(await states()).toEqual([["sent", null]]);
  await post(told("email.complained"));
  const before = await db.email.findMany();
  expect((await post(told("email.bounced"))).status).toBe(204);
  expect(await db.email.findMany()).toEqual(before);
});

test("a report signed with another key, over something else, or more than five minutes ago is ignored", async () => {
  const bounced = told("email.bounced");
  expect((await post(bounced, { by: randomBytes(24) })).status).toBe(401);
  expect((await post(bounced, { signed: told("email.delivered") })).status).toBe(401);
  expect((await post(bounced, { ago: 310 })).status).toBe(401);
  expect((await post(bounced, { ago: -310 })).status).toBe(401);
  expect((await post("x".repeat(200_000))).status).toBe(413);
  expect(await states()).toEqual([["sent", null]]);
  expect((await post(bounced, { ago: 200 })).status).toBe(204);
});

test("if no secret is set, there is no such address", async () => {
  delete process.env.RESEND_WEBHOOK_SECRET;
  forgetEnv();
  expect((await post(told("email.bounced"))).status).toBe(404);
});

import Ajv2020 from "ajv/dist/2020";
import { Webhook } from "standardwebhooks";
import { endKey } from "@/lib/api/end-key";
import { addWebhook } from "@/lib/api/webhooks/add-webhook";
import { changeWebhookSecret } from "@/lib/api/webhooks/change-webhook-secret";
import { deliveriesSeenBy } from "@/lib/api/webhooks/deliveries";
import { deliverWebhook, webhookLease, webhookPauses } from "@/lib/api/webhooks/deliver-webhook";
import { postTo } from "@/lib/api/webhooks/post-webhook";
import { publicLookup } from "@/lib/api/webhooks/public-address";
import { sendAgain, sendTest } from "@/lib/api/webhooks/send-again";
import { switchWebhook } from "@/lib/api/webhooks/switch-webhook";
import { tellWebhooks } from "@/lib/api/webhooks/tell-webhooks";
import {
  webhookList,
  webhookSeenBy,
  webhooksOfKey,
  type WebhooksSought,
  webhooksUnheard,
} from "@/lib/api/webhooks/webhooks";
import { webhookSecretOf } from "@/lib/api/webhooks/webhook-secret";
import { webhookSchemas } from "@/lib/api/webhooks/webhook-schemas";
import { Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, disconnect, system as by, transact } from "@/lib/db";
import { runDue } from "@/lib/jobs/run-due";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow as now, putPerson } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";
import { receiver } from "@/tests/support/webhook-receiver";
import { webhookOf } from "@/tests/support/webhooks";

let world: Cast;
let system: Awaited<ReturnType<typeof receiver>> | undefined;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterEach(async () => {
  await system?.close();
  system = undefined;
});
afterAll(disconnect);

const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const days = (count: number) => later(count * 86_400);
const taken = () => Promise.resolve(200);
const down = () => Promise.resolve(503);

/** A return of Rosewood is filed and told: gives the number of its delivery. */
async function filed(at = now): Promise<number> {
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), at);
  await tellWebhooks(at);
  return (
    await db.webhookDelivery.findFirstOrThrow({ where: { event: { type: "return.filed" } }, orderBy: { id: "desc" } })
  ).id;
}
const newestHook = async () => (await db.webhook.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
const allHooks = async () => (await webhookList(world.users.sam, { page: 1, size: 25 }, now)).rows;

test("a receiver that is down for the first tries gets the event later, with the same id and a true signature", async () => {
  system = await receiver((nth) => (nth < 3 ? 500 : 204));
  const { secret } = await webhookOf(world.users.ben, world.at.rosewood, now, { address: system.address });
  const id = await filed();
  expect(await deliverWebhook(id, now)).toBe("waiting");
  expect(await deliverWebhook(id, later(10))).toBe("waiting");
  expect(await deliverWebhook(id, later(webhookPauses[0]))).toBe("waiting");
  const third = later(webhookPauses[0] + webhookPauses[1]);
  expect(await deliverWebhook(id, third)).toBe("delivered");
  expect(await deliverWebhook(id, days(1))).toBe("nothing to do");
  const [first, , last] = system.received;
  expect(system.received).toHaveLength(3);
  expect(new Set(system.received.map(({ headers, body }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);
  expect(first?.headers["webhook-timestamp"]).not.toBe(last?.headers["webhook-timestamp"]);
  for (const [nth, { headers, body }] of system.received.entries()) {
    const at = [now, later(webhookPauses[0]), third][nth] ?? now;
    expect(headers["webhook-signature"]).toBe(new Webhook(secret).sign(headers["webhook-id"] ?? "", at, body));
  }
});

test("what is sent names the place, the month and where to read it, and no one", async () => {
  system = await receiver();
  await webhookOf(world.users.ben, world.at.rosewood, now, { address: system.address });
  await deliverWebhook(await filed(), now);
  const rosewood = await db.location.findUniqueOrThrow({ where: { id: world.at.rosewood } });
  const { reference } = await db.return.findFirstOrThrow();
  const [received] = system.received;
  const schema = webhookSchemas.Webhook_return_filed ?? {};
  expect(
    new Ajv2020({ strict: false, validateFormats: false }).validate(schema, JSON.parse(received?.body ?? "")),
  ).toBe(true);
  expect(JSON.parse(received?.body ?? "")).toEqual({
    id: received?.headers["webhook-id"],
    type: "return.filed",
    timestamp: now.toISOString(),
    data: {
      ...{ location: rosewood.id, registerId: rosewood.registerId, collection: "care_home", month: "2026-11" },
      ...{ reference, read: expect.stringMatching(new RegExp(`^http.*/api/v1/receipts/${reference}$`)) as string },
    },
  });
});

test("no redirect is followed, and a delivery is given up after its eighth try", async () => {
  system = await receiver(() => 302);
  await webhookOf(world.users.ben, world.at.rosewood, now, { address: system.address });
  const id = await filed();
  let at = now;
  for (const pause of webhookPauses) {
    expect(await deliverWebhook(id, at)).toBe("waiting");
    at = new Date(at.getTime() + pause * 1000);
  }
  expect(await deliverWebhook(id, at)).toBe("given up");
  expect(system.received).toHaveLength(8);
  const [seen] = await deliveriesSeenBy(world.users.ben, await newestHook(), at);
  expect(await db.webhookDelivery.findUnique({ where: { id } })).toMatchObject({ attempts: 8, lastStatus: 302 });
  expect(seen).toBeDefined();
  expect(await sendAgain(world.users.ben, id, at)).toMatchObject({ ok: true });
  expect(await deliverWebhook(id, at, taken)).toBe("delivered");
});

test("an address that has come to lead into a private network is refused when it is connected to", async () => {
  await webhookOf(world.users.ben, world.at.rosewood, now);
  const id = await filed();
  const asked: string[] = [];
  const turned = ((name: string, _options: object, callback: (fault: null, found: object[]) => void) => {
    asked.push(name);
    callback(null, [
      { address: "93.184.216.34", family: 4 },
      { address: "169.254.169.254", family: 4 },
    ]);
  }) as never;
  expect(await deliverWebhook(id, now, postTo(publicLookup(turned)))).toBe("waiting");
  expect(asked).toEqual(["records.example"]);
  expect(await db.webhookDelivery.findUnique({ where: { id } })).toMatchObject({
    lastStatus: null,
    lastError: "The address leads into a private network, where we send nothing",
  });
});

test("if a worker dies while sending, the next one sends the same, and nothing that was queued is lost", async () => {
  await webhookOf(world.users.ben, world.at.rosewood, now);
  const id = await filed();
  const sent: string[] = [];
  let begun = () => {};
  const inHand = new Promise<void>((resolve) => (begun = resolve));
  void deliverWebhook(id, now, (_address, headers) => {
    sent.push(headers["webhook-id"] ?? "");
    begun();
    return new Promise(() => undefined);
  });
  await inHand;
  expect(await deliverWebhook(id, later(1), taken)).toBe("waiting");
  const next = (_address: string, headers: Record<string, string>) => {
    sent.push(headers["webhook-id"] ?? "");
    return Promise.resolve(200);
  };
  expect(await deliverWebhook(id, later(webhookLease), next)).toBe("delivered");
  expect(new Set(sent).size).toBe(1);

  const lost = await filed(later(60));
  const owner = await asOwner();
  await owner.query("delete from graphile_worker._private_jobs");
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), later(61));
  await owner.query("delete from graphile_worker._private_jobs");
  await runDue(later(3600));
  const { rows } = await owner.query<{ task: string; key: string | null }>(
    "select task_identifier as task, key from graphile_worker.jobs where task_identifier like '%webhook%'",
  );
  expect(rows).toContainEqual({ task: "deliver-webhook", key: `webhook:${lost}` });
  expect(rows).toContainEqual({ task: "tell-webhooks", key: null });
});

test("what waits for a key that has ended is never sent", async () => {
  const { keyId } = await webhookOf(world.users.ben, world.at.rosewood, now);
  const id = await filed();
  await endKey(world.users.ben, keyId, now);
  const never = () => Promise.reject(new Error("It was sent"));
  expect(await deliverWebhook(id, now, never)).toBe("given up");
  expect(await db.webhookDelivery.findUnique({ where: { id } })).toMatchObject({
    attempts: 0,
    lastError: "Not sent, because the key no longer works",
  });
  expect((await allHooks()).map(({ state }) => state)).toEqual(["key ended"]);
  expect(await webhooksOfKey(world.users.ben, keyId, now)).toEqual([]);
});

test("a webhook to which nothing arrives for five days is paused, its holder is emailed, and it can be resumed", async () => {
  await webhookOf(world.users.ben, world.at.rosewood, now);
  const hook = await newestHook();
  expect(await deliverWebhook(await filed(), now, down)).toBe("waiting");
  expect(await deliverWebhook(await filed(days(4)), days(4), down)).toBe("waiting");
  expect(await webhookSeenBy(world.users.ben, hook, days(4))).toMatchObject({ state: "fails", pausedAt: null });
  expect(await deliverWebhook(await filed(days(5)), days(5), down)).toBe("given up");
  expect(await webhookSeenBy(world.users.ben, hook, days(5))).toMatchObject({ state: "paused", waiting: 0 });
  expect(await db.email.findMany({ where: { template: "webhook-paused" } })).toMatchObject([
    {
      to: "ben@cast.example",
      props: {
        because: "failing",
        wrong: "The address answered 503: its system has a fault",
        path: `/accounts/keys/webhooks/${hook}`,
      },
    },
  ]);
  const before = await db.webhookEvent.count();
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), days(5));
  expect(await db.webhookEvent.count()).toBe(before);
  expect(await switchWebhook(world.users.ben, hook, "resume", days(6))).toMatchObject({ ok: true });
  expect(await deliverWebhook(await filed(days(6)), later(6 * 86_400), down)).toBe("waiting");
  expect(await webhookSeenBy(world.users.ben, hook, days(6))).toMatchObject({ state: "fails" });
});

test("one delivery that arrives keeps a webhook from being paused", async () => {
  await webhookOf(world.users.ben, world.at.rosewood, now);
  await deliverWebhook(await filed(), now, down);
  expect(await deliverWebhook(await filed(days(3)), days(3), taken)).toBe("delivered");
  expect(await deliverWebhook(await filed(days(6)), days(6), down)).toBe("waiting");
  expect(await webhookSeenBy(world.users.ben, await newestHook(), days(6))).toMatchObject({ state: "fails" });
});

test("webhooks are seen, tried, paused and ended by those who see their key and by support, and by no one else", async () => {
  const { ben, carla, sam, amina } = world.users;
  await webhookOf(ben, world.at.rosewood, now);
  const hook = await newestHook();
  expect(await webhookSeenBy(carla, hook, now)).toBeNull();
  expect(await webhookSeenBy(amina, hook, now)).toBeNull();
  await expect(switchWebhook(amina, hook, "end", now)).rejects.toThrow(Forbidden);
  for (const attempt of [sendTest(carla, hook, now), switchWebhook(carla, hook, "end", now)])
    expect(await attempt).toMatchObject({ ok: false });
  expect(await sendTest(sam, hook, now)).toMatchObject({ ok: true });
  const [test] = await deliveriesSeenBy(ben, hook, now);
  expect(test).toMatchObject({ type: "test", state: "waiting" });
  expect(await sendAgain(carla, test?.id ?? 0, now)).toMatchObject({ ok: false });
  expect(await deliveriesSeenBy(carla, hook, now)).toEqual([]);
  expect(await switchWebhook(sam, hook, "pause", now)).toMatchObject({ ok: true });
  expect(await sendTest(ben, hook, now)).toMatchObject({ ok: false });
  expect(await switchWebhook(ben, hook, "end", now)).toMatchObject({ ok: true });
  expect(await allHooks()).toEqual([]);
});

test("support finds webhooks by address, system and holder and by how they stand, a page at a time", async () => {
  const { ben, carla, sam } = world.users;
  for (const nth of [1, 2]) await webhookOf(ben, world.at.rosewood, now, { address: `https://records.example/${nth}` });
  await webhookOf(carla, world.at.willowbank, now, { key: { label: "Diaries" } });
  const paused = await newestHook();
  await deliverWebhook(await filed(), now, down);
  const found = async (sought: Partial<WebhooksSought>) => {
    const { rows, total } = await webhookList(sam, { page: 1, size: 25, ...sought }, now);
    return [total, ...rows.map(({ address, state }) => `${address.slice(24)} ${state}`)];
  };
  expect(await found({})).toEqual([3, "hook untried", "2 fails", "1 untried"]);
  expect(await found({ size: 2, page: 2 })).toEqual([3, "1 untried"]);
  expect(await found({ words: "EXAMPLE/2" })).toEqual([1, "2 fails"]);
  expect(await found({ words: "diaries" })).toEqual([1, "hook untried"]);
  expect(await found({ words: "Ben Carter", state: "untried" })).toEqual([1, "1 untried"]);
  expect(await found({ words: "%" })).toEqual([0]);
  expect(await webhooksUnheard(sam, now)).toBe(1);
  await switchWebhook(sam, paused, "pause", now);
  expect(await found({ state: "paused" })).toEqual([1, "hook paused"]);
  expect(await webhooksUnheard(sam, now)).toBe(1);
  for (const list of [webhookList(ben, { page: 1, size: 25 }, now), webhooksUnheard(ben, now)])
    await expect(list).rejects.toThrow(Forbidden);
});

test("every problem of a webhook is said at once beside its field, and a key that may not read gets none", async () => {
  const { ben, carla } = world.users;
  const { keyId } = await webhookOf(ben, world.at.rosewood, now);
  expect(await addWebhook(ben, { keyId, address: "records", events: ["all"] }, now)).toMatchObject({
    problems: [{ field: "address" }, { field: "events" }],
  });
  const fine = { keyId, address: "https://records.example/", events: ["return.filed"] };
  expect(await addWebhook(carla, fine, now)).toMatchObject({ problems: [{ message: "This key has already ended" }] });
  await expect(webhookOf(ben, world.at.rosewood, now, { key: { scopes: ["file"] } })).rejects.toThrow("may not read");
  for (let nth = 0; nth < 4; nth++) expect(await addWebhook(ben, fine, now)).toMatchObject({ ok: true });
  expect(await addWebhook(ben, fine, now)).toMatchObject({ ok: false });
});

test("a changed secret is shown once, and the one before signs beside it for a day and then no more", async () => {
  const { ben, carla, amina, sam } = world.users;
  const { secret: first, keyId } = await webhookOf(ben, world.at.rosewood, now);
  const hook = await newestHook();
  const signedAt = async (at: Date) => {
    const sent: [Record<string, string>, string][] = [];
    await deliverWebhook(await filed(at), at, (_address, ...said) => {
      sent.push(said);
      return Promise.resolve(200);
    });
    const [headers, body] = sent[0] ?? [{}, ""];
    const by = (secret: string) => new Webhook(secret).sign(headers["webhook-id"] ?? "", at, body);
    return { signed: headers["webhook-signature"], by };
  };
  const changed = async (by: User, at: Date) => {
    const outcome = await changeWebhookSecret(by, hook, at);
    return outcome.ok ? webhookSecretOf(outcome.value.nonce) : outcome.problems[0]?.message;
  };
  await expect(changed(amina, now)).rejects.toThrow(Forbidden);
  expect(await changed(carla, now)).toBe("This webhook has already ended");
  const second = (await changed(ben, now)) ?? "";
  expect(second).not.toBe(first);
  const during = await signedAt(later(86_399));
  expect(during.signed).toBe(`${during.by(second)} ${during.by(first)}`);
  expect(await webhookSeenBy(ben, hook, later(86_399))).toMatchObject({ earlierSecretUntil: days(1) });
  const after = await signedAt(days(1));
  expect(after.signed).toBe(after.by(second));
  expect(await webhookSeenBy(ben, hook, days(1))).toMatchObject({ earlierSecretUntil: null });

  const more = [await changed(sam, days(2)), await changed(ben, days(2)), await changed(ben, days(2))];
  expect(await changed(ben, days(2))).toMatch(/^You have changed this secret 3 times/);
  const all = await signedAt(days(2));
  expect(all.signed?.split(" ")).toHaveLength(4);
  expect(all.signed?.split(" ")[0]).toBe(all.by(more[2] ?? ""));
  expect(all.signed?.split(" ")).toContain(all.by(second));
  await endKey(ben, keyId, days(2));
  expect(await changed(sam, days(3))).toMatch(/^The key of this webhook has ended/);
});

test("the webhook of a key to a whole organisation hears of each of its locations, and of no other", async () => {
  const head = { name: "Head Office", kind: "care_home", provider: "Rosewood Care", level: "approver" } as const;
  const user = await transact(by("test"), "came", (tx) => putPerson(tx, "head", head, world.at));
  await webhookOf(user, world.at.rosewood, now, { events: ["return.filed"], key: { whole: true } });
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), now);
  await submitReturn(world.users.ben, filingOf(world.at.hawthorn), now);
  await submitReturn(world.users.carla, filingOf(world.at.willowbank), now);
  expect(await tellWebhooks(now)).toBe(2);
  const heard = await db.webhookDelivery.findMany({ select: { event: { select: { locationId: true } } } });
  expect(heard.map(({ event }) => event.locationId).sort()).toEqual([world.at.rosewood, world.at.hawthorn].sort());
});

test("neither the database nor its audit holds a webhook's secret", async () => {
  const { secret } = await webhookOf(world.users.ben, world.at.rosewood, now);
  await changeWebhookSecret(world.users.ben, await newestHook(), now);
  const owner = await asOwner();
  const kept = await owner.query(`
    select w::text from webhook w union all select s::text from webhook_secret s
      union all select e::text from webhook_earlier_secret e union all select a::text from audit a`);
  const nonces = await owner.query<{ nonce: string }>(
    "select nonce from webhook_secret union all select nonce from webhook_earlier_secret",
  );
  const audited = JSON.stringify((await owner.query("select a::text from audit a")).rows);
  expect(JSON.stringify(kept.rows)).toContain("records.example");
  expect(JSON.stringify(kept.rows)).not.toContain(secret.slice(6));
  expect(nonces.rows).toHaveLength(2);
  for (const { nonce } of nonces.rows) expect(audited).not.toContain(nonce);
});

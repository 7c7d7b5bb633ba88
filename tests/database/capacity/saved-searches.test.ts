import { GET, POST } from "@/app/api/mail/stop-search/[secret]/route";
import { mailSavedSearches } from "@/lib/capacity/mail-saved-searches";
import { saveSearch, savedSearches } from "@/lib/capacity/save-search";
import { setShortlisted, shortlist } from "@/lib/capacity/shortlist";
import { searchOfLink, stopSearch } from "@/lib/capacity/stop-search";
import { Forbidden } from "@/lib/access/policy";
import { db, system, transact } from "@/lib/db";
import { deliverEmail } from "@/lib/email/deliver-email";
import { keptEmail } from "@/lib/email/queries";
import { smtp } from "@/lib/email/transport";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { mailServer } from "@/tests/support/mail-server";
import { placeOnMap, state } from "@/tests/support/stating";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  await placeOnMap({ [world.at.rosewood]: [53.545, -2.115], [world.at.hawthorn]: [53.573, -2.11] });
});

const says = (free: number) => state(world.users.amina, world.at.rosewood, { at: now, free: { GEN_RES: free } });
const mailed = async () => {
  await mailSavedSearches(now);
  return db.email.count({ where: { template: "new-vacancies" } });
};
const save = () => saveSearch(world.users.harun, "near=OL1 1AA&least=1", "A bed near us", now);

test("a saved search emails once for each vacancy: one already there is not news, and one that comes back is", async () => {
  await says(1);
  expect(await save()).toEqual({ ok: true, value: null });
  expect(await mailed()).toBe(0);
  await says(2);
  expect(await mailed()).toBe(0);
  await says(0);
  expect(await mailed()).toBe(0);
  await says(1);
  expect(await mailed()).toBe(1);
  expect(await mailed()).toBe(1);
  await state(world.users.ben, world.at.hawthorn, { at: now, free: { GEN_RES: 1 } });
  expect(await mailed()).toBe(2);
  const written = await db.email.findMany({ where: { template: "new-vacancies" }, select: { props: true } });
  const named = written.map(({ props }) => (props as { places: { name: string }[] }).places.map(({ name }) => name));
  expect(named.sort()).toEqual([["Hawthorn House"], ["Rosewood"]]);
});

test("one press from the email stops it, and opening the link does not", async () => {
  await save();
  await says(1);
  expect(await mailed()).toBe(1);
  const { id } = await db.email.findFirstOrThrow({ where: { template: "new-vacancies" } });
  const secret = /stop-search\/([\w-]+)/.exec((await keptEmail(id, now))?.drawn?.text ?? "")?.[1] ?? "";
  expect(await searchOfLink(secret)).toEqual({ label: "A bed near us", stopped: false });
  await stopSearch(secret, now);
  await stopSearch(secret, now);
  expect(await searchOfLink(secret)).toEqual({ label: "A bed near us", stopped: true });
  await says(0);
  await mailed();
  await says(1);
  expect(await mailed()).toBe(1);
  expect(await savedSearches(world.users.harun)).toEqual([]);
});

test("a mail program's own “unsubscribe” stops it with one press, and following its address does not", async () => {
  await save();
  await says(1);
  expect(await mailed()).toBe(1);
  const { id } = await db.email.findFirstOrThrow({ where: { template: "new-vacancies" } });
  const server = await mailServer();
  expect(await deliverEmail(id, now, smtp(server.url, "Tracker <noreply@tracker.example>"))).toBe("sent");
  await server.close();
  const head = (server.taken[0]?.raw ?? "").split("\r\n\r\n")[0]?.replace(/\r\n\s+/g, " ") ?? "";
  expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  const [, address = ""] = /^List-Unsubscribe: <(.*)>$/m.exec(head) ?? [];
  const params = Promise.resolve({ secret: address.split("/").at(-1) ?? "" });
  const post = (body: string) =>
    POST(
      new Request(address, {
        method: "POST",
        body,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": String(Buffer.byteLength(body)),
        },
      }),
      { params },
    );
  const looked = await GET(new Request(address), { params });
  expect([looked.status, looked.headers.get("location")]).toEqual([303, expect.stringMatching(/\/stop-search\/./)]);
  expect((await post("List-Unsubscribe=Never")).status).toBe(400);
  expect((await post("x".repeat(2000))).status).toBe(413);
  expect(await savedSearches(world.users.harun)).toHaveLength(1);
  for (const press of [1, 2]) expect([press, (await post("List-Unsubscribe=One-Click")).status]).toEqual([press, 204]);
  expect(await savedSearches(world.users.harun)).toEqual([]);
});

test("a closed account gets nothing, and people who may not look can save nothing", async () => {
  await save();
  await transact(system("test"), "left", (tx) =>
    tx.account.update({ where: { id: world.users.harun.id }, data: { deactivatedAt: now } }),
  );
  await says(1);
  expect(await mailed()).toBe(0);
  await expect(saveSearch(world.users.amina, "near=Oldham", "Mine", now)).rejects.toThrow(Forbidden);
});

test("a shortlist is its person's own, holds each location once, and leaves out what has closed", async () => {
  const { harun, sita } = world.users;
  for (const place of [world.at.rosewood, world.at.rosewood, world.at.hawthorn])
    await setShortlisted(harun, place, true, now);
  const names = async () => (await shortlist(harun, now)).places.map(({ name }) => name);
  expect(await names()).toEqual(["Rosewood", "Hawthorn House"]);
  expect((await shortlist(sita, now)).places).toEqual([]);
  await transact(system("test"), "closed", (tx) =>
    tx.location.update({ where: { id: world.at.rosewood }, data: { deregisteredOn: now } }),
  );
  expect(await shortlist(harun, now)).toMatchObject({ gone: 1, places: [{ name: "Hawthorn House" }] });
  await setShortlisted(harun, world.at.hawthorn, false, now);
  expect(await names()).toEqual([]);
  await expect(setShortlisted(world.users.amina, world.at.hawthorn, true, now)).rejects.toThrow(Forbidden);
});

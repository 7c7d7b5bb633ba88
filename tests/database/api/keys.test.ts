import { callerOfKey } from "@/lib/api/caller";
import { endKey } from "@/lib/api/end-key";
import { keyList, type KeysSought } from "@/lib/api/key-list";
import { keysSeenBy } from "@/lib/api/keys";
import { keyOf, makeKey, type KeyAsked } from "@/lib/api/make-key";
import { locationsVisibleTo } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { Forbidden } from "@/lib/access/policy";
import { db, disconnect, system, transact } from "@/lib/db";
import { type Cast, cast, inWindow, putPerson } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let world: Cast;
const now = inWindow;
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const asked = (changes: Partial<KeyAsked> = {}): KeyAsked => ({
  ...{ label: "Rota Records", scopes: ["read", "file"], locations: [world.at.rosewood], days: "90" },
  ...changes,
});

async function made(changes: Partial<KeyAsked> = {}, who: "ben" | "sam" = "ben"): Promise<string> {
  const outcome = await makeKey(world.users[who], asked(changes), now);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join());
  return keyOf(outcome.value.nonce);
}

test("a key acts for its maker at the locations it was made for and nowhere else, under the system's name", async () => {
  const caller = await callerOfKey(await made(), now);
  expect(caller).toMatchObject({
    key: { label: "Rota Records", scopes: ["read", "file"] },
    user: { id: world.users.ben.id, onBehalfOf: "Rota Records, by its key" },
  });
  expect(caller?.user.grants).toEqual([{ level: "standard", locationId: world.at.rosewood }]);
});

test("the database keeps neither the key nor anything that it could be worked out from", async () => {
  const key = await made();
  const rows = await db.$queryRaw<{ all: string }[]>`
    select (select json_agg(k)::text from api_key k) || (select json_agg(s)::text from api_secret s)
           || (select json_agg(a)::text from audit a where a."table" = 'api_key') as all`;
  expect(rows[0]?.all).toContain("Rota Records");
  expect(rows[0]?.all).not.toContain(key.slice(4));
});

test("a key shows when it was last used", async () => {
  const key = await made();
  expect((await keysSeenBy(world.users.ben, now)).map(({ lastUsedAt }) => lastUsedAt)).toEqual([null]);
  await callerOfKey(key, days(1));
  expect((await keysSeenBy(world.users.ben, days(1))).map(({ lastUsedAt }) => lastUsedAt)).toEqual([days(1)]);
});

test("a key ends on its day, when it is ended, and when its maker no longer approves there", async () => {
  const key = await made();
  expect(await callerOfKey(key, days(89))).not.toBeNull();
  expect(await callerOfKey(key, days(90))).toBeNull();
  const [seen] = await keysSeenBy(world.users.ben, now);
  expect(await endKey(world.users.ben, seen?.id ?? 0, now)).toMatchObject({ ok: true });
  expect(await callerOfKey(key, now)).toBeNull();
  const other = await made();
  await transact(system("test"), "lowered", (tx) =>
    tx.access.updateMany({
      where: { accountId: world.users.ben.id, locationId: world.at.rosewood },
      data: { level: "standard" },
    }),
  );
  expect(await callerOfKey(other, now)).toBeNull();
});

test("a closed account's keys no longer work", async () => {
  const key = await made();
  await transact(system("test"), "closed", (tx) =>
    tx.account.update({ where: { id: world.users.ben.id }, data: { deactivatedAt: now } }),
  );
  expect(await callerOfKey(key, now)).toBeNull();
});

test("only approvers and support make keys, and for no location of someone else's", async () => {
  for (const who of ["amina", "shared", "olive", "harun", "petra"] as const)
    await expect(makeKey(world.users[who], asked(), now)).rejects.toThrow(Forbidden);
  expect(await makeKey(world.users.ben, asked({ locations: [world.at.willowbank] }), now)).toMatchObject({
    ok: false,
    problems: [{ field: "locations" }],
  });
});

test("every problem of a key is said at once, beside its field", async () => {
  const outcome = await makeKey(world.users.ben, asked({ label: " ", scopes: [], locations: [], days: "400" }), now);
  expect(outcome).toMatchObject({
    ok: false,
    problems: [{ field: "label" }, { field: "days" }, { field: "locations" }, { field: "scopes" }],
  });
});

test("support makes a key for an overseer, which reads their area and can do nothing else", async () => {
  const email = "olive@cast.example";
  expect(await makeKey(world.users.sam, asked({ email, locations: [] }), now)).toMatchObject({
    problems: [{ field: "scopes", message: "A key for someone who oversees an area or organisation can only read" }],
  });
  const caller = await callerOfKey(await made({ email, locations: [], scopes: ["read"] }, "sam"), now);
  expect(caller?.user).toMatchObject({ id: world.users.olive.id, kind: "local_authority" });
});

test("a key for a whole organisation follows its approver's access, and is ended by another of its approvers", async () => {
  const head = { kind: "care_home", provider: "Rosewood Care", level: "approver" } as const;
  const put = (name: string) =>
    transact(system("test"), "came", (tx) => putPerson(tx, name, { name, ...head }, world.at));
  const [grace, gil] = [await put("grace"), await put("gil")];
  const key = async (user: User, changes: Partial<KeyAsked>) => {
    const outcome = await makeKey(user, asked({ locations: [], whole: true, ...changes }), now);
    return outcome.ok ? keyOf(outcome.value.nonce) : outcome.problems.map(({ field }) => field);
  };
  expect(await key(world.users.ben, {})).toEqual(["locations"]);
  for (const secret of [await key(grace, {}), await made({ email: grace.email, locations: [] }, "sam")]) {
    const caller = await callerOfKey(String(secret), now);
    expect(caller?.user).toMatchObject({ id: grace.id, grants: [{ level: "standard" }] });
    expect(await db.location.count({ where: caller ? locationsVisibleTo(caller.user) : { id: 0 } })).toBe(2);
  }
  const secret = String(await key(grace, {}));
  await transact(system("test"), "joined", (tx) =>
    tx.location.update({
      where: { id: world.at.willowbank },
      data: { dualProviderId: grace.grants[0]?.providerId ?? 0 },
    }),
  );
  const joined = await callerOfKey(secret, now);
  expect(await db.location.count({ where: joined ? locationsVisibleTo(joined.user) : { id: 0 } })).toBe(3);
  const one = await callerOfKey(String(await key(grace, { whole: false, locations: [world.at.rosewood] })), now);
  expect(one?.user.grants).toEqual([{ level: "standard", locationId: world.at.rosewood }]);

  const labels = async (user: User) => (await keysSeenBy(user, now)).map(({ locations }) => locations);
  expect(await labels(gil)).toEqual([["Rosewood"], [], [], []]);
  expect(await labels(world.users.ben)).toEqual([["Rosewood"]]);
  expect(await labels(world.users.carla)).toEqual([]);
  await transact(system("test"), "lowered", (tx) =>
    tx.access.updateMany({ where: { accountId: grace.id }, data: { level: "standard" } }),
  );
  expect(await callerOfKey(secret, now)).toBeNull();
});

test("support makes a key for an approver's every location, and for no one without a location or an area", async () => {
  const caller = await callerOfKey(await made({ email: "ben@cast.example", locations: [] }, "sam"), now);
  expect(caller?.user.grants.map(({ locationId }) => locationId).sort()).toEqual(
    [world.at.rosewood, world.at.hawthorn].sort(),
  );
  for (const who of ["amina", "shared", "dan", "hope", "gwen", "harun", "sita", "agnes", "otto", "sue", "nobody"])
    expect(await makeKey(world.users.sam, asked({ email: `${who}@cast.example` }), now)).toMatchObject({
      problems: [{ field: "email" }],
    });
});

test("support finds keys by system, holder and location, those that end soon and those unused, a page at a time", async () => {
  const olive = { email: "olive@cast.example", locations: [], scopes: ["read"], label: "Council" };
  const secret = await made({ days: "30" });
  await made({ ...olive }, "sam");
  const found = async (sought: Partial<KeysSought>, at = now) => {
    const { rows, total } = await keyList(world.users.sam, { page: 1, size: 25, ...sought }, at);
    return [total, ...rows.map(({ label }) => label)];
  };
  expect(await found({})).toEqual([2, "Council", "Rota Records"]);
  expect(await found({ size: 1, page: 2 })).toEqual([2, "Rota Records"]);
  expect(await found({ words: "coun" })).toEqual([1, "Council"]);
  expect(await found({ words: "rosew" })).toEqual([1, "Rota Records"]);
  expect(await found({ words: "ben@cast" })).toEqual([1, "Rota Records"]);
  expect(await found({ words: "nobody" })).toEqual([0]);
  expect(await found({ wanted: "ending" })).toEqual([1, "Rota Records"]);
  expect(await found({ wanted: "unused" }, days(29))).toEqual([0]);
  await callerOfKey(secret, days(5));
  expect(await found({ wanted: "unused" }, days(30))).toEqual([1, "Council"]);
  await expect(keyList(world.users.ben, { page: 1, size: 25 }, now)).rejects.toThrow(Forbidden);
});

test("a key is seen and ended by those who approve for its locations, and by support", async () => {
  await made();
  expect(await keysSeenBy(world.users.sam, now)).toHaveLength(1);
  expect(await keysSeenBy(world.users.carla, now)).toEqual([]);
  const [seen] = await keysSeenBy(world.users.sam, now);
  expect(await endKey(world.users.carla, seen?.id ?? 0, now)).toMatchObject({ ok: false });
  expect(await keysSeenBy(world.users.ben, now)).toHaveLength(1);
});

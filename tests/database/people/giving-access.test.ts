import { giveAccess, setAccess } from "@/lib/access/give";
import { db, disconnect, system, transact } from "@/lib/db";
import { closeAccount } from "@/lib/people/close-account";
import { endExpiredAccess } from "@/lib/jobs/end-expired-access";
import { decideRequest } from "@/lib/registrations/decide-request";
import { cast, inWindow as now, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const rows = () =>
  db.access.findMany({
    where: { accountId: world.users.amina.id, locationId: world.at.rosewood },
    orderBy: { id: "asc" },
  });
const rosewood = () => ({ locationId: world.at.rosewood, providerId: null, areaId: null });
const approved = async (level: "standard" | "approver", asked: "standard" | "approver" = level) => {
  const { id } = await transact(system("test"), "asks again", (tx) =>
    tx.accessRequest.create({
      data: { accountId: world.users.amina.id, locationId: world.at.rosewood, level: asked, requestedAt: now },
    }),
  );
  expect((await decideRequest(world.users.ben, id, "approved", { level }, now)).ok).toBe(true);
  return id;
};
const until = (endsAt: Date) =>
  transact(system("test"), "until a day", (tx) =>
    tx.access.updateMany({ where: { accountId: world.users.amina.id }, data: { endsAt } }),
  );

test("deciding a request of someone who already has access keeps the old row, and ends it beside the new one", async () => {
  const [before] = await rows();
  const requestId = await approved("approver");
  const [old, raised, ...more] = await rows();
  expect(more).toEqual([]);
  expect(old).toEqual({ ...before, endedAt: now, endedById: world.users.ben.id, endedReason: "Made Approver" });
  expect(raised).toMatchObject({
    level: "approver",
    grantedAt: now,
    grantedById: world.users.ben.id,
    requestId,
    endsAt: null,
    endedAt: null,
  });
});

test("an approval never lowers what someone has", async () => {
  await approved("approver");
  await approved("standard", "standard");
  expect((await rows()).map(({ level, endedAt }) => [level, endedAt])).toEqual([
    ["standard", now],
    ["approver", null],
  ]);
});

test("an approval changes nothing where someone has the same access already, and takes a last day away", async () => {
  await approved("standard");
  expect(await rows()).toHaveLength(1);
  await until(new Date(now.getTime() + 60_000));
  await approved("standard");
  expect((await rows()).map(({ endsAt, endedReason }) => [endsAt !== null, endedReason])).toEqual([
    [true, "Given again"],
    [false, null],
  ]);
});

test("access whose last day has passed gives way to what is approved, and keeps the day on which it ended", async () => {
  const yesterday = new Date(now.getTime() - 24 * 60 * 60_000);
  await until(yesterday);
  await approved("standard");
  const [old, anew] = await rows();
  expect(old).toMatchObject({ endedAt: yesterday, endedById: null, endedReason: "Its last day has passed" });
  expect(anew).toMatchObject({ level: "standard", endsAt: null, endedAt: null });
  expect(await endExpiredAccess(now)).toBe("0 accesses ended");
});

test("closing an account leaves access that had run out to the day on which it ended", async () => {
  const yesterday = new Date(now.getTime() - 24 * 60 * 60_000);
  await until(yesterday);
  const { id, email } = world.users.amina;
  await transact(system("test"), "left", (tx) => closeAccount(tx, world.users.sam, { id, email }, "Left", now));
  await endExpiredAccess(now);
  expect(await rows()).toMatchObject([{ endedAt: yesterday, endedReason: "Its last day has passed" }]);
});

test("if ten people give the same access at once, one row counts", async () => {
  const { id } = world.users.dan;
  const giving = { level: "standard", givenById: null } as const;
  const changed = await Promise.all(
    Array.from({ length: 10 }, () =>
      transact(system("test"), "gives", (tx) => giveAccess(tx, id, rosewood(), giving, now)),
    ),
  );
  expect(changed.filter(Boolean)).toHaveLength(1);
  expect(await db.access.count({ where: { accountId: id, ...rosewood() } })).toBe(1);
});

test("setting access lowers as well, and nothing is overwritten", async () => {
  await approved("approver");
  const endsAt = new Date(now.getTime() + 60_000);
  const exactly = { level: "standard", endsAt, givenById: null } as const;
  expect(
    await transact(system("test"), "sets", (tx) => setAccess(tx, world.users.amina.id, rosewood(), exactly, now)),
  ).toBe(true);
  expect((await rows()).map(({ level, endedReason }) => [level, endedReason])).toEqual([
    ["standard", "Made Approver"],
    ["approver", "Made Standard"],
    ["standard", null],
  ]);
});

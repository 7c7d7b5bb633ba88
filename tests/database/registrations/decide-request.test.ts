import { Forbidden } from "@/lib/access/policy";
import { db, disconnect, system, transact } from "@/lib/db";
import { decideRequest } from "@/lib/registrations/decide-request";
import { requestAccess } from "@/lib/registrations/request-access";
import { cast, inWindow, type Cast, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { details, forgetMails, mails, register } from "@/tests/support/registering";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const at = (...names: (keyof Cast["at"])[]) => names.map((name) => world.at[name]);
const approve = (who: PersonName, request: number, level: "standard" | "approver" = "standard") =>
  decideRequest(world.users[who], request, "approved", { level }, inWindow);
const reject = (who: PersonName, request: number, reason?: string) =>
  decideRequest(world.users[who], request, "rejected", { reason }, inWindow);

test("the first approval activates the account and emails its login details", async () => {
  const { request, requests } = await register({ locationIds: at("rosewood", "hawthorn") }, inWindow);
  await forgetMails();
  expect(await db.account.count({ where: { email: details.email ?? "" } })).toBe(0);

  expect((await approve("ben", request)).ok).toBe(true);
  const account = await db.account.findFirstOrThrow({
    where: { email: details.email ?? "" },
    include: { access: true },
  });
  expect(account.passwordHash).not.toBeNull();
  expect(account.passwordSetAt).toBeNull();
  expect(account.access.map(({ locationId, level }) => ({ locationId, level }))).toEqual([
    {
      locationId: world.at[requests[0]?.locationId === world.at.rosewood ? "rosewood" : "hawthorn"],
      level: "standard",
    },
  ]);
  expect(await mails()).toEqual(["registration-approved → nadia@rosewood.example"]);

  expect((await approve("ben", requests[1]?.id ?? 0)).ok).toBe(true);
  expect(await db.access.count({ where: { accountId: account.id } })).toBe(2);
  expect(await mails()).toEqual([
    "access-granted → nadia@rosewood.example",
    "registration-approved → nadia@rosewood.example",
  ]);
});

test("of 50 decisions made at once, one wins, and one message is sent", async () => {
  const { request } = await register({ locationIds: at("rosewood") }, inWindow);
  await forgetMails();
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, turn) =>
      turn % 2 ? approve("ben", request) : reject("sam", request, "Not known here"),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toEqual({
    ok: false,
    problems: [{ code: "decided", message: "Someone has already decided this request" }],
  });
  expect(await mails()).toHaveLength(1);
  expect(await db.account.count({ where: { email: details.email ?? "" } })).toBeLessThanOrEqual(1);
});

test("two locations approved at the same moment by two people make one account", async () => {
  const { requests } = await register({ locationIds: at("rosewood", "willowbank") }, inWindow);
  const of = (place: keyof Cast["at"]) => requests.find(({ locationId }) => locationId === world.at[place])?.id ?? 0;
  const outcomes = await Promise.all([approve("ben", of("rosewood")), approve("carla", of("willowbank"))]);
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const account = await db.account.findFirstOrThrow({
    where: { email: details.email ?? "" },
    include: { access: true },
  });
  expect(account.access).toHaveLength(2);
});

test("someone who asks to be an approver may be approved as Standard, but no one gets more than they asked for", async () => {
  const modest = await register({ locationIds: at("rosewood") }, inWindow);
  expect((await approve("ben", modest.request, "approver")).ok).toBe(false);
  const bold = await register(
    { email: "bold@rosewood.example", level: "approver", locationIds: at("rosewood") },
    inWindow,
  );
  expect((await approve("ben", bold.request, "standard")).ok).toBe(true);
  const [access] = await db.access.findMany({ where: { requestId: bold.request } });
  expect(access?.level).toBe("standard");
});

test("a rejection needs a reason, which we tell the applicant, and makes no account", async () => {
  const { request } = await register({ locationIds: at("rosewood") }, inWindow);
  await forgetMails();
  expect(await reject("ben", request, "  ")).toEqual({
    ok: false,
    problems: [{ field: "reason", message: "Enter the reason. The person will read it" }],
  });
  expect((await reject("ben", request, "We do not know you")).ok).toBe(true);
  const [mail] = await db.email.findMany();
  expect(mail?.template).toBe("registration-rejected");
  expect(mail?.props).toMatchObject({ reason: "We do not know you", places: ["Rosewood"] });
  expect(await db.account.count({ where: { email: details.email ?? "" } })).toBe(0);
});

const relations: [string, PersonName, boolean][] = [
  ["an approver of the place", "ben", true],
  ["a standard user of the place", "amina", false],
  ["an approver of another place", "carla", false],
  ["a shared account of the place", "shared", false],
  ["an approver of the council's area", "olive", false],
  ["the parent organisation", "petra", false],
  ["an NHS region", "nora", false],
  ["someone with sums alone", "agnes", false],
  ["a search-only user", "sita", false],
  ["someone of another kind", "otto", false],
  ["support", "sam", true],
];

test.each(relations)("%s (%s) may decide about a location: %s", async (_, who, may) => {
  const { request } = await register({ locationIds: at("rosewood") }, inWindow);
  const deciding = approve(who, request);
  if (may) expect((await deciding).ok).toBe(true);
  else await expect(deciding).rejects.toThrow(Forbidden);
});

test.each([
  ["an approver of the area", "olive", true],
  ["a standard user of another area", "rory", false],
  ["an approver of a place in the area", "ben", false],
  ["support", "sue", true],
] as [string, PersonName, boolean][])("%s (%s) may decide about an area: %s", async (_, who, may) => {
  const oldham = world.users.olive.grants[0]?.area?.id ?? 0;
  const { request } = await register({ kind: "local_authority", areaIds: [oldham] }, inWindow);
  const deciding = approve(who, request);
  if (may) expect((await deciding).ok).toBe(true);
  else await expect(deciding).rejects.toThrow(Forbidden);
});

test.each([
  ["sub_icb", "iris"],
  ["lrf", "leo"],
  ["nhs_region", "nora"],
  ["local_authority", "rory"],
] as const)(
  "an approver of a %s (%s) is told who registers for it, and decides; a Standard user is not told and cannot decide",
  async (kind, who) => {
    const { id, grants } = world.users[who];
    const areaIds = [grants[0]?.area?.id ?? 0];
    const before = await register({ kind, areaIds }, inWindow);
    expect(await mails()).toContain("registration-waiting → support@tracker.example");
    await expect(approve(who, before.request)).rejects.toThrow(Forbidden);

    await transact(system("test"), "made an approver", (tx) =>
      tx.access.updateMany({ where: { accountId: id }, data: { level: "approver" } }),
    );
    const approver = { ...world.users[who], grants: grants.map((grant) => ({ ...grant, level: "approver" as const })) };
    await forgetMails();
    const after = await register({ email: "next@area.example", kind, areaIds }, inWindow);
    expect(await mails()).toContain(`registration-waiting → ${who}@cast.example`);
    expect(await mails()).not.toContain("registration-waiting → support@tracker.example");
    const outcome = await decideRequest(approver, after.request, "approved", { level: "standard" }, inWindow);
    expect(outcome.ok).toBe(true);
    await expect(decideRequest(world.users.olive, before.request, "approved", {}, inWindow)).rejects.toThrow(Forbidden);
  },
);

test("no one decides their own request, not even support", async () => {
  await requestAccess(world.users.ben, [{ locationId: world.at.willowbank }], "standard", inWindow);
  const own = await db.accessRequest.findFirstOrThrow({ where: { accountId: world.users.ben.id } });
  await expect(approve("ben", own.id)).rejects.toThrow(Forbidden);
  expect((await approve("carla", own.id)).ok).toBe(true);

  const again = await register({ email: "ben@cast2.example", locationIds: at("rosewood") }, inWindow);
  const twin = { ...world.users.ben, email: "ben@cast2.example" };
  await expect(decideRequest(twin, again.request, "approved", {}, inWindow)).rejects.toThrow(Forbidden);
});

test("a request that does not exist is refused just like one that is not theirs", async () => {
  await expect(approve("ben", 999_999)).rejects.toThrow(Forbidden);
});

test("totals-only access covers all of England, and approves no one", async () => {
  const { request } = await register(
    {
      kind: "aggregate_only",
      organisation: "Care Association",
      address: "1 High Street",
      postcode: "OL1 1AA",
      level: "approver",
    },
    inWindow,
  );
  expect((await approve("sam", request, "approver")).ok).toBe(false);
  expect((await approve("sam", request)).ok).toBe(true);
  const access = await db.access.findFirstOrThrow({ where: { requestId: request }, include: { area: true } });
  expect(access.area?.kind).toBe("country");
});

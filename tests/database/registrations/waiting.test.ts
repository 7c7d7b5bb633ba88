import { disconnect } from "@/lib/db";
import { decideRequest } from "@/lib/registrations/decide-request";
import { request, requestsWaiting, requestsWaitingCount } from "@/lib/registrations/queries";
import { can } from "@/lib/access/policy";
import { cast, inWindow, type Cast, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { register } from "@/tests/support/registering";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const waitingFor = async (who: PersonName, filters = {}, now = inWindow) =>
  (await requestsWaiting(world.users[who], filters, 1, now)).rows.map(({ name, place }) => `${name}: ${place}`);
const daysLater = (days: number) => new Date(inWindow.getTime() + days * 24 * 3_600_000);

test("approvers see requests for their own locations, and support sees those that no one else decides", async () => {
  await register({ locationIds: [world.at.rosewood] }, inWindow);
  await register(
    { email: "l@larch.example", fullName: "Lea Larch", kind: "home_care", locationIds: [world.at.larch] },
    inWindow,
  );
  await register(
    {
      email: "o@other.example",
      fullName: "Ola Other",
      kind: "other",
      organisation: "Helpers",
      address: "1 Road",
      why: "We help people",
    },
    inWindow,
  );
  expect(await waitingFor("ben")).toEqual(["Nadia Newcomer: Rosewood"]);
  expect(await waitingFor("carla")).toEqual([]);
  expect(await waitingFor("sam")).toEqual(["Lea Larch: Larch Home Care", "Ola Other: Helpers"]);
  expect(await waitingFor("sam", { all: true })).toHaveLength(3);
  expect(await waitingFor("sam", { all: true, kind: "other" })).toEqual(["Ola Other: Helpers"]);
  expect(await waitingFor("sam", { all: true, text: "rosew" })).toEqual(["Nadia Newcomer: Rosewood"]);
});

test("after 48 hours support sees requests that an approver has left waiting", async () => {
  await register({ locationIds: [world.at.rosewood] }, inWindow);
  expect(await waitingFor("sam", {}, daysLater(1))).toEqual([]);
  expect(await waitingFor("sam", {}, daysLater(3))).toEqual(["Nadia Newcomer: Rosewood"]);
});

test("the number on the tile is the number on the list, and falls with a decision", async () => {
  const { request: id } = await register({ locationIds: [world.at.rosewood, world.at.hawthorn] }, inWindow);
  await register({ email: "b@rosewood.example", fullName: "Bea New", locationIds: [world.at.rosewood] }, inWindow);
  expect(await waitingFor("ben")).toEqual(["Nadia Newcomer: Hawthorn House and Rosewood", "Bea New: Rosewood"]);
  expect(await requestsWaitingCount(world.users.ben, inWindow)).toBe(2);
  await decideRequest(world.users.ben, id, "approved", {}, inWindow);
  expect(await requestsWaitingCount(world.users.ben, inWindow)).toBe(2);
  const { ids = [] } = (await requestsWaiting(world.users.ben, {}, 1, inWindow)).rows[0] ?? {};
  for (const each of ids) await decideRequest(world.users.ben, each, "approved", {}, inWindow);
  expect(await requestsWaitingCount(world.users.ben, inWindow)).toBe(1);
});

test("policy and list agree: each of the cast is shown exactly what they may decide", async () => {
  const oldham = world.users.olive.grants[0]?.area?.id ?? 0;
  const made = [
    await register({ locationIds: [world.at.rosewood, world.at.willowbank] }, inWindow),
    await register({ email: "c@oldham.example", kind: "local_authority", areaIds: [oldham] }, inWindow),
    await register(
      {
        email: "s@s.example",
        kind: "search_only",
        organisation: "Seekers",
        address: "1 Road",
        why: "We look for beds",
      },
      inWindow,
    ),
  ];
  const ids = made.flatMap(({ requests }) => requests.map(({ id }) => id));
  for (const [name, user] of Object.entries(world.users)) {
    const listed = (await requestsWaiting(user, { all: true }, 1, inWindow)).rows
      .flatMap(({ ids: each }) => each)
      .sort();
    const opened = [];
    for (const id of ids) if (await request(user, id, inWindow)) opened.push(id);
    expect({ name, listed }).toEqual({ name, listed: opened.sort() });
    if (listed.length > 0) expect(can(user, "decide requests")).toBe(true);
  }
});

test("whoever decides is told what the service noticed", async () => {
  const { request: id } = await register(
    { email: "amina.yusuf@gmail.com", fullName: "Yusuf Amina", locationIds: [world.at.rosewood, world.at.willowbank] },
    inWindow,
  );
  const opened = await request(world.users.ben, id, inWindow);
  expect(opened?.noticed).toMatchObject({ elsewhere: ["Willowbank"], hasApprover: true });
  expect(opened?.noticed.namesakes).toEqual([{ name: "Amina Yusuf", email: "amina@cast.example", where: "here" }]);
});

test("someone of the same name with an account at another location is named to support only", async () => {
  const { request: id } = await register(
    { email: "d.larch@rosewood.example", fullName: "Dan Larch", locationIds: [world.at.rosewood] },
    inWindow,
  );
  expect((await request(world.users.sam, id, inWindow))?.noticed.namesakes).toEqual([
    { name: "Dan Larch", email: "dan@cast.example", where: "elsewhere" },
  ]);
  expect((await request(world.users.ben, id, inWindow))?.noticed.namesakes).toEqual([]);
});

test("a request is found by the location's postcode and by who runs it", async () => {
  await register({ locationIds: [world.at.rosewood] }, inWindow);
  for (const text of ["ol1 1a", "rosewood care", "nadia@"])
    expect([text, await waitingFor("sam", { all: true, text })]).toEqual([text, ["Nadia Newcomer: Rosewood"]]);
});

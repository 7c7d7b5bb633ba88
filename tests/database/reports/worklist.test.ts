import { asUser } from "@/lib/access/user";
import { db, system, transact } from "@/lib/db";
import { ownAreas, type SeenArea } from "@/lib/reports/queries";
import { assignLocation } from "@/lib/reports/worklist/assign-location";
import { chaseTogether } from "@/lib/reports/worklist/chase-together";
import { chasedLocation } from "@/lib/reports/worklist/chased-location";
import { recordContact } from "@/lib/reports/worklist/record-contact";
import { remindLocation } from "@/lib/reports/worklist/remind-location";
import { worklist, type WorklistWanted } from "@/lib/reports/worklist/worklist";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow, type PersonName, putPerson } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";

let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const everyone: WorklistWanted = {
  search: "",
  reason: "all",
  assigned: "all",
  by: "name",
  descending: false,
  page: 1,
  size: 25,
};

const listOf = (person: PersonName, wanted: Partial<WorklistWanted> = {}, area: SeenArea | null = null) =>
  worklist(world.users[person], area, { ...everyone, ...wanted }, inWindow);

const names = async (...asked: Parameters<typeof listOf>) => (await listOf(...asked)).rows.map(({ name }) => name);

const rosewoodOn = async (person: PersonName) => (await listOf(person)).rows.find(({ id }) => id === world.at.rosewood);

const rosewoodFiles = async () => {
  const filed = await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
  expect(filed.ok).toBe(true);
};

test("a council's worklist holds its locations that have not filed, and says why", async () => {
  const { rows, counts } = await listOf("olive", { by: "name" });
  expect(rows.map(({ name, waiting, users }) => ({ name, waiting, users }))).toEqual([
    { name: "Brightwell Hospice", waiting: [], users: 1 },
    { name: "Hawthorn House", waiting: ["care_home", "home_care"], users: 1 },
    { name: "Rosewood", waiting: ["care_home"], users: 3 },
  ]);
  expect(counts).toMatchObject({ waiting: 2, one_user: 2, notice: 2 });
  expect(rows[0]?.reasons).toEqual(["one_user"]);
});

test("a location leaves the list of those who have not filed when its return comes in", async () => {
  expect(await names("olive", { reason: "waiting" })).toEqual(["Hawthorn House", "Rosewood"]);
  await rosewoodFiles();
  expect(await names("olive", { reason: "waiting" })).toEqual(["Hawthorn House"]);
});

test("each person's worklist holds the locations they oversee, and no one else has one", async () => {
  const seen: Partial<Record<PersonName, string[]>> = {
    olive: ["Hawthorn House", "Rosewood"],
    rory: ["Willowbank"],
    iris: ["Hawthorn House", "Rosewood"],
    leo: ["Hawthorn House", "Rosewood", "Willowbank"],
    nate: ["Hawthorn House", "Larch Home Care", "Rosewood", "Willowbank"],
    petra: ["Hawthorn House", "Rosewood"],
    sam: ["Hawthorn House", "Larch Home Care", "Rosewood", "Willowbank"],
    agnes: [],
    sita: [],
  };
  for (const [person, list] of Object.entries(seen))
    expect([person, await names(person as PersonName, { reason: "waiting" })]).toEqual([person, list]);
  const [rochdale] = await ownAreas(world.users.rory);
  if (!rochdale) throw new Error("Rory has no area");
  expect(await names("olive", {}, rochdale)).toEqual([]);
  expect(await names("nate", { reason: "waiting" }, rochdale)).toEqual(["Willowbank"]);
});

test("a bed that was found taken and a vacancy that is older than usual put a home on the list", async () => {
  await rosewoodFiles();
  const later = new Date(inWindow.getTime() + 20 * 86_400_000);
  const old = await worklist(world.users.olive, null, { ...everyone, reason: "stale" }, later);
  expect(old.rows.map(({ name }) => name)).toEqual(["Rosewood"]);
  const { bedUpdateId } = await db.return.findFirstOrThrow({ where: { locationId: world.at.rosewood } });
  await transact(system("test"), "a doubt", (tx) =>
    tx.callOutcome.create({
      data: {
        locationId: world.at.rosewood,
        bedUpdateId,
        result: "taken",
        at: inWindow,
        byId: world.users.harun.id,
        organisation: "Moorside",
      },
    }),
  );
  expect(await names("olive", { reason: "doubted" })).toEqual(["Rosewood"]);
  const both = await worklist(world.users.olive, null, { ...everyone, reason: "stale" }, later);
  expect(both.rows).toEqual([]);
});

test("searching, sorting and paging give the same locations as the whole list", async () => {
  const all = await names("nate", { size: null });
  expect(all).toEqual([...all].sort());
  const paged = [];
  for (const page of [1, 2, 3]) paged.push(...(await names("nate", { size: 2, page })));
  expect(paged).toEqual(all);
  expect((await listOf("nate", { size: 2, page: 99 })).page).toBe(Math.ceil(all.length / 2));
  expect(await names("nate", { search: "OL16" })).toEqual(["Willowbank"]);
  expect(await names("nate", { by: "users", descending: true, size: 1 })).toEqual(["Rosewood"]);
});

test("a call is recorded for everyone who oversees the location, and goes to the audit", async () => {
  const call = { locationId: world.at.rosewood, result: "will_file", note: "Back on Thursday" };
  expect(await recordContact(world.users.olive, call, inWindow)).toMatchObject({ ok: true });
  const seen = (await rosewoodOn("iris"))?.lastContact;
  expect(seen).toMatchObject({ by: "Olive Oldham", result: "will_file", note: "Back on Thursday" });
  expect(await db.audit.count({ where: { table: "contact_made", accountId: world.users.olive.id } })).toBe(1);
  const empty = await recordContact(world.users.olive, { ...call, result: "" }, inWindow);
  expect(empty).toMatchObject({ ok: false, problems: [{ field: "result" }] });
  const long = await recordContact(world.users.olive, { ...call, note: "x".repeat(501) }, inWindow);
  expect(long).toMatchObject({ ok: false, problems: [{ field: "note" }] });
});

test("only those who oversee a location may record a call, send a reminder or assign it", async () => {
  for (const person of ["amina", "ben", "rory", "agnes", "harun", "sita"] as const) {
    const user = world.users[person];
    const { rosewood } = world.at;
    expect(await chasedLocation(user, rosewood, inWindow)).toBeNull();
    const call = { locationId: rosewood, result: "spoke", note: "" };
    await expect(recordContact(user, call, inWindow)).rejects.toThrow("Not allowed");
    await expect(remindLocation(user, rosewood, inWindow)).rejects.toThrow("Not allowed");
    await expect(assignLocation(user, { locationId: rosewood, colleague: "" }, inWindow)).rejects.toThrow(
      "Not allowed",
    );
  }
  expect(await db.contactMade.count()).toBe(0);
});

test("a reminder goes to the users of a location once a day, and says who asked for it", async () => {
  const sent = await remindLocation(world.users.olive, world.at.rosewood, inWindow);
  expect(sent).toMatchObject({ ok: true, value: { sent: 3 } });
  const mails = await db.email.findMany({ where: { template: "return-reminder" } });
  expect(mails.map(({ to }) => to).sort()).toEqual(["amina@cast.example", "ben@cast.example", "shared@cast.example"]);
  expect(mails[0]?.props).toMatchObject({ month: "2026-11" });
  expect(JSON.stringify(mails[0]?.props)).toContain("Oldham");
  const again = await remindLocation(world.users.iris, world.at.rosewood, inWindow);
  expect(again).toMatchObject({ ok: false });
  expect(await db.email.count({ where: { template: "return-reminder" } })).toBe(3);
  const tomorrow = new Date(inWindow.getTime() + 86_400_000);
  expect(await remindLocation(world.users.iris, world.at.rosewood, tomorrow)).toMatchObject({ ok: true });
});

test("no reminder goes to a location that has filed, or when the window has closed", async () => {
  const closed = new Date("2026-11-20T10:00:00Z");
  expect(await remindLocation(world.users.olive, world.at.rosewood, closed)).toMatchObject({ ok: false });
  await rosewoodFiles();
  expect(await remindLocation(world.users.olive, world.at.rosewood, inWindow)).toMatchObject({ ok: false });
  expect(await db.contactMade.count()).toBe(0);
});

test("a location is assigned to a colleague of the same council, and each organisation has its own", async () => {
  const oona = await transact(system("test"), "a colleague", (tx) =>
    putPerson(
      tx,
      "oona",
      { name: "Oona Oldham", kind: "local_authority", area: { kind: "local_authority", name: "Oldham" } },
      world.at,
    ),
  );
  const { rosewood } = world.at;
  const to = (id: number) => ({ locationId: rosewood, colleague: String(id) });
  expect(await assignLocation(world.users.olive, to(oona.id), inWindow)).toMatchObject({ ok: true });
  expect(await names("olive", { assigned: String(oona.id) })).toEqual(["Rosewood"]);
  expect(await names("olive", { assigned: "nobody" })).toEqual(["Brightwell Hospice", "Hawthorn House"]);
  expect(await rosewoodOn("iris")).toMatchObject({ assignedTo: null });
  const foreign = await assignLocation(world.users.olive, to(world.users.rory.id), inWindow);
  expect(foreign).toMatchObject({ ok: false, problems: [{ field: "colleague" }] });
  expect(await assignLocation(world.users.olive, to(world.users.olive.id), inWindow)).toMatchObject({ ok: true });
  expect(await names("olive", { assigned: "me" })).toEqual(["Rosewood"]);
  expect(await assignLocation(world.users.olive, { locationId: rosewood, colleague: "" }, inWindow)).toMatchObject({
    ok: true,
  });
  expect(await names("olive", { assigned: "me" })).toEqual([]);
});

test("a worklist agrees with a recount in plain SQL", async () => {
  await rosewoodFiles();
  const owner = await asOwner();
  const { rows } = await owner.query<{ name: string }>(`
    select l.name from location l
     where l.types && '{care_home,home_care}' and l.registered_on < '2026-11-08' and l.deregistered_on is null
       and exists (select from unnest(l.types) t where t in ('care_home', 'home_care') and not exists (
             select from "return" r where r.location_id = l.id and r.collection::text = t::text and r.month = '2026-11-01'))
     order by l.name`);
  expect(await names("nate", { reason: "waiting", size: null })).toEqual(rows.map(({ name }) => name));
});

test("a location that says it is not active is on the list for it, until it files", async () => {
  const said = { locationId: world.at.rosewood, result: "not_active", note: "Closed for building work" };
  expect((await recordContact(world.users.olive, said, inWindow)).ok).toBe(true);
  expect(await names("olive", { reason: "not_active" })).toEqual(["Rosewood"]);
  expect((await rosewoodOn("iris"))?.reasons).toContain("not_active");
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), new Date(inWindow.getTime() + 60_000));
  const later = new Date(inWindow.getTime() + 120_000);
  expect((await worklist(world.users.olive, null, { ...everyone, reason: "not_active" }, later)).rows).toEqual([]);
});

test("several locations are reminded or assigned with one press, and those that cannot be are said", async () => {
  const { olive } = world.users;
  const both = [world.at.rosewood, world.at.hawthorn];
  await rosewoodFiles();
  const later = new Date(inWindow.getTime() + 60_000);
  const reminded = await chaseTogether(olive, both, { remind: true }, later);
  expect(reminded).toMatchObject({ ok: true, value: { locations: 1, left: 1 } });
  expect(reminded.ok && reminded.value.people).toBeGreaterThan(0);
  expect(reminded.ok && reminded.value.why).toEqual([expect.stringMatching(/^Rosewood has no return to file/)]);
  expect(await chaseTogether(olive, both, { remind: true }, later)).toMatchObject({ ok: false });
  expect(await chaseTogether(olive, both, { colleague: String(olive.id) }, later)).toMatchObject({
    ok: true,
    value: { locations: 2, left: 0 },
  });
  const mine = await worklist(olive, null, { ...everyone, assigned: "me" }, later);
  expect(mine.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(["Hawthorn House"]));
});

test("a colleague of one of two teams gets the locations of that team, and the others are said", async () => {
  const both = [world.at.rosewood, world.at.willowbank];
  const { localAuthorityId } = await db.location.findUniqueOrThrow({ where: { id: world.at.willowbank } });
  const [grant] = world.users.olive.grants;
  if (!grant || localAuthorityId === null) throw new Error("Olive has an area, and Willowbank lies in one.");
  const theirs = { ...grant, area: { id: localAuthorityId, kind: "local_authority" as const } };
  const ofTwoTeams = asUser({ ...world.users.olive, grants: [grant, theirs] });
  const act = { colleague: String(world.users.olive.id) };
  expect(await chaseTogether(ofTwoTeams, both, act, inWindow)).toMatchObject({
    ok: true,
    value: { locations: 1, left: 1, why: ["Select one of your colleagues, or no one"] },
  });
});

test("nothing is done together for no location, for too many, or by whom it does not concern", async () => {
  const { olive, amina, agnes } = world.users;
  const remind = { remind: true } as const;
  expect(await chaseTogether(olive, [], remind, inWindow)).toMatchObject({
    ok: false,
    problems: [{ field: "location" }],
  });
  const many = Array.from({ length: 101 }, (_, nth) => nth + 1);
  expect(await chaseTogether(olive, many, remind, inWindow)).toMatchObject({
    ok: false,
    problems: [{ field: "location" }],
  });
  const theirs = [world.at.willowbank];
  for (const user of [olive, amina, agnes])
    await expect(chaseTogether(user, theirs, remind, inWindow)).rejects.toThrow(/Not allowed/);
  const stranger = { colleague: String(amina.id) };
  expect(await chaseTogether(olive, [world.at.rosewood], stranger, inWindow)).toMatchObject({
    ok: false,
    problems: [{ field: "act" }],
  });
});

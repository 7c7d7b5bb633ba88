import Ajv2020 from "ajv/dist/2020";
import { parse } from "csv-parse/sync";
import { GET as readChanges } from "@/app/api/v1/places/changes/route";
import { GET as readCsv } from "@/app/api/v1/places.csv/route";
import { GET as readPlaces } from "@/app/api/v1/places/route";
import { description } from "@/lib/api/description";
import { criteriaIn } from "@/lib/capacity/criteria";
import { findCapacity } from "@/lib/capacity/find-capacity";
import { publishPlaces } from "@/lib/capacity/open-feed/publish-places";
import { setFindingSettings } from "@/lib/capacity/support/set-finding-settings";
import { db, disconnect, system, transact } from "@/lib/db";
import { forgetLimits } from "@/lib/web/rate-limit";
import { calendarNow } from "@/lib/windows/calendar";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { placeOnMap, state } from "@/tests/support/stating";

let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  await forgetLimits();
  world = await cast();
  const { rosewood, hawthorn, willowbank } = world.at;
  await placeOnMap({ [rosewood]: [53.545, -2.115], [hawthorn]: [53.573, -2.11], [willowbank]: [53.61, -2.16] });
  await state(world.users.amina, rosewood, { at: now, free: { GEN_RES: 2, DEM_RES: 0 } });
  await state(world.users.ben, hawthorn, { at: now, free: { GEN_NUR: 4 }, open: false });
  await state(world.users.carla, willowbank, { at: now, free: { GEN_RES: 1 } });
});
afterAll(async () => {
  await forgetLimits();
  await disconnect();
});

const switched = (openFeed: boolean) =>
  setFindingSettings(world.users.sam, { enquiries: false, searchAtOnce: false, openFeed, reason: "A trial" });
const published = async () => {
  await switched(true);
  return publishPlaces();
};

type Handler = (request: Request) => Promise<Response>;
const ask = (handler: Handler, query = "", headers: Record<string, string> = {}) =>
  handler(new Request(`http://localhost/api/v1/places${query}`, { headers }));

interface Said {
  version: number;
  next: number | null;
  more: boolean;
  places: { id: number; name: string; beds: { key: string; free: number }[] | null; hoursFree: number | null }[];
  changes: { id: number; version: number; place: object | null }[];
}
const said = async (handler: Handler, query = "") => (await (await ask(handler, query)).json()) as Said;
const named = async () => Object.fromEntries((await said(readPlaces)).places.map((place) => [place.name, place]));
const change = (id: number, data: { dormant?: boolean; deregisteredOn?: Date; telephone?: string }) =>
  transact(system("test"), "changed", (tx) => tx.location.update({ where: { id }, data }));

test("nothing is published until support switches it on, and it is gone at once when they switch it off", async () => {
  expect(await publishPlaces()).toBe("The open feed is off");
  for (const handler of [readPlaces, readChanges, readCsv] as Handler[]) {
    const answer = await ask(handler, "?since=0");
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
      404,
      "application/problem+json",
      "no-store",
    ]);
  }
  expect(await published()).toBe("3 changes published");
  const { version } = await said(readPlaces);
  await switched(false);
  expect((await ask(readPlaces)).status).toBe(404);
  await switched(true);
  expect(await said(readPlaces)).toMatchObject({ places: [] });
  expect((await said(readChanges, `?since=${version}`)).changes.map(({ place }) => place)).toEqual([null, null, null]);
  expect(await db.audit.count({ where: { table: "setting", rowId: "find_open_feed" } })).toBe(3);
});

test("it says what Find shows of each location, and nothing of who said it or who works there", async () => {
  await published();
  const answer = await ask(readPlaces);
  const text = await answer.text();
  const described = description(await calendarNow(), "2026-11", { origin: "https://tracker.example", name: "CT" });
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "https://tracker.example/", ...described });
  const fits = ajv.getSchema("https://tracker.example/#/components/schemas/Places");
  expect(fits?.(JSON.parse(text))).toBe(true);
  const { places } = JSON.parse(text) as Said;
  const found = await findCapacity(world.users.harun, criteriaIn({ near: "OL1 1AA", within: "50" }), now);
  const figures = (all: { name: string; beds: readonly { key: string; free: number }[] | null }[]) =>
    all.map(({ name, beds }) => ({ name, beds: (beds ?? []).map(({ key, free }) => ({ key, free })) }));
  expect(figures(places)).toHaveLength(3);
  expect(figures(places)).toEqual(expect.arrayContaining(figures(found.places)));
  for (const { fullName, email } of await db.account.findMany()) {
    expect(text).not.toContain(fullName);
    expect(text).not.toContain(email);
  }
  expect(text).not.toMatch(/occupied|capacity"|Rosewood Care|Willow Homes/);
});

test("a closed home has none free, and home care says its hours", async () => {
  await transact(system("test"), "hours", (tx) =>
    tx.suitability.create({ data: { locationId: world.at.larch, byId: world.users.dan.id, at: now, hoursFree: 12 } }),
  );
  await published();
  expect(await named()).toMatchObject({
    Rosewood: { beds: [{ free: 2 }, { free: 0 }], hoursFree: null },
    "Hawthorn House": { beds: [{ free: 0 }], services: ["care_home"] },
    "Larch Home Care": { beds: null, bedsConfirmedAt: null, hoursFree: 12, hoursConfirmedAt: now.toISOString() },
  });
});

test("who follows it is told of each change once, and of what has left", async () => {
  await published();
  const { version } = await said(readPlaces);
  expect(await publishPlaces()).toBe("0 changes published");
  expect(await said(readChanges, `?since=${version}`)).toMatchObject({ changes: [], version, more: false });
  await state(world.users.amina, world.at.rosewood, { at: now, free: { GEN_RES: 1 } });
  await change(world.at.willowbank, { deregisteredOn: new Date("2026-11-09") });
  await change(world.at.hawthorn, { dormant: true });
  expect(await publishPlaces()).toBe("3 changes published");
  const told = await said(readChanges, `?since=${version}`);
  expect(told.changes).toEqual([
    { id: world.at.rosewood, version: version + 1, place: expect.objectContaining({ name: "Rosewood" }) as object },
    { id: world.at.hawthorn, version: version + 2, place: null },
    { id: world.at.willowbank, version: version + 3, place: null },
  ]);
  expect(Object.keys(await named())).toEqual(["Rosewood"]);
  expect(await said(readChanges, `?since=${told.version}`)).toMatchObject({ changes: [], version: told.version });
});

test("two that publish at the same time give each change one number", async () => {
  await switched(true);
  const outcomes = await Promise.all([publishPlaces(), publishPlaces()]);
  expect(outcomes.sort()).toEqual(["0 changes published", "3 changes published"]);
});

test("who has the newest version is answered without any place being read", async () => {
  await published();
  const tag = (await ask(readPlaces)).headers.get("etag") ?? "";
  const owner = await asOwner();
  await owner.query("begin");
  try {
    await owner.query("lock table open_place, location, bed_update in access exclusive mode");
    for (const handler of [readPlaces, readCsv] as Handler[])
      for (const given of [tag, `W/${tag}`, `"other", ${tag}`]) {
        const answer = await ask(handler, "", { "if-none-match": given });
        expect([answer.status, answer.headers.get("etag"), await answer.text()]).toEqual([304, tag, ""]);
      }
  } finally {
    await owner.query("rollback");
  }
  await change(world.at.rosewood, { telephone: "0161 496 0001" });
  await publishPlaces();
  const answer = await ask(readPlaces, "", { "if-none-match": tag });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("etag")).not.toBe(tag);
});

test("CSV has a line for each type of bed, with the licence, and nothing that a spreadsheet would work out", async () => {
  await transact(system("test"), "renamed", (tx) =>
    tx.location.update({ where: { id: world.at.rosewood }, data: { name: "=1+1" } }),
  );
  await published();
  const answer = await ask(readCsv);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const lines = parse<Record<string, string>>(await answer.text(), { columns: true });
  expect(lines.map(({ name, bed_type: type, free }) => [name, type, free])).toEqual([
    ["'=1+1", "GEN_RES", "2"],
    ["'=1+1", "DEM_RES", "0"],
    ["Hawthorn House", "GEN_NUR", "0"],
    ["Willowbank", "GEN_RES", "1"],
  ]);
  for (const { licence, attribution, confirmed_at: at } of lines) {
    expect(licence).toMatch(/open-government-licence/);
    expect(attribution).toMatch(/CQC/);
    expect(at).toBe(now.toISOString());
  }
});

test("more than a page is read page by page, and CSV has all of it", async () => {
  await transact(
    system("test"),
    "many",
    (tx) => tx.$executeRaw`
      with made as (
        insert into location (register, register_id, provider_id, name, types, postcode, address_lines)
        select 'demo', 'P-' || nth, provider_id, 'Home ' || nth, types, postcode, address_lines
          from location, generate_series(1, 700) nth where id = ${world.at.rosewood} returning id),
      said as (
        insert into bed_update (location_id, at, by_id, source, idempotency_key)
        select id, ${now}::timestamptz, ${world.users.amina.id}, 'form', 'page-' || id from made returning id)
      insert into bed_count (bed_update_id, bed_type_key, capacity, occupied, reserved, accepting)
      select id, 'GEN_RES', 9, 8, 0, 1 from said`,
  );
  await published();
  const first = await said(readPlaces);
  const second = await said(readPlaces, `?after=${first.next ?? ""}`);
  expect([first.places.length, second.places.length, second.next]).toEqual([500, 203, null]);
  expect(new Set([...first.places, ...second.places].map(({ id }) => id)).size).toBe(703);
  const changes = await said(readChanges, "?since=0");
  expect([changes.changes.length, changes.more]).toEqual([500, true]);
  expect((await said(readChanges, `?since=${changes.version}`)).changes).toHaveLength(203);
  expect(parse(await (await ask(readCsv)).text(), { columns: true })).toHaveLength(704);
});

test("what is no version is refused, and so is one address that asks too often", async () => {
  await published();
  for (const query of ["?since=-1", "?since=x", "?since=1e3", "", "?since=99999999999"])
    expect((await ask(readChanges, query)).status).toBe(400);
  expect((await ask(readPlaces, "?after=%00")).status).toBe(400);
  const from = { "x-forwarded-for": "192.0.2.7" };
  expect((await ask(readPlaces, "", from)).status).toBe(200);
  await (await asOwner()).query("update rate_limit set points = 600 where key like '%192.0.2.7%'");
  const tooOften = await ask(readPlaces, "", from);
  expect([tooOften.status, tooOften.headers.get("content-type")]).toEqual([429, "application/problem+json"]);
  expect((await ask(readPlaces, "", { "x-forwarded-for": "198.51.100.9" })).status).toBe(200);
});

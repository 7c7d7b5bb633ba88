import type { Server } from "node:http";
import { endKey } from "@/lib/api/end-key";
import { keysSeenBy } from "@/lib/api/keys";
import { keyOf, makeKey } from "@/lib/api/make-key";
import { type Operation, operations } from "@/lib/api/operations";
import { now as today } from "@/lib/clock";
import type { User } from "@/lib/access/user";
import { db, disconnect, system, transact } from "@/lib/db";
import { submitReturn } from "@/lib/returns/submit-return";
import { forgetLimits } from "@/lib/web/rate-limit";
import { ServiceAsked } from "@/scripts/conformance/service-asked";
import { apiServer } from "@/tests/support/api-server";
import { type Cast, cast, inWindow, type PersonName, type PlaceName, putPerson } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";
import { state } from "@/tests/support/stating";

jest.mock("@/lib/clock", () => ({ now: jest.fn() }));

interface Key {
  /** Null: it is no key that works. */
  scopes: readonly string[] | null;
  secret: string;
  sees: readonly PlaceName[];
  files: boolean;
}

interface AreaSums {
  areas: { kind: string; code: string; name: string }[];
  measures: { key: string }[];
}

let world: Cast;
let server: Server;
let url: string;
let reference: string;
const keys: Record<string, Key> = {};
const everything = ["read", "file", "beds"];
const gone = 999_999_999;

beforeAll(async () => {
  jest.mocked(today).mockReturnValue(inWindow);
  await emptyDatabase();
  await forgetLimits();
  world = await cast();
  const filed = await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
  if (!filed.ok) throw new Error(JSON.stringify(filed.problems));
  reference = filed.value.reference;
  await state(world.users.carla, world.at.willowbank, { at: inWindow, free: { GEN_RES: 1 } });
  await makeKeys();
  ({ url, server } = await apiServer());
});
afterAll(async () => {
  server.close();
  await forgetLimits();
  await disconnect();
});

interface Asked {
  at?: PlaceName[];
  email?: string;
  whole?: boolean;
  /** When it was made. */
  on?: Date;
}

async function made(by: PersonName | User, scopes: readonly string[], { at = [], on = inWindow, ...asked }: Asked) {
  const locations = at.map((place) => world.at[place]);
  const maker = typeof by === "string" ? world.users[by] : by;
  const outcome = await makeKey(maker, { label: "A system", scopes, locations, days: "30", ...asked }, on);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return keyOf(outcome.value.nonce);
}

/**
 * One of each kind: none, one that was never made, ended or out of date; an approver's for each thing alone and for all,
 * of each kind of provider, for a whole organisation, and with all or some of its access gone; support's for an approver
 * and for each kind that oversees.
 */
async function makeKeys(): Promise<void> {
  const oldham: PlaceName[] = ["rosewood", "hawthorn", "brightwell"];
  const overseers: [PersonName, PlaceName[]][] = [
    ["olive", oldham],
    ["rory", ["willowbank"]],
    ["iris", oldham],
    ["leo", [...oldham, "willowbank"]],
    ["nora", [...oldham, "willowbank"]],
    ["nate", [...oldham, "willowbank", "larch"]],
    ["petra", ["rosewood", "hawthorn"]],
  ];
  const ended = await made("ben", everything, { at: ["rosewood"] });
  const [seen] = await keysSeenBy(world.users.ben, inWindow);
  await endKey(world.users.ben, seen?.id ?? 0, inWindow);
  const past = await made("ben", everything, { at: ["rosewood"], on: new Date(inWindow.getTime() - 30 * 86_400_000) });
  for (const [name, secret] of Object.entries({ missing: "", none: "ctk_none", ended, past }))
    keys[name] = { scopes: null, secret, sees: [], files: false };
  for (const scopes of [["read"], ["file"], ["beds"], everything]) {
    const secret = await made("ben", scopes, { at: ["rosewood"] });
    keys[`an approver's to ${scopes.join(" and ")}`] = { scopes, secret, sees: ["rosewood"], files: true };
  }
  const carlas = await made("carla", everything, { at: ["willowbank"] });
  keys["another approver's"] = { scopes: everything, secret: carlas, sees: ["willowbank"], files: true };
  const bens = await made("sam", everything, { email: "ben@cast.example" });
  keys["support's for an approver"] = { scopes: everything, secret: bens, sees: ["rosewood", "hawthorn"], files: true };
  const all = { scopes: everything, files: true };
  const person = (name: string, part: Omit<Parameters<typeof putPerson>[2], "name" | "level">) =>
    transact(system("test"), "came", (tx) => putPerson(tx, name, { name, ...part, level: "approver" }, world.at));
  const head = await person("head", { kind: "care_home", provider: "Rosewood Care" });
  const whole = await made(head, everything, { whole: true });
  keys["a whole organisation's"] = { ...all, secret: whole, sees: ["rosewood", "hawthorn"] };
  const hospice = await made(await person("hal", { kind: "hospice", at: ["brightwell"] }), everything, {
    at: ["brightwell"],
  });
  keys["a hospice approver's"] = { ...all, secret: hospice, sees: ["brightwell"] };
  const homeCare = await made(await person("dana", { kind: "home_care", at: ["larch"] }), everything, {
    at: ["larch"],
  });
  keys["a home care approver's"] = { ...all, secret: homeCare, sees: ["larch"] };
  const leaver = await person("lea", { kind: "care_home", at: ["rosewood", "willowbank"] });
  const left = await made(leaver, everything, { at: ["willowbank"] });
  const some = await made(leaver, everything, { at: ["rosewood", "willowbank"] });
  await transact(system("test"), "left", (tx) =>
    tx.access.updateMany({
      where: { accountId: leaver.id, locationId: world.at.willowbank },
      data: { endedAt: inWindow },
    }),
  );
  keys["one whose access has ended"] = { scopes: null, secret: left, sees: [], files: false };
  keys["one with some of its access left"] = { ...all, secret: some, sees: ["rosewood"] };
  for (const [name, sees] of overseers) {
    const secret = await made("sam", ["read"], { email: `${name}@cast.example` });
    keys[`the area of ${name}`] = { scopes: ["read"], secret, sees, files: false };
  }
}

const bodies: Record<string, object> = { Return: {}, BedUpdate: { beds: {} }, Confirmation: { statement: gone } };
const countBeds: readonly PlaceName[] = ["rosewood", "hawthorn", "willowbank", "brightwell"];
let sent = 0;

async function ask({ method, path, sends }: Operation, secret: string, place: PlaceName | "none", collection: string) {
  const at = place === "none" ? gone : world.at[place];
  const address = path
    .replace("{location}", String(at))
    .replace("{collection}", collection)
    .replace("{kind}/{code}", place === "none" ? "country/none" : "country/E92000001")
    .replace("{reference}", place === "none" ? "CT-NONE" : reference);
  const answer = await fetch(`${url}/api/v1${address}${path === "/places/changes" ? "?since=0" : ""}`, {
    method: method.toUpperCase(),
    headers: {
      ...(secret && { authorization: `Bearer ${secret}` }),
      ...(sends && { "content-type": "application/json", "idempotency-key": `every-key-${++sent}` }),
    },
    ...(sends && { body: JSON.stringify(bodies[sends]) }),
  });
  return { status: answer.status, type: answer.headers.get("content-type"), said: (await answer.json()) as object };
}

/** What a key should get. 422: it may, and what was sent is not enough to be kept. */
function expected({ path, scope, sends }: Operation, [name, key]: [string, Key], place: PlaceName | "none"): number {
  if (scope === null) return 404;
  if (key.scopes === null) return 401;
  if (!key.scopes.includes(scope)) return 403;
  if (path.includes("{reference}")) return place !== "none" && key.sees.includes("rosewood") ? 200 : 404;
  if (path.includes("{kind}")) return place !== "none" && name === "the area of nate" ? 200 : 404;
  if (!path.includes("{location}")) return 200;
  if (place === "none" || !key.sees.includes(place)) return 404;
  if (sends) return key.files ? 422 : 404;
  if (path.includes("{collection}")) return key.files ? 200 : 404;
  return countBeds.includes(place) ? 200 : 404;
}

test("each kind of key gets from each address what it is for, and what is not its own is not found", async () => {
  const places: (PlaceName | "none")[] = ["rosewood", "willowbank", "larch", "brightwell", "none"];
  const stored = async () => [await db.return.count(), await db.bedUpdate.count()];
  const before = await stored();
  const withPlaces = operations.filter(({ path }) => /\{/.test(path)).length;
  const wrong: string[] = [];
  let asked = 0;
  for (const [name, key] of Object.entries(keys))
    for (const operation of operations)
      for (const place of /\{/.test(operation.path) ? places : (["none"] as const)) {
        const collection = place === "larch" ? "home_care" : place === "brightwell" ? "hospice" : "care_home";
        const { status, type } = await ask(operation, key.secret, place, collection);
        const should = expected(operation, [name, key], place);
        asked++;
        if (status !== should || (status >= 400 && type !== "application/problem+json"))
          wrong.push(`${name}: ${operation.method} ${operation.path} of ${place}: ${status}, not ${should}`);
      }
  expect(wrong).toEqual([]);
  expect(asked).toBe(Object.keys(keys).length * (operations.length + 4 * withPlaces));
  expect(await stored()).toEqual(before);
});

test("each kind of key is told of the locations and receipts of its own places, and of no others", async () => {
  const read = operations.filter(({ path }) => path === "/locations" || path === "/receipts");
  for (const [name, { secret, scopes, sees }] of Object.entries(keys)) {
    if (!scopes?.includes("read")) continue;
    const [locations, receipts] = await Promise.all(read.map((each) => ask(each, secret, "none", "")));
    const { locations: listed } = locations?.said as { locations: { id: number; returns: { collection: string }[] }[] };
    expect([name, listed.map(({ id }) => id).sort()]).toEqual([name, sees.map((place) => world.at[place]).sort()]);
    const ofRosewood = listed.find(({ id }) => id === world.at.rosewood);
    expect(ofRosewood?.returns[0]).toEqual(
      sees.includes("rosewood")
        ? { collection: "care_home", state: "filed", month: "2026-11", monthly: true, lastFiled: reference }
        : undefined,
    );
    expect(receipts?.said).toMatchObject({ receipts: sees.includes("rosewood") ? [{ reference }] : [] });
    expect(JSON.stringify([locations?.said, receipts?.said])).not.toMatch(/Amina|Carla|cast\.example/);
  }
});

test("a council's key reads what its dashboard says, and the figures of no other area", async () => {
  const read = async (name: string, address: string) => {
    const headers = { authorization: `Bearer ${keys[`the area of ${name}`]?.secret ?? ""}` };
    const answer = await fetch(`${url}/api/v1${address}`, { headers });
    return { status: answer.status, said: (await answer.json()) as AreaSums };
  };
  const { areas } = (await read("olive", "/areas")).said;
  const [oldham] = areas;
  expect(areas).toEqual([{ kind: "local_authority", code: oldham?.code, name: "Oldham" }]);
  const at = `/areas/local_authority/${oldham?.code}`;
  const { said } = await read("olive", at);
  const service = new ServiceAsked(url, keys["the area of olive"]?.secret ?? "");
  await service.mustFit("AreaSums", said);
  await service.mustFit("Areas", { areas });
  const filed = { collection: "care_home", due: 2, filed: 1, nil: 0 };
  expect(said).toMatchObject({
    month: "2026-11",
    latest: true,
    returns: [filed, { collection: "home_care", filed: 0 }],
  });
  expect(said.measures.find(({ key }) => key === "care_home_responded")).toMatchObject({
    ...{ state: "known", unit: "percent", value: 1 / 2, numerator: 1, denominator: 2, locations: 2 },
  });
  for (const [name, address] of [
    ["rory", at],
    ["olive", `${at}?month=2019-01`],
    ["olive", "/areas/country/E92000001"],
    ["olive", "/areas/constructor/E92000001"],
  ] as const)
    expect([name, address, (await read(name, address)).status]).toEqual([name, address, 404]);
});

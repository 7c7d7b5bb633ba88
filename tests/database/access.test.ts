import { can, type Verb } from "@/lib/access/policy";
import { locationsVisibleTo, locationsVisibleToSql } from "@/lib/access/scope";
import type { Place } from "@/lib/access/covers";
import { db, Prisma } from "@/lib/db";
import { cast, type Cast, type PersonName, type PlaceName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let world: Cast;
const spots = new Map<PlaceName, Place>();

beforeAll(async () => {
  await emptyDatabase();
  world = await cast();
  for (const [name, id] of Object.entries(world.at)) spots.set(name as PlaceName, await placeFor(id));
});

async function placeFor(id: number): Promise<Place> {
  const { localAuthority, subIcb, ...location } = await db.location.findUniqueOrThrow({
    where: { id },
    include: { localAuthority: true, subIcb: true },
  });
  return {
    id,
    providerId: location.providerId,
    dualProviderId: location.dualProviderId,
    localAuthorityId: location.localAuthorityId,
    subIcbId: location.subIcbId,
    lrfId: localAuthority?.lrfId ?? null,
    icbId: subIcb?.icbId ?? null,
    nhsRegionId: localAuthority?.nhsRegionId ?? null,
    onsRegionId: localAuthority?.onsRegionId ?? null,
  };
}

const everywhere: PlaceName[] = ["rosewood", "hawthorn", "willowbank", "larch", "brightwell", "infirmary", "surgery"];
const oldham: PlaceName[] = ["rosewood", "hawthorn", "brightwell", "infirmary", "surgery"];
const northWest: PlaceName[] = [...oldham, "willowbank"];

/** Who may see which places: written down by hand, from the table of roles. */
const sees: Record<PersonName, PlaceName[]> = {
  amina: ["rosewood"],
  ben: ["rosewood", "hawthorn"],
  carla: ["willowbank"],
  dan: ["larch"],
  hope: ["brightwell"],
  gwen: ["surgery"],
  harun: ["infirmary"],
  sita: [],
  olive: oldham,
  rory: ["willowbank"],
  iris: oldham,
  leo: northWest,
  nora: northWest,
  nate: everywhere,
  petra: ["rosewood", "hawthorn"],
  agnes: [],
  shared: ["rosewood"],
  otto: [],
  sam: everywhere,
  sue: everywhere,
};

const files: Partial<Record<PersonName, PlaceName[]>> = {
  amina: ["rosewood"],
  ben: ["rosewood", "hawthorn"],
  carla: ["willowbank"],
  dan: ["larch"],
  hope: ["brightwell"],
  shared: ["rosewood"],
};

const approves: Partial<Record<PersonName, PlaceName[]>> = {
  ben: ["rosewood", "hawthorn"],
  carla: ["willowbank"],
  sam: everywhere,
  sue: everywhere,
};

const names = Object.keys(sees) as PersonName[];
const allowedPlaces = (person: PersonName, verb: "see a location" | "file a return" | "update beds") =>
  everywhere.filter((place) => can(world.users[person], verb, spots.get(place) as Place));

describe.each(names)("%s", (person) => {
  test("may see exactly the locations of their role", () => {
    expect(allowedPlaces(person, "see a location").sort()).toEqual([...sees[person]].sort());
  });

  test("gets the same locations from a query and from a report's SQL as the policy allows", async () => {
    const ids = sees[person].map((place) => world.at[place]).sort((a, b) => a - b);
    const found = await db.location.findMany({ where: locationsVisibleTo(world.users[person]), select: { id: true } });
    expect(found.map(({ id }) => id).sort((a, b) => a - b)).toEqual(ids);
    const listed = await db.$queryRaw<{ id: number }[]>(
      Prisma.sql`select l.id from location l where ${locationsVisibleToSql(world.users[person])} order by l.id`,
    );
    expect(listed.map(({ id }) => id)).toEqual(ids);
  });

  test("files returns and updates beds only at locations where they work", () => {
    expect(allowedPlaces(person, "file a return").sort()).toEqual([...(files[person] ?? [])].sort());
    expect(allowedPlaces(person, "update beds").sort()).toEqual([...(files[person] ?? [])].sort());
  });

  test("decides requests only for locations they approve for, and never their own", () => {
    const user = world.users[person];
    const asked = (place: PlaceName, askerId: number | null, askerEmail: string) =>
      can(user, "decide a request", {
        askerId,
        askerEmail,
        place: spots.get(place) as Place,
        areaId: null,
        providerId: null,
      });
    expect(everywhere.filter((place) => asked(place, null, "new@cast.example")).sort()).toEqual(
      [...(approves[person] ?? [])].sort(),
    );
    expect(everywhere.filter((place) => asked(place, user.id, user.email))).toEqual([]);
  });
});

test("an area's own approver decides requests for that area, another's does not", () => {
  const area = world.users.olive.grants[0]?.area?.id ?? null;
  const asked = { askerId: null, askerEmail: "new@cast.example", place: null, areaId: area, providerId: null };
  const deciders = names.filter((person) => can(world.users[person], "decide a request", asked));
  expect(deciders.sort()).toEqual(["olive", "sam", "sue"]);
});

test("no one else can do what only support does", () => {
  const verbs = [
    "support people",
    "open someone's record",
    "import registers",
    "change windows and seasons",
    "change the settings of Find",
    "write news",
    "run surveys",
    "read the audit",
    "run scheduled work",
  ] satisfies Verb[];
  for (const verb of verbs)
    expect(names.filter((person) => can(world.users[person], verb)).sort()).toEqual(["sam", "sue"]);
});

test("only people who search for beds can find capacity", () => {
  const finders = names.filter((person) => can(world.users[person], "find capacity"));
  expect(finders.sort()).toEqual(
    ["gwen", "harun", "hope", "iris", "leo", "nate", "nora", "olive", "petra", "rory", "sam", "sita", "sue"].sort(),
  );
});

test("a parent organisation is seen as a whole by its head office, national staff and support", async () => {
  const { providerId } = await db.location.findUniqueOrThrow({ where: { id: world.at.rosewood } });
  const seers = names.filter((person) => can(world.users[person], "see an organisation", providerId));
  expect(seers.sort()).toEqual(["nate", "petra", "sam", "sue"]);
});

test("a council sees its own area and no one else's", () => {
  const area = (person: PersonName) => world.users[person].grants[0]?.area?.id ?? 0;
  expect(can(world.users.olive, "see an area", area("olive"), [])).toBe(true);
  expect(can(world.users.rory, "see an area", area("olive"), [])).toBe(false);
  expect(can(world.users.nora, "see an area", area("olive"), [area("nora")])).toBe(true);
  expect(can(world.users.nate, "see an area", area("olive"), [])).toBe(true);
  expect(can(world.users.agnes, "see an area", area("olive"), [])).toBe(false);
  expect(can(world.users.amina, "see an area", area("olive"), [])).toBe(false);
});

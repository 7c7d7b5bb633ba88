import { system, transact } from "@/lib/db";
import { careQuality } from "@/lib/records/care-quality";
import { peopleHere } from "@/lib/records/people-here";
import { providerRecord } from "@/lib/records/record";
import { recordPlace } from "@/lib/records/record-place";
import { cast, type Cast, inWindow, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let world: Cast;
beforeAll(async () => {
  await emptyDatabase();
  world = await cast();
});

const opens = async (id: number) => {
  const names = Object.keys(world.users) as PersonName[];
  const records = await Promise.all(names.map((name) => recordPlace(world.users[name], id, inWindow)));
  const those = (which: (place: NonNullable<(typeof records)[number]>) => boolean) =>
    names.filter((_, nth) => {
      const place = records[nth];
      return place ? which(place) : false;
    });
  return { all: those(() => true), edit: those(({ mayEdit }) => mayEdit), people: those((one) => one.maySeePeople) };
};

test("a location's record opens to its own people, its provider, its council and those above, and to no one else", async () => {
  const { all, edit, people } = await opens(world.at.rosewood);
  const overseers = ["olive", "iris", "leo", "nora", "nate", "petra"];
  expect(all.sort()).toEqual([...overseers, "amina", "ben", "shared", "sam", "sue"].sort());
  expect(edit.sort()).toEqual(["amina", "ben", "sam", "shared", "sue"]);
  expect(people.sort()).toEqual(all);
  expect((await opens(99_999_999)).all).toEqual([]);
});

test("a record says what the register says, with the council and the provider by name", async () => {
  const record = await providerRecord(world.users.olive, world.at.rosewood, inWindow);
  expect(record?.facts).toMatchObject({ name: "Rosewood", provider: "Rosewood Care", postcode: "OL1 1AA", beds: 40 });
  expect(record?.facts.council).toMatch(/Oldham/);
  expect(await providerRecord(world.users.rory, world.at.rosewood, inWindow)).toBeNull();
});

test("the users with access are those of the location and of its provider, each once, the higher level shown", async () => {
  const place = await recordPlace(world.users.ben, world.at.rosewood, inWindow);
  if (!place) throw new Error("Ben works there");
  const people = await peopleHere(place, inWindow);
  expect(people.map(({ name, level }) => `${name} ${level}`)).toEqual([
    "Amina Yusuf standard",
    "Ben Carter approver",
    "Petra Parent standard",
    "Rosewood night desk standard",
  ]);
  expect(await peopleHere({ ...place, maySeePeople: false }, inWindow)).toEqual([]);
});

test("all six ratings are listed whether CQC gave one or not, and what is unknown is not worked out", async () => {
  const none = await careQuality(world.users.amina, world.at.rosewood, inWindow);
  expect(none?.current.map(({ domain, rating }) => [domain, rating])).toEqual([
    ["Overall", null],
    ["Safe", null],
    ["Effective", null],
    ["Caring", null],
    ["Responsive", null],
    ["Well-led", null],
  ]);
  await transact(system("test"), "ratings", async (tx) => {
    const on = (day: string) => new Date(day);
    const rating = (domain: string, text: string, day: string, current: boolean) =>
      tx.rating.create({
        data: { locationId: world.at.rosewood, domain, rating: text, reportedOn: on(day), current },
      });
    await rating("Overall", "Good", "2026-05-01", true);
    await rating("Safe", "Requires improvement", "2026-05-01", true);
    await rating("Overall", "Inadequate", "2024-02-01", false);
  });
  const some = await careQuality(world.users.amina, world.at.rosewood, inWindow);
  expect(some?.current.filter(({ rating }) => rating)).toEqual([
    { domain: "Overall", rating: "Good", on: "2026-05-01" },
    { domain: "Safe", rating: "Requires improvement", on: "2026-05-01" },
  ]);
  expect(some?.earlier).toEqual([{ domain: "Overall", rating: "Inadequate", on: "2024-02-01" }]);
  expect(await careQuality(world.users.carla, world.at.rosewood, inWindow)).toBeNull();
});

test("a closed location's record is read and not changed", async () => {
  await transact(system("test"), "closed", (tx) =>
    tx.location.update({ where: { id: world.at.hawthorn }, data: { deregisteredOn: new Date("2026-11-01") } }),
  );
  const place = await recordPlace(world.users.ben, world.at.hawthorn, inWindow);
  expect(place).toMatchObject({ mayEdit: false, closed: { on: "2026-11-01" } });
});

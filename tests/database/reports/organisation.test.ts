import { db } from "@/lib/db";
import { measureOf } from "@/lib/reports/metrics";
import { organisationSeenBy, ownOrganisations } from "@/lib/reports/organisation/organisation";
import { organisationDashboard } from "@/lib/reports/organisation/organisation-dashboard";
import { areaLocations } from "@/lib/reports/queries";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";

let world: Cast;
let rosewoodCare: number;
beforeAll(async () => {
  await emptyDatabase();
  world = await cast();
  rosewoodCare = (await db.location.findUniqueOrThrow({ where: { id: world.at.rosewood } })).providerId;
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
});

const seen = (person: PersonName, id = rosewoodCare) => organisationSeenBy(world.users[person], id);

test("a head office sees its own organisation as a whole, and to others it is not found", async () => {
  expect(await seen("petra")).toMatchObject({ name: "Rosewood Care" });
  expect(await seen("nate")).toMatchObject({ name: "Rosewood Care" });
  for (const person of ["olive", "amina", "carla", "agnes"] as const) expect(await seen(person)).toBeNull();
  expect(await seen("nate", 99_999_999)).toBeNull();
  const other = (await db.location.findUniqueOrThrow({ where: { id: world.at.willowbank } })).providerId;
  expect(await seen("petra", other)).toBeNull();
  expect((await ownOrganisations(world.users.petra)).map(({ name }) => name)).toEqual(["Rosewood Care"]);
  expect(await ownOrganisations(world.users.olive)).toEqual([]);
});

test("its figures add up those of all its locations, and of no other's", async () => {
  const organisation = await seen("petra");
  if (!organisation) throw new Error("Petra sees no organisation.");
  const { found, window } = await organisationDashboard(world.users.petra, organisation, "care_home", null, inWindow);
  expect(found.reported(organisation.id, "2026-11", "care_home")).toMatchObject({ due: 2, filed: 1 });
  expect(found.reading(organisation.id, "2026-11", measureOf("occupied_share")!)).toMatchObject({
    numerator: 16,
    denominator: 20,
    locations: 1,
  });
  const wanted = { search: "", state: "all", by: "name", descending: false, page: 1, size: 25 } as const;
  const list = await areaLocations(world.users.petra, organisation, "care_home", window, wanted, inWindow);
  expect(list.rows.map(({ name, provider }) => [name, provider])).toEqual([
    ["Hawthorn House", "Rosewood Care"],
    ["Rosewood", "Rosewood Care"],
  ]);
});

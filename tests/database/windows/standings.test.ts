import { setClockOffset } from "@/lib/clock";
import { system, transact } from "@/lib/db";
import { addMonths, monthsFrom } from "@/lib/london";
import { areaLocations, ownAreas } from "@/lib/reports/queries";
import { complianceOf, windowsNow } from "@/lib/returns/queries";
import { type Cast, cast, inWindow, putPlace } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";

/** The registrations below are made now and yet hold long before: hence a clock that runs ten years behind. */
const longAgo = -10 * 365 * 86_400_000;

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  setClockOffset(longAgo);
});
afterEach(() => setClockOffset(0));

const everything = { search: "", state: "all", by: "name", descending: false, page: 1, size: 200 } as const;

async function listed(at: Date, change: object = {}, person: "olive" | "rory" = "olive") {
  const [area] = await ownAreas(world.users[person]);
  if (!area) throw new Error("There is no area.");
  const { latestOpened } = await windowsNow(at);
  return areaLocations(world.users[person], area, "care_home", latestOpened, { ...everything, ...change }, at);
}

/** The same numbers in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** Homes of Oldham with a year of returns: in time, late, superseded, missing; some new, some closing, some extended. */
async function homesWithAYear(count: number): Promise<void> {
  const chance = chances(7);
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'test', false)");
  for (let n = 0; n < count; n++) {
    const name = `Home ${String(n).padStart(2, "0")}`;
    const home = { name, provider: "Rosewood Care", council: "Oldham", types: ["care_home" as const] };
    const id = await transact(system("test"), "a home", (tx) => putPlace(tx, home));
    if (chance() < 0.3) await owner.query("update location set registered_on = $2 where id = $1", [id, "2026-06-08"]);
    if (chance() < 0.1) await owner.query("update location set registered_on = null where id = $1", [id]);
    if (chance() < 0.1) await owner.query("update location set deregistered_on = $2 where id = $1", [id, "2027-01-15"]);
    const keeps = chance();
    for (const month of monthsFrom(addMonths("2026-11", -14), "2026-11")) {
      if (chance() < 0.1)
        await owner.query(
          `insert into window_extension (month, location_id, last_day, reason, created_at, created_by_id)
           values ($1, $2, $3, 'Flood', '2025-01-01', $4)`,
          [`${month}-01`, id, `${month}-25`, world.users.sam.id],
        );
      for (const day of [9, 12, 20])
        if (chance() < keeps * 0.6)
          await owner.query(
            `insert into "return" (reference, check_code, location_id, collection, month, late, source, submitted_at,
                                   submitted_by_id, idempotency_key, superseded_at)
             values ($1, 'x', $2, 'care_home', $3, $4, 'form', $5, $6, $1, $7)`,
            [
              `${id} ${month} ${day}`,
              id,
              `${month}-01`,
              day > 16,
              `${month}-${String(day).padStart(2, "0")}T10:00:00Z`,
              world.users.amina.id,
              `${month}-28T10:00:00Z`,
            ],
          );
    }
  }
}

test("a list says the same about each location as its own page, at any moment", async () => {
  await homesWithAYear(40);
  const seen = new Set<string>();
  for (const at of ["2026-11-07T10:00:00Z", "2026-11-10T10:00:00Z", "2026-11-20T10:00:00Z", "2027-03-09T10:00:00Z"]) {
    const { rows } = await listed(new Date(at));
    for (const { id, standing } of rows) {
      const [own] = (await complianceOf(world.users.olive, id, new Date(at))) ?? [];
      const { months: _, ...said } = own?.compliance ?? { months: [] };
      expect(standing).toEqual(said);
      seen.add(standing.standing);
    }
    const risky = rows.filter(({ standing }) => standing.standing !== "on track").map(({ id }) => id);
    const noticed = rows.filter(({ standing }) => standing.standing === "notice threshold").map(({ id }) => id);
    expect((await listed(new Date(at), { state: "risk" })).rows.map(({ id }) => id)).toEqual(risky);
    expect((await listed(new Date(at), { state: "notice" })).rows.map(({ id }) => id)).toEqual(noticed);
  }
  expect([...seen].sort()).toEqual(["at risk", "notice threshold", "on track"]);
});

test("the months that cause it are shown beside the location, to its own council only", async () => {
  const { rows } = await listed(inWindow, { search: "rosewood", state: "risk" });
  expect(rows).toMatchObject([
    { name: "Hawthorn House" },
    { name: "Rosewood", standing: { standing: "notice threshold" } },
  ]);
  expect(rows[1]?.standing.because).toHaveLength(12);
  expect((await listed(inWindow, { search: "rosewood" }, "rory")).total).toBe(0);
});

test("a page number beyond the last shows the last page, and says how many there are", async () => {
  expect(await listed(inWindow, { page: 9, size: 1 })).toMatchObject({
    total: 2,
    page: 2,
    rows: [{ name: "Rosewood" }],
  });
  expect(await listed(inWindow, { page: 9, search: "nowhere" })).toMatchObject({ total: 0, page: 1, rows: [] });
});

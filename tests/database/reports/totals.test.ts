import { asUser, type AccessLevel, type User } from "@/lib/access/user";
import { db, disconnect } from "@/lib/db";
import { monthsFrom } from "@/lib/london";
import { distribution } from "@/lib/reports/distribution";
import { askingFor } from "@/lib/reports/library/read-criteria";
import { reports } from "@/lib/reports/library/reports";
import { measured } from "@/lib/reports/measured";
import { measureOf, measures } from "@/lib/reports/metrics";
import { areaSeenBy, type SeenArea } from "@/lib/reports/queries";
import { areasTotalledWithin, type AreaTotals, areaTotalled, totalsShown } from "@/lib/reports/totals/queries";
import { showTotals, totalledMeasures } from "@/lib/reports/totals/show-totals";
import { worklist } from "@/lib/reports/worklist/worklist";
import { generateEngland } from "@/scripts/england/generate";
import { asOwner, emptyDatabase } from "@/tests/support/database";

jest.setTimeout(300_000);

const now = new Date("2026-12-18T09:00:00Z");
const months = monthsFrom("2026-09", "2026-12");
const least = 6;
const person = { id: 1, name: "Agnes", email: "a@example.test", generic: false, findsCapacity: false, session: "s" };
const support = asUser({ ...person, kind: "support", grants: [] });
const level: AccessLevel = "standard";
const sumsOnly = (area: SeenArea): User =>
  asUser({ ...person, kind: "aggregate_only", grants: [{ level, area: { id: area.id, kind: area.kind } }] });

let england: SeenArea;
let areas: SeenArea[];
let shown: AreaTotals[];

beforeAll(async () => {
  await emptyDatabase();
  await generateEngland(await asOwner(), { locations: 2500, months: 4, seed: "3", now });
  await showTotals(now);
  const country = await db.area.findFirstOrThrow({ where: { kind: "country" } });
  england = { id: country.id, kind: "country", code: country.onsCode, name: country.name };
  areas = [england, ...(await areasTotalledWithin(sumsOnly(england), england))];
  shown = await totalsShown(sumsOnly(england), areas, "care_home", 12);
});
afterAll(disconnect);

/** Which homes are in a figure, as one would ask at a prompt: those that gave it, or (of yes and no) those that said yes. */
const givers: Record<string, string> = {
  occupied_share:
    "(select sum(capacity) from bed_count b where b.bed_update_id = r.bed_update_id) is not null and coalesce(l.dual_primary_id, l.register_id) = l.register_id",
  care_home_agency_share: "h.agency_nurses is not null",
  care_home_absence: "h.nurses_absent_general is not null",
  care_home_responded: "r.id is not null",
  care_home_nil: "r.nil_reason is not null",
};

interface Giver {
  id: number;
  areas: (number | null)[];
}

const known = new Map<string, Promise<Giver[]>>();

async function everyGiver(key: string, month: string): Promise<Giver[]> {
  const { rows } = await (
    await asOwner()
  ).query<Giver>(
    `select l.id, array[c.id, c.nhs_region_id, c.ons_region_id, c.lrf_id, s.id, s.icb_id] as areas
       from location l left join area c on c.id = l.local_authority_id left join area s on s.id = l.sub_icb_id
       join "return" r on r.location_id = l.id and r.collection = 'care_home' and r.month = $1::date and not r.late and r.superseded_at is null
       left join care_home_answers h on h.return_id = r.id
      where 'care_home' = any(l.types) and l.registered_on < $1::date + 7 and (l.deregistered_on is null or l.deregistered_on > $1::date + 20)
        and ${givers[key] ?? "false"}`,
    [`${month}-01`],
  );
  return rows;
}

async function giversOf(key: string, area: SeenArea, month: string): Promise<Set<number>> {
  const asked = known.get(`${key} ${month}`) ?? everyGiver(key, month);
  known.set(`${key} ${month}`, asked);
  const own = (await asked).filter(({ areas }) => area.kind === "country" || areas.includes(area.id));
  return new Set(own.map(({ id }) => id));
}

const minus = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>) => [...one].filter((id) => !other.has(id)).length;
const isFew = (locations: number) => locations > 0 && locations < least;

/** Every way in which the figures of some areas tell of fewer than six homes: alone, by one taken from another, by siblings from the whole. */
function breaches(figures: readonly { area: SeenArea; homes: Set<number> }[]): string[] {
  const found = figures.filter(({ homes }) => isFew(homes.size)).map(({ area }) => area.name);
  for (const one of figures)
    for (const other of figures)
      if (one !== other && minus(other.homes, one.homes) === 0 && isFew(minus(one.homes, other.homes)))
        found.push(`${one.area.name} less ${other.area.name}`);
  for (const whole of figures)
    for (const kind of new Set(figures.map(({ area }) => area.kind))) {
      const parts = figures.filter(
        ({ area, homes }) => area.kind === kind && area !== whole.area && minus(homes, whole.homes) === 0,
      );
      const together = new Set(parts.flatMap(({ homes }) => [...homes]));
      if (parts.length > 1 && isFew(minus(whole.homes, together)))
        found.push(`${whole.area.name} less all its ${kind}`);
    }
  return found;
}

/** Groups of homes that are in the very same figures: no sum of sums and differences says anything of less than one. */
function smallestGroup(figures: readonly { homes: Set<number> }[]): number {
  const signatures = new Map<number, string>();
  figures.forEach(({ homes }, nth) => homes.forEach((id) => signatures.set(id, `${signatures.get(id) ?? ""} ${nth}`)));
  const sizes = new Map<string, number>();
  for (const signature of signatures.values()) sizes.set(signature, (sizes.get(signature) ?? 0) + 1);
  return Math.min(...sizes.values());
}

describe.each(Object.keys(givers))("the totals of %s", (key) => {
  test("tell of no fewer than six homes, by themselves or by any subtraction among areas that lie within each other or overlap", async () => {
    for (const month of [months[0] ?? "", months.at(-1) ?? ""]) {
      const all = [];
      for (const area of areas) all.push({ area, homes: await giversOf(key, area, month) });
      const isShown = (area: SeenArea) =>
        shown.find((one) => one.area.id === area.id && one.month === month)?.reading(key).state === "known";
      const figures = all.filter(({ area }) => isShown(area));
      expect(figures.length).toBeGreaterThan(key === "care_home_nil" ? 1 : 10);
      expect(breaches(figures)).toEqual([]);
      expect(smallestGroup(figures)).toBeGreaterThanOrEqual(least);
      expect(breaches(all).length).toBeGreaterThan(0);
    }
  });
});

test("of two months shown of an area, those who gave a figure in one of them alone are none or at least six", async () => {
  let [pairs, withheld] = [0, 0];
  for (const area of areas.filter((_, nth) => nth % 4 === 0)) {
    const own = shown.filter((one) => one.area.id === area.id);
    const there = own.filter(({ reading }) => reading("occupied_share").state === "known");
    withheld += own.length - there.length;
    const homes = new Map<string, Set<number>>();
    for (const { month } of there) homes.set(month, await giversOf("occupied_share", area, month));
    for (const [month, those] of homes)
      for (const [other, others] of homes)
        if (month < other) {
          pairs++;
          expect([area.name, month, other, isFew(minus(those, others)), isFew(minus(others, those))]).toEqual([
            ...[area.name, month, other, false, false],
          ]);
        }
  }
  expect(pairs).toBeGreaterThan(20);
  expect(withheld).toBeGreaterThan(20);
});

test("what is shown equals the sums of the returns, and a count under six is withheld", async () => {
  const wanted = totalledMeasures("care_home");
  const found = await measured(support, { areas, months, measures: wanted }, now);
  let compared = 0;
  for (const { area, month, reading } of shown)
    for (const measure of wanted) {
      const total = reading(measure.key);
      if (total.state !== "known") continue;
      compared++;
      const truth = found.reading(area.id, month, measure);
      expect([area.name, month, measure.key, total.value]).toEqual([
        ...[area.name, month, measure.key],
        truth.state === "known" ? expect.closeTo(truth.value, 9) : truth.state,
      ]);
      expect(isFew(total.numerator)).toBe(false);
    }
  expect(compared).toBeGreaterThan(500);
});

test("what was shown of a window stays as it was, whatever is filed or closes later", async () => {
  const before = await db.totalShown.findMany({
    orderBy: [{ areaId: "asc" }, { month: "asc" }, { collection: "asc" }],
  });
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'test', false)");
  await owner.query("update location set dormant = true where id % 3 = 0");
  await showTotals(new Date(now.getTime() + 86_400_000));
  expect(
    await db.totalShown.findMany({ orderBy: [{ areaId: "asc" }, { month: "asc" }, { collection: "asc" }] }),
  ).toEqual(before);
  await showTotals(new Date("2027-01-20T09:00:00Z"));
  const later = await totalsShown(sumsOnly(england), [england], "care_home", 1);
  expect(later.map(({ month }) => month)).toEqual(["2027-01"]);
});

test("someone who sees sums only reaches no other area's totals, and no figure or row by any other way", async () => {
  const council = areas.find(({ kind }) => kind === "local_authority") ?? england;
  const user = sumsOnly(council);
  expect((await areaTotalled(user, "local_authority", council.code))?.id).toBe(council.id);
  expect(await areaTotalled(user, "country", england.code)).toBeNull();
  expect((await totalsShown(user, areas, "care_home", 12)).every(({ area }) => area.id === council.id)).toBe(true);
  expect(await areaSeenBy(user, "local_authority", council.code)).toBeNull();
  for (const report of reports) {
    expect([report.key, await askingFor(user, report, {}, now)]).toEqual([report.key, null]);
    const given = { area: `local_authority:${council.code}`, grouping: "location" };
    expect([report.key, await askingFor(user, report, given, now)]).toEqual([report.key, null]);
  }
  const found = await measured(user, { areas: [council], months, measures }, now);
  expect(measures.map((measure) => found.reading(council.id, "2026-11", measure).state)).toEqual(
    measures.map(() => "not_applicable"),
  );
  expect(await distribution(user, council, measureOf("occupied_share")!, "2026-11", now)).toBeNull();
  const everything = {
    search: "",
    reason: "all",
    assigned: "all",
    by: "name",
    descending: false,
    page: 1,
    size: 10,
  } as const;
  expect((await worklist(user, council, everything, now)).total).toBe(0);
});

import { ownAreas } from "@/lib/reports/queries";
import { adultsIn } from "@/lib/reports/adults";
import { cast, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { countsOf, fileOf, imported } from "@/tests/support/registers";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const own = async (person: "olive" | "leo" | "iris" | "rory") => {
  const [area] = await ownAreas(world.users[person]);
  if (!area) throw new Error(`${person} has no area`);
  return area;
};

/** The ten councils of Greater Manchester, as the notice of boundaries names them. */
const codes = Array.from({ length: 10 }, (_, nth) => `E080000${String(nth + 1).padStart(2, "0")}`);
let files = 0;
const file = (...lines: string[]) => fileOf(`adults-${++files}.csv`, ["code,year,adults", ...lines].join("\r\n"));

test("adults of a council are missing until they are imported, and the same file again changes nothing", async () => {
  const oldham = await own("olive");
  expect(await adultsIn(world.users.olive, oldham)).toEqual({ state: "missing", councils: 1, of: 1 });
  const once = file('E08000004,2024,"187,431"', "E08000004,2025,189002");
  expect(countsOf(await imported("population", once))).toMatchObject({ added: 2 });
  expect(await adultsIn(world.users.olive, oldham)).toEqual({ state: "known", adults: 189002, year: 2025 });
  expect(countsOf(await imported("population", once))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(countsOf(await imported("population", file("E08000004,2025,189100")))).toMatchObject({ changed: 1 });
});

test("an area of several councils has adults once each council has them, of the newest year that all have", async () => {
  const forum = await own("leo");
  await imported("population", file(...codes.slice(0, 9).map((code) => `${code},2024,100000`), "E08000004,2025,1"));
  expect(await adultsIn(world.users.leo, forum)).toEqual({ state: "missing", councils: 1, of: 10 });
  await imported("population", file(`${codes[9]},2024,50000`));
  expect(await adultsIn(world.users.leo, forum)).toEqual({ state: "known", adults: 950_000, year: 2024 });
});

test("nothing is said of a board, whose borders are not those of councils, nor to someone without the area", async () => {
  await imported("population", file("E08000004,2025,189002"));
  expect(await adultsIn(world.users.iris, await own("iris"))).toEqual({ state: "not_applicable" });
  expect(await adultsIn(world.users.rory, await own("olive"))).toEqual({ state: "not_applicable" });
});

test.each([
  ["a line without a code", file("Oldham,2025,1000"), /line 2.*code.*“Oldham” is not an ONS code/s],
  ["a share instead of a count", file("E08000004,2025,0.8"), /line 2.*adults.*“0.8” is not a whole number/s],
  ["a year that is none", file("E08000004,25,1000"), /year.*“25” is not a whole number from 2001/s],
  ["a council twice", file("E08000004,2025,1", "E08000004,2025,2"), /appears twice for 2025: in line 2 and here/],
  ["a missing column", fileOf("no-year.csv", "code,adults\r\nE08000004,1"), /year.*this column is missing/s],
])("a file with %s is refused with its line", async (_what, path, sentence) => {
  expect(await imported("population", path)).toMatch(sentence);
  expect(await adultsIn(world.users.olive, await own("olive"))).toMatchObject({ state: "missing" });
});

test("a district without adult social services is skipped and told", async () => {
  const report = await imported("population", file("E07000008,2025,100000", "E08000004,2025,189002"));
  expect(countsOf(report)).toMatchObject({ added: 1, skipped: 1 });
});

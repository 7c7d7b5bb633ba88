import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { boundaries } from "@/lib/organisations/boundaries";
import { emptyDatabase } from "@/tests/support/database";
import { countsOf, fileOf, imported, importedOn } from "@/tests/support/registers";

beforeEach(emptyDatabase);

/** A square of a tenth of a degree, so many to the east of the first, wound as GeoJSON is (anticlockwise). */
const square = (east: number, properties: object, id?: string) => {
  const [west, south, side] = [-2 + east / 10, 53, 0.1];
  const ring = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
  return { type: "Feature", id, properties, geometry: { type: "Polygon", coordinates: [ring] } };
};
const geojson = (name: string, ...features: object[]) =>
  fileOf(name, JSON.stringify({ type: "FeatureCollection", features }));

const councils = () =>
  geojson(
    "Counties_and_Unitary_Authorities.geojson",
    square(0, { CTYUA24CD: "E08000004", CTYUA24NM: "Oldham" }),
    square(1, { CTYUA24CD: "E08000005", CTYUA24NM: "Rochdale" }),
    square(5, { CTYUA24CD: "E08000006", CTYUA24NM: "Salford" }),
  );

const noted = (report: Awaited<ReturnType<typeof imported>>, kind: string) =>
  typeof report === "string" ? [report] : (report.notices.find((each) => each.kind.includes(kind))?.examples ?? []);

test("GeoJSON of the councils is kept by code, wound for d3, with who borders on whom; a second time changes nothing", async () => {
  expect(countsOf(await imported("boundaries", councils()))).toMatchObject({ added: 3, changed: 0 });
  expect(countsOf(await imported("boundaries", councils()))).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  const [oldham, rochdale, salford] = await boundaries("local_authority", importedOn);
  expect(oldham).toMatchObject({ code: "E08000004", name: "Oldham", neighbours: ["E08000005"] });
  expect(oldham?.areaId).not.toBeNull();
  expect(rochdale?.neighbours).toEqual(["E08000004"]);
  expect(salford?.neighbours).toEqual([]);
  expect(oldham?.geometry).toEqual({
    type: "Polygon",
    coordinates: [
      [
        [-2, 53],
        [-2, 53.1],
        [-1.9, 53.1],
        [-1.9, 53],
        [-2, 53],
      ],
    ],
  });
});

test("a dry run says the same and keeps nothing; a whole file removes what it does not hold", async () => {
  expect(countsOf(await imported("boundaries", councils(), { dryRun: true }))).toMatchObject({ added: 3 });
  expect(await boundaries("local_authority", importedOn)).toEqual([]);
  await imported("boundaries", councils());
  const one = geojson("one.geojson", square(0, {}, "E08000004"));
  const left = await imported("boundaries", one);
  expect(noted(left, "left as it is")).toEqual(["E08000005 Rochdale", "E08000006 Salford"]);
  expect(countsOf(await imported("boundaries", one, { full: true }))).toMatchObject({ closed: 2 });
});

test("a changed code is matched by name, an unknown one is reported, and anything outside England is left out", async () => {
  const report = await imported(
    "boundaries",
    geojson(
      "regions.geojson",
      square(0, { NHSER24CD: "E40000013", NHSER24NM: "East of England" }),
      square(1, { NHSER24CD: "E40000099", NHSER24NM: "Middle-earth" }),
      square(2, { NHSER24CD: "W92000004", NHSER24NM: "Wales" }),
    ),
  );
  expect(noted(report, "found by its name")).toEqual(["E40000013 East of England: E40000007"]);
  expect(noted(report, "not known")).toEqual(["E40000099 Middle-earth"]);
  expect(countsOf(report)).toMatchObject({ added: 2, skipped: 1 });
});

test("a current board is put together from the boards it took over and, once we have them, from its Sub ICBs", async () => {
  const boards = geojson(
    "icb.geojson",
    square(0, { ICB23CD: "E54000024", ICB23NM: "Bedfordshire, Luton and Milton Keynes" }),
    square(1, { ICB23CD: "E54000056", ICB23NM: "Cambridgeshire and Peterborough" }),
    square(2, { ICB23CD: "E54000026", ICB23NM: "Mid and South Essex" }),
  );
  const first = await imported("boundaries", boards);
  expect(noted(first, "import the Sub ICB").length).toBeGreaterThan(0);
  await imported(
    "boundaries",
    geojson(
      "sicbl.geojson",
      square(0, { SICBL23CD: "E38000249", SICBL23NM: "NHS BLMK ICB - M1J4Y" }),
      square(1, { SICBL23CD: "E38000260", SICBL23NM: "NHS C&P ICB - 06H" }),
      square(2, { SICBL23CD: "E38000106", SICBL23NM: "NHS Mid and South Essex ICB - 06Q" }),
    ),
  );
  expect((await boundaries("icb", new Date("2025-01-01"))).map(({ code }) => code).sort()).toEqual([
    "E54000024",
    "E54000026",
    "E54000056",
  ]);
  expect(countsOf(await imported("boundaries", boards))).toMatchObject({ unchanged: 3, added: 0 });
});

test.each([
  ["{", "this is neither TopoJSON nor GeoJSON."],
  ["[1]", "this is neither TopoJSON nor GeoJSON."],
  ['{"type":"FeatureCollection","features":[]}', "there is no area of England"],
  [
    JSON.stringify(square(60, { LAD24CD: "E08000004" })),
    "E08000004 is not in England. Download the boundaries in degrees",
  ],
])("%s is refused with a sentence", async (text, sentence) =>
  expect(await imported("boundaries", fileOf("wrong.geojson", text))).toContain(sentence),
);

test("areas of two kinds in one file, and one area twice, are refused", async () => {
  expect(
    await imported("boundaries", geojson("two.geojson", square(0, {}, "E08000004"), square(1, {}, "E54000010"))),
  ).toContain("it must hold areas of one kind");
  expect(
    await imported("boundaries", geojson("twice.geojson", square(0, {}, "E08000004"), square(1, {}, "E08000004"))),
  ).toContain("E08000004 appears in it twice");
});

describe("the publishers' own files, where SHARED_DATA says they are", () => {
  const folder = path.join(process.env.SHARED_DATA ?? "", "boundaries");
  const there = process.env.SHARED_DATA && existsSync(folder) ? readdirSync(folder) : [];

  test("load whole, and today's boards are all drawn", async () => {
    if (there.length === 0) return;
    let loaded = 0;
    for (const file of there) loaded += countsOf(await imported("boundaries", path.join(folder, file))).added;
    expect(loaded).toBe(42 + 38 + 296 + 7 + 9 + 106 + 153);
    const boards = await boundaries("icb", importedOn);
    expect(boards).toHaveLength(36);
    expect(
      boards.every(({ neighbours }) => neighbours.every((code) => boards.some((each) => each.code === code))),
    ).toBe(true);
    for (const file of there)
      expect(countsOf(await imported("boundaries", path.join(folder, file)))).toMatchObject({ added: 0, changed: 0 });
  }, 60_000);
});

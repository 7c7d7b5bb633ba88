import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import proj4 from "proj4";
import {
  columnsNotKept,
  locationFields,
  providerFields,
  tickedThatAreKnown,
  type Field,
} from "@/lib/registers/cqc/fields";
import { typesOfLocation } from "@/lib/registers/cqc/types-of-location";
import { soughtIn } from "@/lib/locations/sought";
import { councilFinder } from "@/lib/organisations/councils";
import { coordinatesOf, nationalGrid } from "@/lib/registers/postcodes/osgb36";
import { directoryColumns } from "@/scripts/bench/national/columns";

const areas = parse<Record<string, string>>(readFileSync("prisma/seed/reference/areas.csv"), { columns: true });

test("each of the directory's 122 columns is deliberately kept or ignored", () => {
  const ours = [locationFields, providerFields].flatMap((fields) =>
    Object.values<Field>(fields).flatMap(({ column, mayLack }) => (mayLack ? [] : (column ?? []))),
  );
  const known = (column: string) =>
    ours.includes(column) || columnsNotKept.includes(column) || tickedThatAreKnown.includes(column);
  expect(directoryColumns.filter((column) => !known(column))).toEqual([]);
  expect(
    [...ours, ...columnsNotKept, ...tickedThatAreKnown].filter((column) => !directoryColumns.includes(column)),
  ).toEqual([]);
  expect(directoryColumns).toHaveLength(122);
});

test("the shipped areas are those of England, each with its parents", () => {
  const of = (kind: string) => areas.filter((area) => area.kind === kind);
  expect(["nhs_region", "ons_region", "sub_icb", "local_authority", "lrf"].map((kind) => of(kind).length)).toEqual([
    7, 9, 106, 153, 38,
  ]);
  expect([
    of("icb").filter(({ valid_to }) => !valid_to).length,
    of("icb").filter(({ valid_to }) => valid_to).length,
  ]).toEqual([36, 13]);
  const codes = new Set(areas.map(({ ons_code }) => ons_code));
  for (const area of areas)
    for (const parent of ["nhs_region", "ons_region", "icb", "sub_icb", "lrf"])
      if (area[parent]) expect(codes).toContain(area[parent]);
  const live = new Set(
    of("icb")
      .filter(({ valid_to }) => !valid_to)
      .map(({ ons_code }) => ons_code),
  );
  for (const area of [...of("sub_icb"), ...of("local_authority")]) expect(live).toContain(area.icb);
  for (const council of of("local_authority"))
    expect([council.lrf, council.sub_icb, council.ons_region, council.latitude].every(Boolean)).toBe(true);
  for (const ended of of("icb").filter(({ valid_to }) => valid_to))
    for (const after of ended.successors?.split("|") ?? []) expect(live).toContain(after);
});

describe("a council is found by any of its spellings", () => {
  const councils = areas
    .filter(({ kind }) => kind === "local_authority")
    .map(({ name = "", other_names = "" }, id) => ({ id, name, otherNames: other_names.split("|").filter(Boolean) }));
  const find = councilFinder(councils);
  const called = (name: string) => councils.find(({ id }) => id === find(name))?.name ?? null;

  test("each of the 153 by its own name", () =>
    expect(councils.map(({ name }) => called(name))).toEqual(councils.map(({ name }) => name)));

  test.each([
    ["City of Bristol", "Bristol, City of"],
    ["Bristol City Council", "Bristol, City of"],
    ["Kingston Upon Hull", "Kingston upon Hull, City of"],
    ["St Helens", "St. Helens"],
    ["Stoke on Trent", "Stoke-on-Trent"],
    ["Brighton & Hove", "Brighton and Hove"],
    ["Barnsley Metropolitan Borough Council", "Barnsley"],
    ["London Borough of Barnet", "Barnet"],
    ["Royal Borough of Greenwich", "Greenwich"],
    ["Durham", "County Durham"],
    ["City of London", "City of London"],
    ["HEREFORDSHIRE", "Herefordshire, County of"],
  ])("%s", (said, name) => expect(called(said)).toBe(name));

  test.each(["Cumbria", "Northamptonshire", "Glasgow City", "London", "", "Council"])("%s is not guessed at", (said) =>
    expect(called(said)).toBeNull(),
  );
});

test("a position on the National Grid is where Ordnance Survey's worked example says, to its own millimetre", () => {
  const onAiry = proj4(nationalGrid, "+proj=longlat +ellps=airy");
  const [longitude = NaN, latitude = NaN] = onAiry.forward([651_409.903, 313_177.27]);
  const metres = 111_320;
  expect(Math.abs(latitude - (52 + 39 / 60 + 27.2531 / 3600)) * metres).toBeLessThan(0.001_5);
  expect(Math.abs(longitude - (1 + 43 / 60 + 4.5177 / 3600)) * metres * 0.607).toBeLessThan(0.001_5);
});

test("positions agree within 6 metres with those that others published for the same postcodes", () => {
  const published: [number, number, number, number][] = [
    [515_487, 206_498, 51.745_29, -0.328_63],
    [459_652, 451_975, 53.960_43, -1.092_34],
  ];
  for (const [easting, northing, latitude, longitude] of published) {
    const found = coordinatesOf(easting, northing);
    const metres = Math.hypot(
      (found.latitude - latitude) * 111_320,
      (found.longitude - longitude) * 111_320 * Math.cos((latitude * Math.PI) / 180),
    );
    expect(metres).toBeLessThan(6);
  }
});

describe("what kind of location we take a CQC location to be", () => {
  const of = (services: string[], more: Partial<Parameters<typeof typesOfLocation>[0]> = {}) =>
    typesOfLocation({ careHome: false, beds: 0, sector: "Social Care Org", services, ...more });
  test.each([
    [
      "a care home that also helps at home is both",
      of(["Domiciliary care service"], { careHome: true, beds: 20 }),
      ["care_home", "home_care"],
    ],
    [
      "extra care, supported living and Shared Lives are home care",
      of(["Extra Care housing services", "Supported living service", "Shared Lives"]),
      ["home_care"],
    ],
    [
      "an NHS hospital with beds is acute",
      of(["Acute services with overnight beds"], { sector: "NHS Healthcare Organisation" }),
      ["nhs_acute"],
    ],
    [
      "a private clinic with beds is not",
      of(["Acute services with overnight beds"], { sector: "Primary Dental Care" }),
      [],
    ],
    ["a rehabilitation unit with beds is community", of(["Rehabilitation services"], { beds: 12 }), ["community"]],
    [
      "a care home's rehabilitation beds are its own",
      of(["Rehabilitation services"], { careHome: true, beds: 12 }),
      ["care_home"],
    ],
    [
      "an agency that names rehabilitation has no beds",
      of(["Rehabilitation services", "Domiciliary care service"]),
      ["home_care"],
    ],
    ["a hospice", of(["Hospice services"]), ["hospice"]],
    [
      "residential substance misuse treatment",
      of(["Residential substance misuse treatment and/or rehabilitation service"]),
      ["substance_misuse"],
    ],
    ["a dentist is none", of(["Dental service"]), []],
  ])("%s", (_, types, expected) => expect(types).toEqual(expected));
});

test.each([
  ["ol11aa", { by: "postcode", postcode: "OL11AA", shown: "OL1 1AA", district: "OL1" }],
  ["OL1 1", { by: "postcode", postcode: "OL11", shown: "OL1 1", district: null }],
  ["ol16", { by: "postcode", postcode: "OL16", shown: "OL16 ", district: null }],
  ["Rose  Wood", { by: "name", words: ["rose", "wood"] }],
  ["x", null],
  ["   ", null],
])("looking for “%s” is understood", (typed, sought) => expect(soughtIn(typed)).toEqual(sought));

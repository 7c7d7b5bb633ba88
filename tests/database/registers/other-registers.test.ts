import { db } from "@/lib/db";
import { areas, areasNamed, placeOfPostcode } from "@/lib/organisations/queries";
import { loadReference } from "@/lib/registers/load-reference";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { countsOf, directoryCsv, fileOf, home, imported, jsonl, noticesOf, zipOf } from "@/tests/support/registers";

beforeEach(emptyDatabase);

const found = (registerId: string) =>
  db.location.findFirstOrThrow({
    where: { registerId },
    include: { provider: true, localAuthority: true, subIcb: true, ratings: true },
  });

describe("records of CQC's API", () => {
  const record = {
    locationId: "1-301",
    providerId: "1-930",
    name: "Moor View",
    careHome: "Y",
    numberOfBeds: 24,
    dormancy: "N",
    registrationStatus: "Registered",
    registrationDate: "2015-02-03",
    localAuthority: "Oldham",
    onspdCcgCode: "E38000135",
    onspdLatitude: 53.54,
    onspdLongitude: -2.11,
    postalCode: "OL1 1AA",
    postalAddressLine1: "2 Moor Lane",
    type: "Social Care Org",
    gacServiceTypes: [{ name: "Nursing homes", description: "Care home service with nursing" }],
    specialisms: [{ name: "Dementia" }],
    regulatedActivities: [
      { name: "Nursing care", code: "RA3", contacts: [{ personGivenName: "Jane", personFamilyName: "Doe" }] },
    ],
    relationships: [{ type: "HSCA Predecessor", relatedLocationId: "1-300" }],
    currentRatings: {
      overall: {
        rating: "Good",
        reportDate: "2022-06-09",
        keyQuestionRatings: [{ name: "Safe", rating: "Good", reportDate: "2022-06-09" }],
      },
    },
    historicRatings: [{ overall: { rating: "Inadequate", keyQuestionRatings: [] }, reportDate: "2016-03-17" }],
  };

  test("files of the NHS are imported with their history, and a second time change nothing", async () => {
    const file = jsonl("records.jsonl", [
      record,
      { ...record, locationId: "1-302", registrationStatus: "Deregistered", deregistrationDate: "2024-07-17" },
    ]);
    expect(countsOf(await imported("cqc", file))).toMatchObject({ added: 2 });
    const moor = await found("1-301");
    expect(moor).toMatchObject({
      specialisms: ["Dementia"],
      predecessors: ["1-300"],
      beds: 24,
      provider: { name: "1-930" },
    });
    expect(moor.ratings.map(({ domain, rating, current }) => [domain, rating, current]).sort()).toEqual([
      ["Overall", "Good", true],
      ["Overall", "Inadequate", false],
      ["Safe", "Good", true],
    ]);
    expect((await found("1-302")).deregisteredOn).toEqual(new Date("2024-07-17"));
    expect(countsOf(await imported("cqc", file))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await db.rating.count()).toBe(6);
  });

  test("keep what only the directory says, and the other way round", async () => {
    await imported("cqc", jsonl("first.jsonl", [record]));
    await imported(
      "cqc",
      await directoryCsv("then.csv", {
        lines: [home("1-301", { "Provider ID": "1-930", "Provider Name": "Moor Limited" })],
      }),
    );
    await imported("cqc", jsonl("again.jsonl", [record]));
    expect(await found("1-301")).toMatchObject({
      userBands: ["Older People"],
      specialisms: ["Dementia"],
      provider: { name: "Moor Limited" },
    });
  });

  test.each([
    [
      "a line cut short",
      () => fileOf("cut.jsonl", `${JSON.stringify(record)}\n{"locationId": "1-30`),
      "cut.jsonl, line 2: this line is not a complete JSON record. Each line must be one record. Download the file again.",
    ],
    [
      "a list where one value stands",
      () => jsonl("list.jsonl", [{ ...record, name: ["a"] }]),
      "list.jsonl, line 1, column “name”: this should be one value, and is a list or a record.",
    ],
    [
      "beds beyond belief",
      () => jsonl("beds.jsonl", [{ ...record, numberOfBeds: 99999 }]),
      "beds.jsonl, line 1, column “numberOfBeds”: “99999” is not a number of beds from 0 to 2000.",
    ],
    [
      "a record twice",
      () => jsonl("twice.jsonl", [record, record]),
      "twice.jsonl, line 2, column “locationId”: 1-301 appears twice in the file: in line 1 and here.",
    ],
    [
      "a key that is gone",
      () => jsonl("gone.jsonl", [{ ...record, careHome: undefined }]),
      "gone.jsonl, line 1, column “careHome”: this key is missing from the record.",
    ],
    [
      "an id that is none",
      () => jsonl("id.jsonl", [{ ...record, locationId: 5 }]),
      "id.jsonl, line 1, column “locationId”: “5” is not an id such as 1-101635191.",
    ],
    [
      "a rating of a day that is none",
      () =>
        jsonl("rating.jsonl", [
          { ...record, historicRatings: [{ reportDate: "2025-02-31", overall: { rating: "Good" } }] },
        ]),
      "rating.jsonl, line 1, column “historicRatings”: “2025-02-31” is not a date such as 31/10/2026.",
    ],
    [
      "services that are no list",
      () => jsonl("services.jsonl", [{ ...record, gacServiceTypes: "all" }]),
      "services.jsonl, line 1, column “gacServiceTypes”: this should be a list.",
    ],
    [
      "a character that cannot be stored",
      () => jsonl("nul.jsonl", [record, { ...record, locationId: "1-302", name: "A\0" }]),
      "nul.jsonl, line 2: this line contains a character that cannot be stored. Download the file again.",
    ],
    [
      "half a letter",
      () => fileOf("half.jsonl", `{"locationId": "1-301", "name": "\\ud83d"}`),
      "half.jsonl, line 1: this line contains a character that cannot be stored. Download the file again.",
    ],
    [
      "one list of all",
      () => fileOf("list.jsonl", JSON.stringify([record])),
      "list.jsonl, line 1: this line is not a JSON record of one location or provider.",
    ],
  ])("with %s are refused", async (_, file, sentence) => {
    expect(await imported("cqc", file())).toBe(sentence);
    expect(await db.location.count()).toBe(0);
  });
});

const quoted = (cells: Record<number, string>) =>
  Array.from({ length: 27 }, (_, at) => `"${cells[at + 1] ?? ""}"`).join(",");
const practice = (code: string, more: Record<number, string> = {}) =>
  quoted({
    1: code,
    2: "THE MILL SURGERY",
    3: "Y62",
    4: "QOP",
    5: "1 MILL LANE",
    8: "OLDHAM",
    10: "OL1 1AA",
    11: "19740401",
    13: "A",
    14: "B",
    15: "00Y",
    18: "0161 4960000",
    26: "4",
    ...more,
  });

describe("files of the NHS", () => {
  test("epraccur gives GP practices with their Sub ICB, and a closure of one that we knew is reported", async () => {
    const lines = [
      practice("P85001"),
      practice("P85002", { 26: "9" }),
      practice("W95003", { 3: "W00" }),
      practice("P85004", { 12: "20171031", 13: "C" }),
    ];
    const file = fileOf("epraccur.csv", lines.join("\r\n"));
    expect(countsOf(await imported("ods", file))).toEqual({
      added: 1,
      changed: 0,
      closed: 0,
      unchanged: 0,
      skipped: 3,
    });
    expect(await found("P85001")).toMatchObject({
      types: ["gp"],
      postcode: "OL1 1AA",
      subIcb: { odsCode: "00Y" },
      localAuthority: { name: "Oldham" },
      placedBy: "postcode district",
    });
    expect(countsOf(await imported("ods", file))).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(
      countsOf(await imported("ods", fileOf("epraccur.csv", practice("P85001", { 12: "20260930", 13: "C" })))),
    ).toMatchObject({ closed: 1 });
  });

  test("names in Windows-1252 keep their letters", async () => {
    await imported("ods", fileOf("epraccur.csv", Buffer.from(practice("P85001", { 2: "ST THÉRÈSE" }), "latin1")));
    expect((await found("P85001")).name).toBe("ST THÉRÈSE");
  });

  test("etr gives trusts, and sites belong to them", async () => {
    const trust = quoted({ 1: "RM3", 2: "NORTHERN CARE TRUST", 3: "Y62", 10: "M6 8HD", 11: "20170401" });
    const site = quoted({
      1: "RM301",
      2: "MOORSIDE HOSPITAL",
      3: "Y62",
      5: "ROCHDALE ROAD",
      8: "OLDHAM",
      10: "OL1 2JH",
      11: "20170401",
      15: "RM3",
    });
    expect(countsOf(await imported("ods", fileOf("etr.csv", trust)))).toMatchObject({ added: 1 });
    expect(countsOf(await imported("ods", fileOf("ets.csv", site)))).toMatchObject({ added: 1 });
    expect(await found("RM301")).toMatchObject({ types: ["nhs_acute"], provider: { name: "NORTHERN CARE TRUST" } });
    expect(countsOf(await imported("ods", fileOf("ets.csv", site)))).toMatchObject({ unchanged: 1 });
  });

  test.each([
    [
      "too few values",
      () => fileOf("short.csv", "A81001,NAME,Y63\n"),
      /^short\.csv, line 1: this line has 3 values where the NHS's files have 27\./,
    ],
    [
      "a code twice",
      () => fileOf("twice.csv", [practice("P85001"), practice("P85001")].join("\n")),
      /^twice\.csv, line 2, column 1: P85001 appears twice in the file: in line 1 and here\.$/,
    ],
    [
      "a missing column",
      () =>
        fileOf(
          "sites.csv",
          "ods_code,name,sector,parent_ods,parent_name,address_1,address_2,address_3,town,county,postcode,lat\nA,B,C,D,E,F,G,H,I,J,K,L\n",
        ),
      /^sites\.csv, line 1, column “lon”: this column is missing/,
    ],
    [
      "a day that is none",
      () => fileOf("day.csv", [practice("P85001"), practice("P85002", { 11: "20251332" })].join("\n")),
      /^day\.csv, line 2, column 11: “2025-13-32” is not a date/,
    ],
    [
      "a code that is none",
      () => fileOf("code.csv", [practice("P85001"), practice("P 85")].join("\n")),
      /^code\.csv, line 2, column 1: “P 85” is not the code of an NHS organisation\.$/,
    ],
    [
      "a status that is none",
      () => fileOf("status.csv", practice("P85001", { 13: "Q" })),
      /^status\.csv, line 1, column 13: “Q” is neither A, C, D nor P\.$/,
    ],
    [
      "practices and trusts in one archive",
      () =>
        zipOf("two.zip", {
          "epraccur.csv": practice("P85001"),
          "etr.csv": quoted({ 1: "RW6", 2: "A TRUST", 3: "Y62" }),
        }),
      /^two\.zip, etr\.csv: this holds trusts where the others hold practices\.$/,
    ],
    [
      "the same in both tables of an archive",
      () => zipOf("both.zip", { "a.csv": practice("P85001"), "b.csv": practice("P85001") }),
      /^both\.zip, b\.csv, line 1, column 1: P85001 appears twice in the file: in line 1 of a\.csv and here\.$/,
    ],
  ])("with %s are refused", async (_, file, sentence) => expect(await imported("ods", file())).toMatch(sentence));
});

describe("postcodes", () => {
  const area = [
    "OL1 1AA,10,392737,404991,E92000001,E19000001,E18000002,,E08000004,E05000734",
    "OL1 1AB,90,0,0,E92000001,,,,E08000004,",
    "CH5 1AA,10,331000,368000,W92000004,,,,W06000005,",
  ].join("\n");

  test("postcodes are placed by the National Grid, zipped or plain, and a second time change nothing", async () => {
    const zip = zipOf("codepo_gb.zip", { "Data/CSV/ol.csv": area, "Doc/licence.csv": "x" });
    const report = await imported("postcodes", zip);
    expect(countsOf(report)).toEqual({ added: 1, changed: 0, closed: 0, unchanged: 0, skipped: 2 });
    expect(countsOf(await imported("postcodes", fileOf("ol.csv", area)))).toMatchObject({ unchanged: 1, changed: 0 });
    const place = await placeOfPostcode("ol11aa");
    expect(place?.latitude).toBeCloseTo(53.5413, 3);
    expect(place?.longitude).toBeCloseTo(-2.1111, 3);
    expect(await placeOfPostcode("OL1 9ZZ")).toMatchObject({ by: "district" });
    expect(await placeOfPostcode("ZZ1 9ZZ")).toBeNull();
  });

  test("postcodes place a location whose own record does not say where it is", async () => {
    await imported("postcodes", fileOf("ol.csv", area));
    await imported(
      "cqc",
      await directoryCsv("unplaced.csv", {
        lines: [
          home("1-401", {
            "Location Local Authority": "",
            "Location ONSPD CCG Code": "",
            "Location Latitude": "",
            "Location Longitude": "",
          }),
        ],
      }),
    );
    expect(await found("1-401")).toMatchObject({
      placedBy: "postcode, Sub ICB by council",
      localAuthority: { name: "Oldham" },
      subIcb: { odsCode: "00Y" },
    });
  });

  test("beyond England, cut short or twice are refused", async () => {
    expect(await imported("postcodes", fileOf("sea.csv", "OL1 1AA,10,1,1,E92000001,,,,E08000004,"))).toBe(
      "sea.csv, line 1, column “Eastings”: OL11AA is not in England.",
    );
    expect(await imported("postcodes", fileOf("cut.csv", `${area}\nOL1 1AC,10`))).toMatch(
      /^cut\.csv, line 4: this line has 2 values where the others have 10/,
    );
    expect(await imported("postcodes", fileOf("twice.csv", `${area}\n${area}`))).toBe(
      "twice.csv, line 4, column “postcode”: OL11AA appears twice in the file: in line 1 and here.",
    );
    expect(await imported("postcodes", zipOf("twice.zip", { "a.csv": area, "b.csv": area }))).toBe(
      "twice.zip, b.csv, line 1, column “postcode”: OL11AA appears twice in the file: in line 1 of a.csv and here.",
    );
    expect(await imported("postcodes", fileOf("word.csv", "HELLO,10,1,1,E92000001,,,,E08000004,"))).toBe(
      "word.csv, line 1, column “postcode”: “HELLO” is not a postcode such as OL1 1AA.",
    );
    expect(await imported("postcodes", fileOf("quality.csv", "OL1 1AA,many,1,1,E92000001,,,,E08000004,"))).toBe(
      "quality.csv, line 1, column “positional quality”: “many” is not a number from 10 to 90.",
    );
    expect(await imported("postcodes", fileOf("none.csv", "postcode,pqi,lat,lon,county_code,district_code\n"))).toBe(
      "none.csv: there are no rows under its headings. It may be incomplete: download it again.",
    );
    expect(await db.postcode.count()).toBe(0);
  });

  test("with an extra column are imported, and the column is reported", async () => {
    const headed = "postcode,pqi,lat,lon,county_code,district_code,moon\nOL1 1AA,10,53.54,-2.11,,E08000004,full\n";
    expect(noticesOf(await imported("postcodes", fileOf("moon.csv", headed)))).toEqual(["unknown column, ignored"]);
  });
});

describe("areas", () => {
  afterEach(async () => {
    const owner = await asOwner();
    await owner.query("select set_config('capacity.actor', 'test', false)");
    await owner.query(
      "update area set ons_code = 'E08000004', former_codes = '{}', name = 'Oldham' where ons_code = 'E08990004'",
    );
    await owner.query("delete from area where ons_code = 'E54990001'");
  });

  test("areas are corrected by import, found by their former code, and not brought back by the shipped tables", async () => {
    const file = fileOf(
      "areas.csv",
      "kind,ons_code,former_codes,name,nhs_region\nlocal_authority,E08990004,E08000004,Oldham Borough,\nicb,E54990001,,NHS New Board,E40000010\n",
    );
    expect(countsOf(await imported("organisations", file))).toEqual({
      added: 1,
      changed: 1,
      closed: 0,
      unchanged: 0,
      skipped: 0,
    });
    expect(countsOf(await imported("organisations", file))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await loadReference(await asOwner())).toBe(0);
    expect(
      countsOf(await imported("postcodes", fileOf("ol.csv", "OL1 1AA,10,392737,404991,E92000001,,,,E08000004,"))),
    ).toMatchObject({ added: 1 });
    expect((await db.postcode.findFirst())?.localAuthorityId).toBe(
      (await db.area.findFirstOrThrow({ where: { onsCode: "E08990004" } })).id,
    );
  });

  test("with an unknown parent are refused", async () => {
    expect(await imported("organisations", fileOf("parent.csv", "ons_code,icb\nE38000135,E54999999\n"))).toBe(
      "parent.csv, line 2, column “icb”: E54999999 is not known.",
    );
  });

  test.each([
    [
      "a line cut short",
      "ons_code,name,valid_to\nE08000004",
      "line 2: this line has 1 values where the heading has 3.",
    ],
    [
      "an end before its beginning",
      "ons_code,valid_from,valid_to\nE08000004,2026-01-01,2025-01-01",
      "line 2, column “valid_to”: E08000004 would end before it begins.",
    ],
    [
      "one area in two lines",
      "ons_code,former_codes\nE08990004,E08000004\nE08000004,",
      "line 3, column “ons_code”: this is the area of line 2 under another code.",
    ],
    [
      "one code for two",
      "ons_code,ods_code\nE38000135,00Y\nE38000007,00Y",
      "line 3, column “ods_code”: 00Y would be the code of",
    ],
    [
      "an area within itself",
      "ons_code,sub_icb\nE38000135,E38000135",
      "line 2, column “sub_icb”: an area cannot be part of itself.",
    ],
    [
      "an area after itself",
      "ons_code,successors\nE38000135,E38000135",
      "line 2, column “successors”: an area cannot succeed itself.",
    ],
    [
      "codes that are none",
      "ons_code,former_codes\nE38000135,banana",
      "line 2, column “former_codes”: “banana” is not a list of codes",
    ],
  ])("with %s are refused", async (_, text, sentence) =>
    expect(await imported("organisations", fileOf("areas.csv", text))).toContain(`areas.csv, ${sentence}`),
  );

  test("areas are found by the names that people use", async () => {
    const today = new Date("2026-11-10");
    expect((await areasNamed("barnsley", ["sub_icb"], today)).map(({ label }) => label)).toEqual([
      "NHS South Yorkshire ICB - 02P Barnsley",
    ]);
    const numbers = await Promise.all(
      (["nhs_region", "ons_region", "icb", "sub_icb", "local_authority", "lrf"] as const).map(
        async (kind) => (await areas(kind, today)).length,
      ),
    );
    expect(numbers).toEqual([7, 9, 36, 106, 153, 38]);
    expect((await areas("icb", new Date("2026-03-31"))).length).toBe(42);
  });
});

import { areasOfCodes, areasToAdd } from "@/lib/reports/beside/areas-chosen";
import { besideHeadings, besideRows } from "@/lib/reports/beside/beside-rows";
import { peerChoices } from "@/lib/reports/beside/peer-choices";
import { usualFacts } from "@/lib/reports/beside/peers";
import { type SideBySide, sideBySide } from "@/lib/reports/beside/side-by-side";
import { readingInWords } from "@/lib/reports/reading";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { fileOf, imported } from "@/tests/support/registers";
import { filingOf } from "@/tests/support/returns";

const [oldham, rochdale, barnsley] = ["E08000004", "E08000005", "E08000038"];

let world: Cast;
beforeAll(async () => {
  await emptyDatabase();
  world = await cast();
});

const seen = async (person: PersonName, ...codes: string[]) =>
  (await areasOfCodes(world.users[person], codes))?.map(({ name }) => name) ?? null;

async function beside(person: PersonName, changes: object = {}): Promise<SideBySide> {
  const areas = (await areasOfCodes(world.users[person], [rochdale, oldham])) ?? [];
  const wanted = { areas, collection: "care_home", month: null, measures: [], spreadOf: undefined } as const;
  return sideBySide(world.users[person], { ...wanted, ...changes }, inWindow);
}

test("areas stand in the order of the address, and one that someone may not see is not found", async () => {
  expect(await seen("leo", rochdale, oldham)).toEqual(["Rochdale", "Oldham"]);
  expect(await seen("leo", oldham, barnsley)).toBeNull();
  expect(await seen("nate", oldham, barnsley)).toEqual(["Oldham", "Barnsley"]);
  expect(await seen("olive", oldham, rochdale)).toBeNull();
  expect(await seen("amina", oldham)).toBeNull();
  expect(await seen("agnes", oldham)).toBeNull();
  expect(await seen("nate", "E99999999")).toBeNull();
});

test("a search finds areas by name or code, without those already chosen and those of others", async () => {
  const chosen = (await areasOfCodes(world.users.nate, [oldham])) ?? [];
  const found = async (person: PersonName, words: string) =>
    (await areasToAdd(world.users[person], words, chosen, inWindow)).map(({ code }) => code);
  expect(await found("nate", "rochdale")).toContain(rochdale);
  expect(await found("nate", "oldham")).not.toContain(oldham);
  expect(await found("nate", rochdale)).toEqual([rochdale]);
  expect(await found("olive", "rochdale")).toEqual([]);
});

test("each area shows its own figures of the window, and the file says what the page says", async () => {
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
  const shown = await beside("nate", { measures: ["occupied_share", "visiting"] });
  expect(shown.isOpen).toBe(true);
  expect(shown.measures.map(({ key }) => key)).toEqual(["occupied_share", "visiting"]);
  const rows = besideRows(shown).map((row) => Object.fromEntries(besideHeadings.map((at, nth) => [at, row[nth]])));
  expect(rows.filter(({ Measure }) => Measure === "Occupied")).toMatchObject([
    { Area: "Rochdale", Figure: "[not reported]", Numerator: null, "Locations due": 1 },
    { Area: "Oldham", Figure: 80, Numerator: 16, Denominator: 20, "Locations reported": 1, "Locations due": 2 },
  ]);
  const words = shown.areas.map(({ id }) =>
    shown.measures.map((one) => readingInWords(shown.found.reading(id, shown.window.month, one), one.unit)),
  );
  expect(words[0]).toEqual(["Not reported", "Not reported"]);
  expect(words[1]?.[0]).toBe("80.0%");
});

test("an address with keys that are none, or a month that is none, shows the usual measures of the newest window", async () => {
  const shown = await beside("nate", { measures: ["none"], spreadOf: "none", month: "1999-01" });
  expect(shown.measures[0]?.key).toBe("care_home_responded");
  expect(shown.spreadOf.key).toBe("occupied_share");
  expect(shown.window.month).toBe("2026-11");
});

test("peers are named with their public facts to everyone who sees the area, and marked where figures may be seen", async () => {
  const area = (await areasOfCodes(world.users.olive, [oldham]))![0]!;
  const choices = (person: PersonName) => peerChoices(world.users[person], area, usualFacts, inWindow);
  const ofOlive = await choices("olive");
  expect(ofOlive.own).toMatchObject({ homes: 2, beds: 60, size: 30 });
  expect(ofOlive.peers).toMatchObject([{ code: rochdale, isSeen: false, facts: { homes: 1, beds: 30 } }, {}]);
  expect((await choices("nate")).peers.every(({ isSeen }) => isSeen)).toBe(true);
  expect(ofOlive).toMatchObject({ neighbours: [], noBoundaries: true });
});

test("neighbours are those with whom an area shares a border", async () => {
  const square = (east: number, code: string, name: string) => {
    const [w, s, side] = [-2 + east / 10, 53, 0.1];
    const corners = [
      [w, s],
      [w + side, s],
      [w + side, s + side],
      [w, s + side],
      [w, s],
    ];
    const geometry = { type: "Polygon", coordinates: [corners] };
    return { type: "Feature", properties: { CTYUA24CD: code, CTYUA24NM: name }, geometry };
  };
  const features = [square(0, oldham, "Oldham"), square(1, rochdale, "Rochdale"), square(5, barnsley, "Barnsley")];
  const file = fileOf("Councils.geojson", JSON.stringify({ type: "FeatureCollection", features }));
  await imported("boundaries", file);
  const area = (await areasOfCodes(world.users.nate, [oldham]))![0]!;
  const { neighbours, noBoundaries } = await peerChoices(world.users.nate, area, usualFacts, inWindow);
  expect(neighbours.map(({ name }) => name)).toEqual(["Rochdale"]);
  expect(noBoundaries).toBe(false);
});

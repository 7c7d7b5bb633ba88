import { locationSearch } from "@/lib/locations/search-queries";
import { cast } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { directoryCsv, home, imported } from "@/tests/support/registers";

beforeEach(emptyDatabase);

type Types = Parameters<typeof locationSearch>[1];

const names = async (text: string, ...types: Types[number][]) => {
  const search = await locationSearch(text, types.length > 0 ? types : ["care_home"]);
  return [search.by, ...search.found.map(({ name }) => name)];
};

/** Care homes by these names, each at its postcode. */
async function homes(called: Record<string, string>): Promise<void> {
  const lines = Object.entries(called).map(([name, postcode], at) =>
    home(`1-${500 + at}`, { "Location Name": name, "Location Postal Code": postcode }),
  );
  const report = await imported("cqc", await directoryCsv("homes.csv", { lines }));
  expect(typeof report).toBe("object");
}

test("finds by postcode, by its district, by part of a name, and only what is registered and of the type", async () => {
  await cast();
  expect(await names("ol1 1aa", "care_home")).toEqual(["postcode", "Rosewood"]);
  expect(await names("OL1 9ZZ", "care_home")).toEqual(["district", "Rosewood"]);
  expect(await names("OL1", "care_home")).toEqual(["postcode", "Rosewood"]);
  expect(await names("wood", "care_home")).toEqual(["name", "Rosewood", "Hawthorn House"]);
  expect(await names("house haw", "home_care")).toEqual(["name", "Hawthorn House"]);
  expect(await names("rosewood", "hospice")).toEqual(["name"]);
  expect(await names("100%", "care_home")).toEqual(["name"]);
  expect(await names("x", "care_home")).toEqual(["short"]);
});

test("a company's name finds its locations, as a town does, with a place name or without", async () => {
  const place = (id: string, name: string, company: string, town: string) =>
    home(id, {
      "Location Name": name,
      "Provider Name": company,
      "Provider ID": `1-9${id.slice(2)}`,
      "Location City": town,
    });
  const lines = [
    place("1-601", "Acorn Lodge", "St. Barnabas Homes Ltd", "Oldham"),
    place("1-602", "Beech Lodge", "St. Barnabas Homes Ltd", "Bolton-le-Sands"),
    place("1-603", "Oldham House", "Mrs J Bell", "Bury"),
    place("1-604", "Cedar Lodge", "Mrs J Bell", "Oldham"),
  ];
  await imported("cqc", await directoryCsv("homes.csv", { lines }));
  expect(await names("st barnabas")).toEqual(["name", "Acorn Lodge", "Beech Lodge"]);
  expect(await names("oldham")).toEqual(["name", "Oldham House", "Acorn Lodge", "Cedar Lodge"]);
  expect(await names("lodge oldham")).toEqual(["name", "Acorn Lodge", "Cedar Lodge"]);
  expect(await names("barnabas bolton le sands")).toEqual(["name", "Beech Lodge"]);
  expect(await names("bell lodge")).toEqual(["name", "Cedar Lodge"]);
  expect(await names("barnabas bury")).toEqual(["name"]);
});

test("names that begin with what was typed come first, then those that begin with its first word, then the rest", async () => {
  await homes({
    "Willow Bank House": "OL1 1AA",
    "Willow House": "OL1 1AB",
    "Willow House Annexe": "OL1 1AD",
    "The Willow House": "OL1 1AE",
    "House of Willow": "OL1 1AF",
    "Willow Court": "OL1 1AG",
  });
  expect(await names("willow house")).toEqual([
    "name",
    "Willow House",
    "Willow House Annexe",
    "Willow Bank House",
    "House of Willow",
    "The Willow House",
  ]);
});

test("apostrophes, stops and hyphens need not be typed, and may be", async () => {
  await homes({ "St. Mary’s": "OL1 1AA", "St-Mary's Lodge": "OL1 1AB", "Stone Marys": "OL1 1AD" });
  const both = ["name", "St. Mary’s", "St-Mary's Lodge", "Stone Marys"];
  expect(await names("st marys")).toEqual(both);
  expect(await names("ST. MARY'S")).toEqual(both);
  expect(await names("marys st")).toEqual(both);
});

test("one or two letters match the beginning of a word, three match anywhere", async () => {
  await homes({ "Manor 1": "OL1 1AA", "Manor 12": "OL1 1AB", "Manor 21": "OL1 1AD" });
  expect(await names("manor 1")).toEqual(["name", "Manor 1", "Manor 12"]);
  expect(await names("ano")).toEqual(["name", "Manor 1", "Manor 12", "Manor 21"]);
});

test("an id of its register finds a location", async () => {
  await homes({ Oakwood: "OL1 1AA", Elmwood: "OL1 1AB" });
  expect(await names("1-501")).toEqual(["name", "Elmwood"]);
});

test("if nothing is registered at a postcode, its district is shown, nearest first", async () => {
  await homes({ Away: "OL1 3AA", Beside: "OL1 4AA", Close: "OL1 5AA", Other: "OL10 1AA" });
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'test', false)");
  for (const [name, north] of Object.entries({ Away: 53.56, Beside: 53.541, Close: 53.55 }))
    await owner.query("update location set latitude = $1, longitude = -2.11 where name = $2", [north, name]);
  await owner.query("insert into postcode (postcode, latitude, longitude) values ('OL19ZZ', 53.54, -2.11)");
  expect(await names("OL1 9ZZ")).toEqual(["district", "Beside", "Close", "Away"]);
  expect(await names("OL1")).toEqual(["postcode", "Away", "Beside", "Close"]);
});

test("if many share a name, the first are shown and we say that there are more", async () => {
  await homes(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`The Laurels${" ".repeat(at)}`, `OL1 1A${"ABDEFGHJLNPQ"[at]}`]),
    ),
  );
  const { found, more } = await locationSearch("laurels", ["care_home"], 10);
  expect([found.length, more]).toEqual([10, true]);
  expect(await locationSearch("laurels", ["hospice"], 10)).toEqual({ found: [], by: "name", more: false });
});

import { foundAs, isSought } from "@/lib/organisations/sought-area";

const place = {
  label: "NHS South Yorkshire ICB - 02P Barnsley",
  odsCode: "02P",
  onsCode: "E38000006",
  alsoNamed: ["St. Helens", "Saint Helens", "Bath & North East Somerset"],
};

test.each([
  "",
  " ",
  "barnsley",
  "BARNS",
  "02p",
  "e38000006",
  "barnsley yorkshire",
  "st helens",
  "Saint Helens",
  "bath and",
  "north-east",
])("“%s” finds it", (text) => {
  expect(isSought(place, text)).toBe(true);
});

test.each(["leeds", "barnsley leeds", "st. marys"])("“%s” does not", (text) => {
  expect(isSought(place, text)).toBe(false);
});

test("we say what it was found by if its label does not show it", () => {
  expect(foundAs(place, "st helens")).toBe("St. Helens");
  expect(foundAs(place, "barnsley")).toBeUndefined();
  expect(foundAs(place, "")).toBeUndefined();
});

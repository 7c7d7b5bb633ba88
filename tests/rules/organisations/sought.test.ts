import { soughtIn } from "@/lib/locations/sought";

const postcodeIn = (typed: string) => {
  const sought = soughtIn(typed);
  return sought?.by === "postcode" ? sought.shown : null;
};

test.each([
  ["OL1 1AA", "OL1 1AA"],
  ["ol11aa", "OL1 1AA"],
  ["0L1 1AA", "OL1 1AA"],
  ["OL1-1AA", "OL1 1AA"],
  ["(OL1 1AA).", "OL1 1AA"],
  ["OL1  O A A".replaceAll(" ", ""), "OL1 0AA"],
  ["SK1O 1AA", "SK10 1AA"],
  ["P01 1AA", "PO1 1AA"],
  ["SO14 0AA", "SO14 0AA"],
  ["PO10 7AA", "PO10 7AA"],
  ["YO10 4AA", "YO10 4AA"],
  ["BO1 1AA", "BO1 1AA"],
  ["W1A 1AA", "W1A 1AA"],
  ["OL1O", "OL10 "],
  ["0L1", "OL1 "],
  ["OL1 1", "OL1 1"],
  ["OL1.", "OL1 "],
  ["OL1 O", "OL1 0"],
  ["WR0 1AA", "WR0 1AA"],
])("“%s” is read as the postcode %s", (typed, shown) => {
  expect(postcodeIn(typed)).toBe(shown);
});

test.each(["Soho", "Oakwood", "Manor 1", "1-1234567890", "St. Mary's", "Rosewood Oldham", "Oo", "B O"])(
  "“%s” is read as a name",
  (typed) => {
    expect(soughtIn(typed)?.by).toBe("name");
  },
);

test("one letter is too short to look for", () => {
  expect(soughtIn(" x ")).toBeNull();
});

import { type BedType, totalBeds, unavailable } from "@/lib/questions/beds";
import { checkBedUpdate } from "@/lib/questions/check";
import { bedTypes, careHome, said } from "./rosewood";
import { careHomeTyped } from "@/tests/support/rosewood";

const beds = (changes: Record<string, string>, context = {}) =>
  checkBedUpdate(bedTypes, { ...careHomeTyped, ...changes }, context);

test("beds that are not occupied, reserved or accepting are unavailable", () => {
  expect(unavailable({ capacity: 20, occupied: 16, reserved: 1, accepting: 2 })).toBe(1);
});

test("more occupied beds than there are is refused, even where there are none", () => {
  expect(said(beds({ "beds.GEN_RES.occupied": "21" }))).toEqual([
    ["beds.GEN_RES.occupied", "Occupied general residential beds must be 20 or fewer: there are 20 beds of this type"],
  ]);
  expect(said(beds({ "beds.GEN_RES.capacity": "0", "beds.GEN_RES.occupied": "5" }))).toEqual([
    ["beds.GEN_RES.occupied", "Occupied general residential beds must be 0: there are 0 beds of this type"],
  ]);
});

test("occupied, reserved and accepting may not exceed the capacity together, even if another figure is missing", () => {
  expect(said(beds({ "beds.GEN_RES.accepting": "4", "beds.GEN_RES.reserved": "" }))).toEqual([
    ["beds.GEN_RES.reserved", "Enter how many general residential beds are reserved, or 0 if none are"],
  ]);
  expect(said(beds({ "beds.GEN_RES.accepting": "5", "beds.GEN_RES.reserved": "none" }))).toEqual([
    ["beds.GEN_RES.reserved", "Reserved general residential beds must be a whole number, like 12"],
    [
      "beds.GEN_RES.accepting",
      "Beds occupied, reserved and accepting admissions add up to 21, but there are 20 beds of this type",
    ],
  ]);
});

test("a bed type with one figure needs all four, and one with none is not offered", () => {
  expect(said(beds({ "beds.YPD.occupied": "3" }))).toEqual([
    ["beds.YPD.capacity", "Enter how many beds for young physically disabled people you have"],
    ["beds.YPD.reserved", "Enter how many beds for young physically disabled people are reserved, or 0 if none are"],
    [
      "beds.YPD.accepting",
      "Enter how many beds for young physically disabled people are accepting admissions, or 0 if none are",
    ],
  ]);
  expect(Object.keys(beds({}).beds.types)).toEqual(["GEN_RES"]);
});

test("a bed type that the home had before does not vanish by being left blank", () => {
  const count = { capacity: 8, occupied: 7, reserved: 0, accepting: 1, open: true };
  const previous = { answers: {}, beds: { open: true, types: { DEM_RES: count } } };
  expect(said(beds({}, { previous }))).toEqual([
    ["beds.DEM_RES.capacity", "Enter how many dementia residential beds you have, or 0 if you no longer have any"],
  ]);
  const none = { "beds.DEM_RES.capacity": "0", "beds.DEM_RES.occupied": "0" };
  expect(said(beds({ ...none, "beds.DEM_RES.reserved": "0", "beds.DEM_RES.accepting": "0" }, { previous }))).toEqual(
    [],
  );
});

test("more beds than CQC has registered is queried, and can be accepted with a reason", () => {
  expect(beds({}, { cqcBeds: 18 }).problems).toEqual([
    {
      field: "beds.GEN_RES.capacity",
      code: "beds.over_cqc",
      message: "You have entered 20 beds in total, but CQC has registered 18",
      warning: true,
    },
  ]);
  const answer = beds({ "accept.beds.over_cqc": "yes", "reason.beds.over_cqc": "New wing" }, { cqcBeds: 18 });
  expect(answer.problems).toEqual([]);
  expect(answer.accepted[0]?.reason).toBe("New wing");
});

test("beds that accept admissions in a home that says it is closed are queried", () => {
  expect(said(beds({ "beds.open": "no" }))).toEqual([
    [
      "beds.GEN_RES.accepting",
      "General residential: 2 beds are accepting admissions, but you have said they are closed to admissions",
    ],
  ]);
});

test("whether a type is open may be left blank, and blank does not mean closed", () => {
  const answer = beds({ "beds.open": "", "beds.GEN_RES.open": "" });
  expect(answer.problems).toEqual([]);
  expect([answer.beds.open, answer.beds.types.GEN_RES?.open]).toEqual([null, null]);
});

test("a home with no bed occupied is pointed to the nil return", () => {
  expect(said(careHome({ "beds.GEN_RES.occupied": "0" }))).toEqual([
    [
      "beds.GEN_RES.occupied",
      "You have entered that no beds are occupied. If no one lives in the home, send a nil return instead",
    ],
  ]);
});

test("a bed type added as data has its questions and is counted like the others", () => {
  const more: BedType[] = [...bedTypes, { key: "BARI", label: "Bariatric", group: "long_stay" }];
  const typed = { ...careHomeTyped, "beds.BARI.capacity": "2", "beds.BARI.occupied": "3" };
  const answer = checkBedUpdate(more, { ...typed, "beds.BARI.reserved": "0", "beds.BARI.accepting": "0" });
  expect(said(answer)).toEqual([
    ["beds.BARI.occupied", "Occupied bariatric beds must be 2 or fewer: there are 2 beds of this type"],
  ]);
  expect(totalBeds(answer.beds).capacity).toBe(22);
});

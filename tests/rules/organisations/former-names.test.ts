import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { formerCounties, formerNames } from "@/lib/organisations/former-names";
import { isSought } from "@/lib/organisations/sought-area";

const shipped = parse<{ kind: string; name: string }>(readFileSync("prisma/seed/reference/areas.csv"), {
  columns: true,
});
const councils = shipped.filter(({ kind }) => kind === "local_authority").map(({ name }) => name);

test("every council of a former county is one of the 153, and 29 stand in one", () => {
  expect(councils.filter((name) => formerCounties(name).length > 0)).toHaveLength(29);
});

test.each([
  [{ kind: "sub_icb", name: "NHS Greater Manchester ICB - 00Y", placeName: "Oldham" }, "NHS Oldham CCG"],
  [{ kind: "lrf", name: "Greater Manchester", placeName: null }, "LRF"],
  [{ kind: "lrf", name: "Cumbria", placeName: null }, "cumbria local resilience forum"],
  [{ kind: "local_authority", name: "Westmorland and Furness", placeName: null }, "Cumbria"],
] as const)("%p is found by its former or short name", (area, typed) => {
  expect(isSought({ label: area.name, odsCode: null, onsCode: "E1", alsoNamed: formerNames(area) }, typed)).toBe(true);
});

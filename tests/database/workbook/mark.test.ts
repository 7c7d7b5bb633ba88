import { markOf, readMark, saidBy } from "@/lib/workbook/mark";

test("a row's mark proves its ids, and another row's mark will not do", () => {
  const identity = {
    ...{ section: "care_home", month: "2026-11", version: "v1-a", locationId: 7, registerId: "1-7", bed: "" },
  };
  const mark = { looked: "4.9", said: saidBy(["1", "2"]) };
  const text = markOf(identity, mark);
  expect(readMark(identity, text)).toEqual(mark);
  for (const other of [{ locationId: 8 }, { registerId: "1-8" }, { month: "2026-12" }, { bed: "GEN_RES" }])
    expect(readMark({ ...identity, ...other }, text)).toBeNull();
  expect(readMark(identity, text.replace("4.9", "4.8"))).toBeNull();
  expect(readMark(identity, "")).toBeNull();
});

import { bytesOf, Marks } from "@/lib/database/replica-lag";

test("a position in the log is read as PostgreSQL writes it, and anything else is refused", () => {
  expect(bytesOf("0/0")).toBe(0n);
  expect(bytesOf("16/B374D848")).toBe(0x16b374d848n);
  for (const wrong of ["", "16", "16/", "/1", "x/y"]) expect(() => bytesOf(wrong)).toThrow("no position in the log");
});

test("a replica shows everything up to the last moment whose position it has replayed", () => {
  const marks = new Marks();
  marks.note(1_000, 100n);
  marks.note(2_000, 200n);
  marks.note(3_000, 300n);
  expect(marks.shownUpTo(300n)).toBe(3_000);
  expect(marks.shownUpTo(299n)).toBe(2_000);
  expect(marks.bytesBehind(250n)).toBe(50);
  expect(marks.bytesBehind(400n)).toBe(0);
});

test("while nothing is written a replica that has everything stays up to date, and one that has not does not", () => {
  const marks = new Marks();
  marks.note(1_000, 100n);
  for (const at of [2_000, 3_000, 4_000]) marks.note(at, 200n);
  expect(marks.shownUpTo(200n)).toBe(4_000);
  expect(marks.shownUpTo(199n)).toBe(1_000);
});

test("how far it is behind is not known before the first look, beyond what was noted, and after the log began anew", () => {
  const marks = new Marks(2);
  expect(marks.shownUpTo(1n)).toBeNull();
  for (const at of [1, 2, 3]) marks.note(at, BigInt(at));
  expect(marks.shownUpTo(1n)).toBeNull();
  marks.note(4, 1n);
  expect(marks.shownUpTo(3n)).toBe(4);
  expect(marks.shownUpTo(0n)).toBeNull();
});

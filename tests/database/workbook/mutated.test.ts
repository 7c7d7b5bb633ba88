import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { readMutated } from "@/tests/support/read-mutated";

afterAll(endReadingWorkbooks);

test("of 400 spoiled workbooks none crashes or hangs the reader: each is read, or refused in a sentence", async () => {
  const { read, refused, slowest } = await readMutated(1, 400);
  expect(read + refused).toBe(400);
  expect(read).toBeGreaterThan(40);
  expect(refused).toBeGreaterThan(40);
  expect(slowest).toBeLessThan(20_000);
}, 600_000);

import { keptFor } from "@/lib/kept-for";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 10, 9, 0, seconds));

function counted(fails = 0) {
  let made = 0;
  return keptFor(10_000, (key: string) =>
    ++made <= fails ? Promise.reject(new Error("away")) : Promise.resolve(`${key} ${made}`),
  );
}

test("what was worked out is used again until its time is over, each key for itself", async () => {
  const ask = counted();
  expect(await Promise.all([ask("a", at(0)), ask("a", at(9)), ask("b", at(9))])).toEqual(["a 1", "a 1", "b 2"]);
  expect(await ask("a", at(10))).toBe("a 3");
});

test("it is worked out anew for a time before", async () => {
  const ask = counted();
  expect([await ask("a", at(5)), await ask("a", at(4)), await ask("a", at(6))]).toEqual(["a 1", "a 2", "a 2"]);
});

test("what failed is tried again by the next who asks", async () => {
  const ask = counted(1);
  await expect(ask("a", at(0))).rejects.toThrow("away");
  expect(await ask("a", at(0))).toBe("a 2");
});

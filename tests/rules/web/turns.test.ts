import { TooBusy } from "@/lib/too-busy";
import { Turns } from "@/lib/web/turns";

const soon = () => new Promise((done) => setImmediate(done));

test("when one caller makes sixty requests at once, three are worked on and no one else waits for them", async () => {
  const turns = new Turns({ atOnce: 3, waiting: 100 });
  const started: number[] = [];
  const gives: (() => void)[] = [];
  for (let i = 0; i < 60; i++)
    void turns.take("one").then((give) => {
      started.push(i);
      gives.push(give);
    });
  await soon();
  expect(started).toEqual([0, 1, 2]);
  const other = await turns.take("other");
  other();
  for (let done = 0; done < 60; done++) {
    gives[done]?.();
    await soon();
  }
  expect(started).toEqual(Array.from({ length: 60 }, (_, i) => i));
});

test("a caller with too many requests waiting is told so, and a turn given back twice counts once", async () => {
  const turns = new Turns({ atOnce: 1, waiting: 1 });
  const first = await turns.take("one");
  const second = turns.take("one");
  await expect(turns.take("one")).rejects.toThrow(TooBusy);
  first();
  first();
  const give = await second;
  let third = false;
  void turns.take("one").then(() => (third = true));
  await soon();
  expect(third).toBe(false);
  give();
  await soon();
  expect(third).toBe(true);
});

import pg from "pg";
import { databaseAnswers, disconnect } from "@/lib/db";
import { forgetEnv } from "@/lib/env";

const there = process.env.DATABASE_URL ?? "";
afterEach(async () => {
  process.env.DATABASE_URL = there;
  forgetEnv();
  await disconnect();
});

test("a database that is there answers, and a hundred who ask at once ask once", async () => {
  const asked = jest.spyOn(pg.Pool.prototype, "query");
  const answers = await Promise.all(Array.from({ length: 100 }, databaseAnswers));
  expect(answers.filter(Boolean)).toHaveLength(100);
  expect(asked.mock.calls).toEqual([["select 1"]]);
  asked.mockRestore();
});

test("one that is not there is known by the first who asks, and once it is back by the next", async () => {
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:9/none";
  forgetEnv();
  expect(await databaseAnswers()).toBe(false);
  process.env.DATABASE_URL = there;
  forgetEnv();
  await disconnect();
  expect(await databaseAnswers()).toBe(true);
});

import pg from "pg";
import { databaseAnswers, disconnect } from "@/lib/db";
import { forgetEnv } from "@/lib/env";

const there = process.env.DATABASE_URL ?? "";
afterEach(async () => {
  process.env.DATABASE_URL = there;
  forgetEnv();
  await disconnect();
});

test("a database that is up answers, and a hundred checks at once ask it once", async () => {
  const asked = jest.spyOn(pg.Pool.prototype, "query");
  const answers = await Promise.all(Array.from({ length: 100 }, databaseAnswers));
  expect(answers.filter(Boolean)).toHaveLength(100);
  expect(asked.mock.calls).toEqual([["select 1"]]);
  asked.mockRestore();
});

test("the first check notices that one is down, and the next one that it is back", async () => {
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:9/none";
  forgetEnv();
  expect(await databaseAnswers()).toBe(false);
  process.env.DATABASE_URL = there;
  forgetEnv();
  await disconnect();
  expect(await databaseAnswers()).toBe(true);
});

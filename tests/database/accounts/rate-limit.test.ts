import { disconnect } from "@/lib/db";
import { forgetLimits, limited } from "@/lib/web/rate-limit";
import { asOwner, emptyDatabase } from "@/tests/support/database";

beforeEach(emptyDatabase);
afterEach(forgetLimits);
afterAll(disconnect);

test("the eleventh registration of an hour is refused, and told when to try again", async () => {
  for (let i = 0; i < 10; i++) expect(await limited("register", "203.0.113.5")).toBeNull();
  expect((await limited("register", "203.0.113.5"))?.message).toMatch(/Try again in (59|60) minutes/);
  expect(await limited("register", "203.0.113.6")).toBeNull();
});

test("of forty at once exactly ten are allowed, even by a process that counted none of them", async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => limited("register", "203.0.113.5")));
  expect(answers.filter((answer) => answer === null)).toHaveLength(10);
  await forgetLimits();
  expect(await limited("register", "203.0.113.5")).not.toBeNull();
});

test("a caller whose address is unknown is not counted", async () => {
  for (let i = 0; i < 12; i++) expect(await limited("register", null)).toBeNull();
});

test("one IPv6 network counts as one caller, and its /48 as eight", async () => {
  const from = (network: number, host: number) => limited("reset", `2001:db8:1:${network}::${host}`);
  const answers = [];
  for (let host = 1; host <= 25; host++) answers.push(await from(1, host));
  expect(answers.filter((answer) => answer === null)).toHaveLength(5);
  let more = 0;
  for (let network = 2; network <= 60; network++) if ((await from(network, 1)) === null) more++;
  expect(more).toBe(40 - 5);
});

test("while the table cannot be reached, each process keeps its own count and the limit still holds", async () => {
  const owner = await asOwner();
  await owner.query("revoke select, insert, update on rate_limit from capacity_app");
  try {
    const answers = [];
    for (let i = 0; i < 11; i++) answers.push(await limited("register", "203.0.113.5"));
    expect(answers.filter((answer) => answer === null)).toHaveLength(10);
  } finally {
    await owner.query("grant select, insert, update on rate_limit to capacity_app");
  }
});

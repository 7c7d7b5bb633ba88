import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { OwnService } from "./own-service";

/**
 * Three app processes and two workers over one database, behind a proxy that hands each request to the next of them:
 * nothing may be counted, kept or known by one process alone.
 */
const service = new OwnService("three");
let handed: readonly number[] = [];

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  await service.start();
  handed = await service.serveThree();
  await service.work(2);
});
test.afterAll(() => service.stop());

test("who signs in at one process is signed in at all of them, and who signs out is signed out everywhere", async () => {
  const cookie = await service.signIn("manager@demo.example");
  const before = [...handed];
  const pages = await Promise.all(Array.from({ length: 9 }, () => service.ask("/home", { cookie })));
  expect(pages.map(({ status }) => status)).toEqual(Array<number>(9).fill(200));
  expect(handed.map((now, nth) => now - (before[nth] ?? 0))).toEqual([3, 3, 3]);
  const left = await service.post(
    pages[0] as (typeof pages)[0],
    {},
    { cookie, which: (form) => form.includes("Sign out") },
  );
  expect(left.status).toBe(303);
  for (let nth = 0; nth < 3; nth++)
    expect((await service.ask("/home", { cookie })).headers.location).toContain("/sign-in");
});

test("of wrong passwords at once over all of them five count, and one email is sent", async () => {
  const page = await service.ask("/sign-in");
  const typed = { email: "council@demo.example", password: "wrong every time" };
  await Promise.all(Array.from({ length: 12 }, () => service.post(page, typed)));
  expect(
    await service.sql(
      "select failed, locked_until is not null as locked from sign_in_lane where failed > 0 and locked_until is not null",
    ),
  ).toEqual([{ failed: 5, locked: true }]);
  expect(await service.sql("select count(*)::int as sent from email where template = 'account-locked'")).toEqual([
    { sent: 1 },
  ]);
  await expect(service.signIn("council@demo.example")).rejects.toThrow("was not signed in");
});

test("sixty downloads of an hour are answered, whichever process is asked, and no more", async () => {
  const cookie = await service.signIn("approver@demo.example");
  const [place] = await service.sql<{ id: number }>(
    "select g.location_id as id from access g join account a on a.id = g.account_id where a.email = 'approver@demo.example' and g.location_id is not null limit 1",
  );
  const download = () => service.ask(`/returns/${place?.id}/care_home/history/download`, { cookie });
  const answers = [];
  for (let nth = 0; nth < 21; nth++) answers.push(...(await Promise.all([download(), download(), download()])));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(60);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
});

test("a file that one process takes is read by one worker, and each process shows what came of it", async () => {
  const cookie = await service.signIn("multisite@demo.example");
  const answer = await service.ask("/uploads/upload", { method: "POST", cookie, ...fileOf("not a workbook") });
  expect(answer.headers.location).toMatch(/\/uploads\/\d+$/);
  const at = new URL(answer.headers.location ?? "", "https://tracker.example").pathname;
  const read = () => service.sql<{ problem: string | null }>("select problem from workbook");
  await expect.poll(read, { timeout: 20_000 }).toEqual([{ problem: expect.any(String) as unknown }]);
  const shown = await Promise.all([1, 2, 3].map(() => service.ask(at, { cookie })));
  const problem = (await read())[0]?.problem ?? "none";
  expect(shown.map(({ status, text }) => [status, text.includes(problem)])).toEqual(shown.map(() => [200, true]));
});

test("scheduled work that is asked for at two processes at once is done once, by one of two workers", async () => {
  const cookie = await service.signIn("support@demo.example");
  const page = await service.ask("/admin/jobs/audit-seal", { cookie });
  const press = () => service.post(page, {}, { cookie, which: (form) => form.includes("audit-seal") });
  expect((await Promise.all([press(), press()])).map(({ status }) => status)).toEqual([303, 303]);
  const runs = () =>
    service.sql(
      "select finished_at is not null as done, error from job_run where job = 'audit-seal' and period like 'by hand%'",
    );
  await expect.poll(runs, { timeout: 20_000 }).toContainEqual({ done: true, error: null });
  const [waiting] = await service.sql<{ n: number }>(
    "select count(*)::int as n from graphile_worker.jobs where key = 'run-job:audit-seal'",
  );
  expect(waiting).toEqual({ n: 0 });
});

function fileOf(text: string): { headers: Record<string, string>; body: string } {
  const edge = `edge${randomBytes(8).toString("hex")}`;
  const part = (head: string, value: string) =>
    `--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const body = `${part('name="agreed"', "yes")}${part('name="file"; filename="returns.xlsx"', text)}--${edge}--\r\n`;
  return {
    headers: { origin: "https://tracker.example", "content-type": `multipart/form-data; boundary=${edge}` },
    body,
  };
}

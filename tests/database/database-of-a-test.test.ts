import { asOwner, emptyDatabase } from "@/tests/support/database";

beforeEach(emptyDatabase);

test("a test's database is migrated, not owned by a superuser, and has the areas of England", async () => {
  const owner = await asOwner();
  const { rows } = await owner.query<{ areas: number; superuser: string }>(
    "SELECT count(*)::int AS areas, current_setting('is_superuser') AS superuser FROM area",
  );
  expect(rows[0]).toMatchObject({ superuser: "off" });
  expect(rows[0]?.areas).toBeGreaterThan(300);
});

test("emptying it keeps what migrations put in and removes queued jobs", async () => {
  const owner = await asOwner();
  await owner.query("SET ROLE capacity_worker; SELECT graphile_worker.add_job('anything'); RESET ROLE");
  await emptyDatabase();
  const { rows } = await owner.query("SELECT (SELECT count(*)::int FROM graphile_worker._private_jobs) AS jobs");
  expect(rows).toEqual([{ jobs: 0 }]);
});

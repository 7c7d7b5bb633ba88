import { filingKinds } from "@/lib/access/kinds";
import { asUser, type User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { addMonths, type Month, monthsFrom } from "@/lib/london";
import { measured } from "@/lib/reports/measured";
import { measures } from "@/lib/reports/metrics";
import { askingFor, type ReportParams } from "@/lib/reports/library/read-criteria";
import { areaReports } from "@/lib/reports/library/area-reports";
import type { ReportColumn, ReportRow } from "@/lib/reports/library/report";
import { reportOfKey } from "@/lib/reports/library/reports";
import { runReport } from "@/lib/reports/library/run-report";
import { freezeWindows } from "@/lib/reports/official/freeze-windows";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import { isOwed } from "@/lib/windows/owed";
import { generateEngland } from "@/scripts/england/generate";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { recount, type Recount, type Recounted, type RecountGrouping, recountGroupings, recounts } from "./recount";

jest.setTimeout(180_000);

/** Nine days after November's window closed; December's is not closed until the new year. */
const now = new Date("2026-12-18T09:00:00Z");
const collections = ["care_home", "home_care", "business_continuity"] as const;
const person = { id: 1, name: "Sam", email: "sam@example.test", generic: false, findsCapacity: false, session: "s" };
const support: User = asUser({ ...person, kind: "support", grants: [] });
/** The newest window that has closed, and one with fewer questions. */
let closed: Month;
const earlier: Month = "2026-08";

beforeAll(async () => {
  await emptyDatabase();
  await generateEngland(await asOwner(), { locations: 400, months: 6, seed: "11", now });
  const calendar = await calendarNow();
  closed = monthsFrom("2026-07", "2026-12").findLast((month) => windowFor(calendar, month, now).closesAt <= now) ?? "";
});

const alwaysOf = {
  occupancy: "care_home",
  visiting: "care_home",
  "home-care": "home_care",
  "business-continuity": "business_continuity",
} as const;

const kept = new Map<string, Promise<number[]>>();
function owing(collection: Recounted, month: Month): Promise<number[]> {
  const ids = kept.get(`${collection} ${month}`) ?? owingOneByOne(collection, month);
  kept.set(`${collection} ${month}`, ids);
  return ids;
}

/** Who owes a month's return, asked of each location alone; those of business continuity are all that may give one. */
async function owingOneByOne(collection: Recounted, month: Month): Promise<number[]> {
  const window = windowFor(await calendarNow(), month, now);
  const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;
  const types = collection === "business_continuity" ? (["care_home", "home_care"] as const) : ([collection] as const);
  const locations = await db.location.findMany({ where: { types: { hasSome: [...types] } } });
  return locations
    .filter(({ registeredOn, deregisteredOn }) =>
      isOwed(
        window,
        { registeredOn: day(registeredOn) ?? "1990-01-01", deregisteredOn: day(deregisteredOn) },
        undefined,
        now,
      ),
    )
    .map(({ id }) => id);
}

/** Who had missed the last two windows, and who three or any four of twelve, counted from the returns of each month. */
async function standing(collection: Recounted, month: Month): Promise<{ atRisk: number[]; notice: number[] }> {
  if (collection === "business_continuity") return { atRisk: [], notice: [] };
  const missed = await Promise.all(
    [0, 1, 2, 3, 4, 5].map(async (ago) => {
      const at = addMonths(month, -ago);
      if (at < "2026-07") return new Set<number>();
      const returns = await db.return.findMany({
        where: { collection, month: new Date(`${at}-01`), late: false, supersededAt: null },
        select: { locationId: true },
      });
      const filed = new Set(returns.map(({ locationId }) => locationId));
      return new Set((await owing(collection, at)).filter((id) => !filed.has(id)));
    }),
  );
  const inARow = (id: number, months: number) => missed.slice(0, months).every((one) => one.has(id));
  const ids = await owing(collection, month);
  const notice = ids.filter((id) => inARow(id, 3) || missed.filter((one) => one.has(id)).length >= 4);
  return { notice, atRisk: ids.filter((id) => inARow(id, 2) || notice.includes(id)) };
}

const known = new Map<string, Promise<Map<string, Recount>>>();
/** A recount, done once for all that it is compared with. */
function recounted(collection: Recounted, month: Month, grouping: RecountGrouping, counts?: string) {
  const key = [collection, month, grouping, counts].join();
  const work = async () =>
    recount({
      ...{ collection, month, grouping, owing: await owing(collection, month), ...(counts && { counts }) },
      ...(await standing(collection, month)),
    });
  const result = known.get(key) ?? work();
  known.set(key, result);
  return result;
}

async function rowsOf(
  key: string,
  given: ReportParams,
): Promise<{ rows: ReportRow[]; columns: readonly ReportColumn[] }> {
  const report = reportOfKey(key);
  const asking = report && (await askingFor(support, report, given, now));
  if (!report || !asking) throw new Error(`No report ${key}`);
  const by = report.sort.by;
  const { rows } = await runReport(report, asking, { by, descending: false, page: 1, size: 1000 });
  return { rows, columns: report.columns(asking) };
}

const near = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 6));

/** The rows of a report of measures beside a recount; returns how many figures were compared. */
async function compare(
  report: string,
  collection: Recounted,
  month: Month,
  grouping: RecountGrouping,
  counts?: string,
) {
  const all = await recounted(collection, month, grouping, counts);
  const { rows, columns } = await rowsOf(report, { collection, month, grouping });
  const wanted = columns
    .filter(({ key }) => /^m\d+$/.test(key))
    .map(
      ({ heading }) => measures.find((one) => one.collection === collection && one.label === heading)?.key ?? heading,
    );
  const codes = rows.map(({ group_code }) => String(group_code));
  if (collection !== "business_continuity") expect(codes.toSorted()).toEqual([...all.keys()].map(String).toSorted());
  let compared = 0;
  for (const row of rows) {
    const same = all.get(String(row.group_code));
    if (collection !== "business_continuity")
      expect({ due: row.due, filed: row.filed, nil: row.nil }).toEqual({
        ...{ due: same?.due, filed: same?.filed, nil: same?.nil },
      });
    for (const [nth, key] of wanted.entries()) {
      const { above = null, below = null, count = 0 } = same?.sums[key] ?? {};
      const where = `${report} ${key} ${String(row.group_code)} ${month}`;
      expect([where, row[`m${nth}_above`], row[`m${nth}_below`], row[`m${nth}_count`]]).toEqual([
        ...[where, near(above), near(below), count],
      ]);
      compared += count > 0 ? 1 : 0;
    }
  }
  return compared;
}

/** Which returns each report of measures is made from. */
const reportsOf = areaReports.flatMap(({ key, criteria }) =>
  key === "bed-types"
    ? []
    : criteria.includes("collection")
      ? [[key, "care_home"] as const, [key, "home_care"] as const]
      : [[key, alwaysOf[key as keyof typeof alwaysOf]] as const],
);

test("every measure of the library has a recount of its own", () => {
  const without = measures.filter(({ collection, key }) => !recounts[collection as Recounted][key]);
  expect(without.map(({ key }) => key)).toEqual([]);
});

test.each(reportsOf)(
  "each figure of the report %s, %s, equals a recount, by area and provider",
  async (report, collection) => {
    let compared = 0;
    for (const grouping of ["country", "local_authority", "provider"] as const)
      compared += await compare(report, collection, closed, grouping);
    compared += await compare(report, collection, earlier, "country");
    expect(compared).toBeGreaterThan(report === "visiting" && collection === "home_care" ? -1 : 0);
  },
);

test("each figure of official statistics equals a recount of the returns that counted when the window closed", async () => {
  await freezeWindows(now);
  const { closesAt } = windowFor(await calendarNow(), closed, now);
  const at = `'${closesAt.toISOString()}'::timestamptz`;
  const counts = `not r.late and r.submitted_at < ${at} and (r.superseded_at is null or r.superseded_at >= ${at})`;
  for (const collection of ["care_home", "home_care"] as const)
    for (const grouping of ["country", "nhs_region", "ons_region", "local_authority"] as const)
      expect(await compare("official-statistics", collection, closed, grouping, counts)).toBeGreaterThan(0);
});

test.each(collections)("each measure of %s equals a recount in every area, in two windows", async (collection) => {
  const areas = await db.area.findMany({ where: { validTo: null } });
  const wanted = measures.filter((measure) => measure.collection === collection);
  let compared = 0;
  for (const month of [earlier, closed])
    for (const grouping of recountGroupings.filter((one) => one !== "provider")) {
      const all = await recounted(collection, month, grouping);
      const alike = areas.filter((area) => area.kind === grouping);
      const found = await measured(support, { areas: alike, months: [month], measures: wanted }, now);
      for (const { id, onsCode, kind } of alike) {
        const same = all.get(onsCode);
        if (collection !== "business_continuity")
          expect([onsCode, found.reported(id, month, collection).filed]).toEqual([onsCode, same?.filed ?? 0]);
        for (const measure of wanted) {
          const reading = found.reading(id, month, measure);
          if (reading.state !== "known") continue;
          compared++;
          const { above = null, below = null, count = 0 } = same?.sums[measure.key] ?? {};
          const where = `${measure.key} ${kind} ${onsCode} ${month}`;
          expect([where, reading.numerator, reading.denominator, reading.locations]).toEqual([
            ...[where, near(above), near(below), count],
          ]);
        }
      }
    }
  expect(compared).toBeGreaterThan(100);
});

/** A number that plain SQL counts. */
const counted = async (sql: string, ...values: unknown[]) =>
  Number((await (await asOwner()).query<{ n: string | null }>(`select (${sql}) as n`, values)).rows[0]?.n ?? 0);
const sumOf = (rows: readonly ReportRow[], key: string) => rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0);

test("beds by type equal a recount of the beds that were stated", async () => {
  const { rows, columns } = await rowsOf("bed-types", { month: closed, grouping: "country" });
  const types = await db.bedType.findMany();
  const owe = await owing("care_home", closed);
  const of = (type: string, sum: string) =>
    counted(
      `select sum(${sum}) from bed_count n join "return" r on r.bed_update_id = n.bed_update_id join location l on l.id = r.location_id
        where n.bed_type_key = $1 and r.collection = 'care_home' and r.month = $2::date and r.superseded_at is null and not r.late
          and l.id = any($3) and coalesce(l.dual_primary_id, l.register_id) = l.register_id`,
      ...[type, `${closed}-01`, owe],
    );
  let compared = 0;
  for (const { key, heading } of columns) {
    const [label = "", what = "beds"] = heading.split(", ").length > 1 ? heading.split(/, (?=[a-z]+$)/) : [heading];
    const type = types.find((one) => one.label === label);
    if (!/^m\d+$/.test(key) || !type) continue;
    const sum = what === "beds" || what === label ? "capacity" : what === "occupied" ? "occupied" : "accepting";
    expect([heading, Number(rows[0]?.[`${key}_above`] ?? 0)]).toEqual([heading, await of(type.key, sum)]);
    compared++;
  }
  expect(compared).toBeGreaterThan(6);
});

test("the status of the collection, freshness, quality and the extract equal a recount of each location", async () => {
  const status = await rowsOf("update-monthly-status", {
    collection: "care_home",
    month: closed,
    grouping: "location",
  });
  const owe = new Set(await owing("care_home", closed));
  const filed = await db.return.findMany({
    where: { collection: "care_home", month: new Date(`${closed}-01`), late: false, supersededAt: null },
  });
  const said = new Set(filed.map(({ locationId }) => locationId));
  const column = `w${closed.replace("-", "_")}`;
  for (const row of status.rows) {
    const id = Number(row.id);
    expect([id, row[column] ?? null]).toEqual([id, owe.has(id) ? Number(said.has(id)) : null]);
  }
  expect(status.rows.filter((row) => row[column] === 0).length).toBeGreaterThan(0);

  const { rows: fresh } = await rowsOf("vacancy-freshness", {});
  expect(sumOf(fresh, "accepting")).toBe(
    await counted(`select sum(n.accepting) from bed_count n where n.open is not false and n.bed_update_id in
      (select max(u.id) from bed_update u join location l on l.id = u.location_id
        where coalesce(l.deregistered_on > '2026-12-18', true) and u.at <= '2026-12-18T09:00Z' group by u.location_id)`),
  );
  expect(sumOf(fresh, "accepting")).toBeGreaterThan(0);

  const { rows: quality } = await rowsOf("data-quality", { collection: "care_home" });
  expect(quality).toHaveLength(
    await counted(`select count(distinct location_id) from "return" where collection = 'care_home' and not late
      and superseded_at is null and submitted_at <= '2026-12-18T09:00Z'`),
  );
  expect(sumOf(quality, "warnings")).toBe(
    await counted(`select count(*) from accepted_warning w where w.return_id in
      (select distinct on (location_id) id from "return" where collection = 'care_home' and not late and superseded_at is null
        and submitted_at <= '2026-12-18T09:00Z' order by location_id, month desc, id desc)`),
  );

  const { rows: extract } = await rowsOf("extract", { collection: "care_home", month: closed });
  expect(extract).toHaveLength(filed.length);
  for (const [key, sql] of [
    ["nursesemployed", "select sum(a.nurses_employed) from care_home_answers a"],
    ["usedbeds", "select sum(a.occupied) from bed_count a"],
    ["maxcapacity", "select sum(a.capacity) from bed_count a"],
  ] as const)
    expect([key, sumOf(extract, key)]).toEqual([
      key,
      await counted(
        `${sql} join "return" r on ${sql.includes("bed_count") ? "r.bed_update_id = a.bed_update_id" : "r.id = a.return_id"}
          where r.collection = 'care_home' and r.month = $1::date and not r.late and r.superseded_at is null`,
        `${closed}-01`,
      ),
    ]);
});

test("who is at risk and who has reached the threshold equals a recount of missed windows", async () => {
  const { rows } = await rowsOf("at-risk", { collection: "care_home" });
  const { atRisk, notice } = await standing("care_home", closed);
  const here = await db.location.findMany({
    where: { id: { in: atRisk }, deregisteredOn: null },
    select: { id: true },
  });
  const ids = (some: readonly ReportRow[]) => some.map(({ id }) => Number(id)).toSorted((a, b) => a - b);
  expect(ids(rows)).toEqual(here.map(({ id }) => id).toSorted((a, b) => a - b));
  expect(ids(rows.filter((row) => row.notice))).toEqual(
    here
      .map(({ id }) => id)
      .filter((id) => notice.includes(id))
      .toSorted((a, b) => a - b),
  );
  expect(rows.length).toBeGreaterThan(0);
});

test("users, approvers and the audit of access equal a recount of each access, by what each says of itself", async () => {
  const owner = await asOwner();
  await owner.query("begin");
  await owner.query("select set_config('capacity.actor', 'test', true)");
  await owner.query(`update access set ended_at = '2026-11-02T10:00Z', ended_reason = 'left' where id % 7 = 1`);
  await owner.query(`update access set ends_at = '2026-12-01T00:00Z' where id % 11 = 1`);
  await owner.query(`update account set deactivated_at = '2026-12-02T10:00Z' where id % 13 = 1`);
  await owner.query(
    `update account set last_signed_in_at = timestamptz '2026-12-01T10:00Z' + id * interval '1 minute'`,
  );
  await owner.query("commit");
  const given = await db.access.findMany({
    where: { account: { kind: { in: [...filingKinds] } } },
    include: { account: true, location: true },
  });
  const counts = given.filter(
    ({ grantedAt, endedAt, endsAt, account }) =>
      grantedAt <= now && [endedAt, endsAt, account.deactivatedAt].every((end) => end === null || end > now),
  );
  const { rows: users } = await rowsOf("users", {});
  const places = new Map((await db.location.findMany()).map((place) => [place.id, place]));
  for (const row of users) {
    const place = places.get(Number(row.id));
    const here = counts.filter(
      ({ locationId, providerId }) =>
        locationId === place?.id ||
        (providerId !== null && [place?.providerId, place?.dualProviderId].includes(providerId)),
    );
    const distinct = (some: typeof here) => new Set(some.map(({ accountId }) => accountId)).size;
    const signedIn = here.flatMap(({ account }) => account.lastSignedInAt?.getTime() ?? []);
    expect([
      row.id,
      row.user_count,
      row.approvers,
      row.last_signed_in && Date.parse(String(row.last_signed_in)),
    ]).toEqual([
      row.id,
      distinct(here),
      distinct(here.filter(({ level }) => level === "approver")),
      signedIn.length === 0 ? null : Math.max(...signedIn),
    ]);
  }
  expect(users.filter(({ user_count }) => user_count === 0).length).toBeGreaterThan(0);
  expect(users.filter(({ user_count }) => Number(user_count) > 0).length).toBeGreaterThan(0);

  const { rows: audit } = await rowsOf("access", {});
  const ofLocations = (await db.access.findMany({ include: { account: true } })).filter(
    ({ locationId, grantedAt }) => locationId !== null && grantedAt <= now,
  );
  const said = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join(" ")).toSorted();
  expect(
    said(
      audit.map(({ id, email, level, ended_at, ended_reason }) => [id, email, level, Boolean(ended_at), ended_reason]),
    ),
  ).toEqual(
    said(
      ofLocations.map(({ id, account, level, endedAt, endedReason }) => [
        id,
        account.email,
        level,
        endedAt !== null && endedAt <= now,
        endedReason,
      ]),
    ),
  );
  expect(audit.filter(({ ended_reason }) => ended_reason === "left").length).toBeGreaterThan(0);
});

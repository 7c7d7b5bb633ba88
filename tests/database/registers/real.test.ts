import { existsSync } from "node:fs";
import path from "node:path";
import { db } from "@/lib/db";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { countsOf, imported } from "@/tests/support/registers";
import type { RegisterName } from "@/lib/registers/registers";

/** The publishers' own files are not in this repository: SHARED_DATA says where a copy of them is. */
const folder = process.env.SHARED_DATA ?? "";

const files: [RegisterName, string, number][] = [
  ["cqc", "cqc/cqc_api_oldham_locations_2025-08.jsonl", 451],
  ["cqc", "cqc/cqc_api_providers_sample_2025-08.jsonl", 20],
  ["ods", "ods/etr_2026-04.csv", 274],
  ["ods", "ods/nhs_trusts_open_2026-04.csv", 203],
  ["ods", "ods/nhs_hospital_sites_2022-03.csv", 1_209],
  ["ods", "ods/epraccur_2025-09.csv", 16_685],
  ["ods", "ods/gp_practices_active_england_2025-09.csv", 6_220],
  ["postcodes", "postcodes/sectors_gb.csv", 10_847],
  ["postcodes", "postcodes/outcodes_gb.csv", 2_864],
  ["postcodes", "postcodes/codepoint_open_england_2025-11.csv.gz", 1_491_312],
];

beforeAll(emptyDatabase);

describe("the publishers' own files are imported whole, and a second time change nothing", () => {
  /** District centres are reference that other tests share: they go back to what ships. */
  afterAll(async () => {
    await emptyDatabase();
    await (await asOwner()).query("delete from outcode");
    const { loadReference } = await import("@/lib/registers/load-reference");
    await loadReference(await asOwner());
  });

  const here = files.filter(([, file]) => existsSync(path.join(folder, file)));

  test("all of them are there when SHARED_DATA is set", () =>
    expect(here.length).toBe(folder === "" ? 0 : files.length));

  if (here.length > 0)
    test.each(here)(
      "%s: %s",
      async (register, file, lines) => {
        const first = await imported(register, path.join(folder, file));
        const { added, changed, unchanged, skipped } = countsOf(first);
        expect(added + changed + unchanged + skipped).toBe(lines);
        const { skipped: again, ...second } = countsOf(await imported(register, path.join(folder, file)));
        expect(second).toEqual({ added: 0, changed: 0, closed: 0, unchanged: lines - skipped });
        expect(again).toBe(skipped);
      },
      // The national files are millions of lines, and a busy machine is no failure.
      600_000,
    );

  if (here.length > 0)
    test("every Oldham location that we keep is placed by CQC's own record, and every practice in a Sub ICB", async () => {
      expect(await db.location.count({ where: { register: "cqc" } })).toBe(239);
      expect(
        await db.location.count({
          where: {
            register: "cqc",
            NOT: { placedBy: "register", localAuthority: { name: "Oldham" }, subIcb: { odsCode: "00Y" } },
          },
        }),
      ).toBe(0);
      expect(await db.location.count({ where: { types: { has: "gp" }, subIcbId: null, deregisteredOn: null } })).toBe(
        0,
      );
    });
});

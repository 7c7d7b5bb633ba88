import { asOwner, emptyDatabase } from "@/tests/support/database";

beforeEach(emptyDatabase);

/** Tables without an audit, by the reason why. A table that is made is audited, or put here. */
const without = {
  "a record in itself: it holds who, when and what, and is added to alone": [
    ...["accepted_warning", "bed_count", "bed_free_from", "bed_offer", "bed_update", "flexible_bed", "return"],
    ...["care_home_answers", "continuity_answers", "home_care_answers", "home_care_daily_answers"],
    ...["disclosure", "import_run", "job_run", "pre_registration_result", "sign_in_event"],
  ],
  "secrets, their hashes and counts, which no audit may hold": [
    ...["bed_link", "old_password", "rate_limit", "recovery_code", "reset_link", "return_link", "session"],
    ...["sign_in_lane", "spent_challenge"],
  ],
  "what a register or the map says, recorded by its import": [
    ...["area_successor", "boundary", "outcode", "postcode", "rating"],
  ],
  "in work: kept until it is sent, confirmed or done with": [
    ...["email", "import_upload", "import_upload_line", "import_upload_part", "pre_registration"],
    ...["registration_draft", "return_draft", "saved_search_match", "shortlisted"],
  ],
  "parts of a row that is audited, or worked out from others": [
    ...["shelf_life", "shelf_life_of_kind", "suitability_contract", "suitability_price"],
  ],
};

test("every table that the app may write leaves a row in the audit for each write, or says here why not", async () => {
  const owner = await asOwner();
  const { rows } = await owner.query<{ name: string; audited: boolean }>(`
    select relname as name, exists (select from pg_trigger where tgrelid = c.oid and tgname = 'audit_change'
             and tgenabled = 'O' and tgtype & 29 = 29) as audited
      from pg_class c
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and (has_table_privilege('capacity_app', c.oid, 'INSERT') or has_table_privilege('capacity_app', c.oid, 'UPDATE')
            or has_table_privilege('capacity_app', c.oid, 'DELETE'))
     order by 1`);
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter(({ audited }) => !audited).map(({ name }) => name)).toEqual(Object.values(without).flat().sort());
});

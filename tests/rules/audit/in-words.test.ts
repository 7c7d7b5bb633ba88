import { entryInWords } from "@/lib/audit/in-words";

const said = (
  [operation, table]: [string, string],
  name: string | null = null,
  place: string | null = null,
  after: Record<string, unknown> | null = null,
) => entryInWords({ table, rowId: "7", operation, after }, name === null ? undefined : { name, place });

type Told = [string, [string, string], (string | null)?, (string | null)?, Record<string, unknown>?];

test.each<Told>([
  [
    "Extended the window of November 2026 for Fernbank House",
    ["insert", "window_extension"],
    "2026-11",
    "Fernbank House",
  ],
  ["Extended the window of November 2026 for everyone", ["insert", "window_extension"], "2026-11", null],
  [
    "Ended the extension of November 2026 for everyone",
    ["update", "window_extension"],
    "2026-11",
    null,
    { ended_at: "2026-11-20" },
  ],
  ["Gave Amina Yusuf access to Rosewood", ["insert", "access"], "Amina Yusuf", "Rosewood"],
  ["Made Amina Yusuf an approver for Rosewood", ["update", "access"], "Amina Yusuf", "Rosewood", { level: "approver" }],
  ["Ended the access of Amina Yusuf to Rosewood", ["update", "access"], "Amina Yusuf", "Rosewood", { ended_at: "x" }],
  ["Closed the account of Amina Yusuf", ["update", "account"], "Amina Yusuf", null, { deactivated_at: "x" }],
  ["Reopened the account of Amina Yusuf", ["update", "account"], "Amina Yusuf", null, { deactivated_at: null }],
  ["Changed the password of Amina Yusuf", ["update", "account"], "Amina Yusuf", null, { password_hash: "changed" }],
  ["Closed the location Rosewood", ["update", "location"], "Rosewood", null, { deregistered_on: "2026-11-20" }],
  ["Switched Flu vaccination on", ["insert", "season"], "flu", null],
  [
    "Ended an earlier switch of Home care daily updates",
    ["update", "collection_switch"],
    "home_care_daily",
    null,
    { ended_at: "x" },
  ],
  [
    "Approved the request of Dan Larch for Rosewood",
    ["update", "access_request"],
    "Dan Larch",
    "Rosewood",
    { decision: "approved" },
  ],
  ["Changed a contact of Rosewood", ["update", "contact"], "Rosewood", "Rosewood"],
  ["Added bank holiday 7", ["insert", "bank_holiday"], null],
  ["Added the bank holiday Boxing Day", ["insert", "bank_holiday"], "Boxing Day"],
  ["Changed the bed type General nursing", ["update", "bed_type"], "General nursing"],
  ["Otto Other asked for access to the service", ["insert", "access_request"], "Otto Other", null],
  ["Gave Otto Other access to the service", ["insert", "access"], "Otto Other", null],
  ["Amina Yusuf asked to search for free beds", ["insert", "finding_request"], "Amina Yusuf"],
  ["Let Amina Yusuf search for free beds", ["update", "finding_request"], "Amina Yusuf", null, { allowed: true }],
  [
    "Did not let Amina Yusuf search for free beds",
    ["update", "finding_request"],
    "Amina Yusuf",
    null,
    { allowed: false },
  ],
  ["Set the first window for which returns are due", ["insert", "setting"], "owed_from"],
  ["Changed the setting some", ["update", "setting"], "some"],
  ["Removed account 7", ["delete", "account"], null],
])("%s", (sentence, ...told) => {
  expect(said(...told)).toBe(sentence);
});

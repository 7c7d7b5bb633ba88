import { asUser, type AccessLevel } from "@/lib/access/user";
import type { AccountKind } from "@/lib/access/kinds";
import { mayDo } from "@/lib/people/may-do";

const someone = (kind: AccountKind, more: { level?: AccessLevel; generic?: true; findsCapacity?: true } = {}) =>
  asUser({
    id: 1,
    name: "Amina Yusuf",
    email: "amina@cast.example",
    kind,
    generic: more.generic ?? false,
    findsCapacity: more.findsCapacity ?? false,
    session: "session",
    grants: [{ level: more.level ?? "standard", locationId: 1 }],
  });
const said = (...of: Parameters<typeof someone>) => mayDo(someone(...of)).join(" ");

const filing = /file returns/;
const finding = /search for free beds/;
const deciding = /decide who else/;
const nothing = /cannot file/;

test.each<[AccountKind, RegExp[]]>([
  ["care_home", [filing]],
  ["home_care", [filing]],
  ["hospice", [filing]],
  ["community", [filing]],
  ["substance_misuse", [filing]],
  ["nhs_acute", [nothing, finding]],
  ["gp", [nothing, finding]],
  ["search_only", [finding]],
  ["other", [nothing]],
  ["aggregate_only", [/totals only/]],
  ["parent", [/your organisation’s locations/, nothing, finding]],
  ["local_authority", [/in your area/, nothing, finding]],
  ["sub_icb", [/in your area/, nothing, finding]],
  ["lrf", [/in your area/, nothing, finding]],
  ["nhs_region", [/in your area/, nothing, finding]],
  ["national", [/in your area/, nothing, finding]],
  ["support", [/every location and every account/, finding]],
])("we say what %s may do, and nothing that they may not", (kind, sentences) => {
  const words = said(kind);
  for (const sentence of sentences) expect(words).toMatch(sentence);
  for (const other of [filing, finding, deciding, nothing].filter((each) => !sentences.includes(each)))
    expect(words).not.toMatch(other);
});

test("approvers, people who also search for beds, and shared accounts are told what applies to them", () => {
  expect(said("care_home", { level: "approver" })).toMatch(deciding);
  expect(said("hospice", { findsCapacity: true })).toMatch(finding);
  expect(said("care_home", { generic: true, level: "approver" })).not.toMatch(deciding);
  expect(said("care_home", { generic: true })).toMatch(/cannot approve anyone/);
});

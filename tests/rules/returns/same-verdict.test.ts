import fc from "fast-check";
import { filingSent } from "@/lib/api/file-by-key";
import { readJson, returnSent } from "@/lib/api/sent-body";
import { bedField, bedFigures, homeOpenField } from "@/lib/questions/beds";
import { startingBedTypes } from "@/lib/questions/bed-types";
import { questionsAsked } from "@/lib/questions/asked";
import { usualSeasons } from "@/lib/questions/seasons";
import { countsBeds, questionSets } from "@/lib/questions/sets";
import { holidaysByRule } from "@/lib/windows/bank-holidays";
import { checkFiling } from "@/lib/returns/check-filing";
import { formField, postedForm } from "@/lib/returns/form-fields";
import type { FilingFacts } from "@/lib/returns/filing-facts";
import { sentFrom } from "@/tests/support/sent";

/** Hawthorn House, which owes two returns, with nothing filed before. */
const facts: FilingFacts = {
  location: {
    id: 7,
    name: "Hawthorn House",
    types: ["care_home", "home_care"],
    cqcBeds: 40,
    registeredOn: "2020-01-01",
    deregisteredOn: null,
    place: {
      id: 7,
      providerId: 1,
      dualProviderId: null,
      localAuthorityId: 1,
      subIcbId: 1,
      lrfId: 1,
      icbId: 1,
      nhsRegionId: 1,
      onsRegionId: 1,
    },
  },
  calendar: {
    holidays: holidaysByRule,
    extensions: [],
    switched: {},
    switchedAt: () => ({}),
    owedFrom: null,
    seasonsIn: usualSeasons,
    bedTypesFor: () => startingBedTypes.care_home,
    bedTypesStated: () => startingBedTypes.care_home,
  },
  past: [],
  latest: null,
  newestBeds: null,
  acceptedFigures: [],
  filed: null,
};
const now = new Date("2026-11-10T10:00:00Z");

const odd = fc.constantFrom("", " ", "-1", "1e3", "12.0", "1,204", " 7 ", "x", "yes", "9999999", "٣", "0x10");

function usual(key: string, kind: string) {
  if (kind === "yesNo") return fc.constantFrom("yes", "no");
  const most = /absent|absence|percent|users_|reserved|accepting/.test(key) ? 2 : /flu|covid/.test(key) ? 9 : 30;
  return fc.integer({ min: /employed|service_users/.test(key) ? 10 : 0, max: most }).map(String);
}

/** Returns as people type them: most whole and sound, some with a strange field or several left out. */
const typed = fc
  .tuple(fc.constantFrom("care_home" as const, "home_care" as const), fc.constantFrom(0, 0, 0, 3))
  .chain(([collection, strange]) => {
    const fields: Record<string, fc.Arbitrary<string>> = {};
    const often = (arbitrary: fc.Arbitrary<string>) =>
      fc.oneof({ weight: 100 - strange, arbitrary }, { weight: strange, arbitrary: odd });
    for (const { key, kind } of questionSets[collection].questions) fields[key] = often(usual(key, kind));
    if (countsBeds(collection)) {
      fields[homeOpenField] = fc.constantFrom("yes", "no", "");
      for (const figure of bedFigures)
        fields[bedField("GEN_RES", figure)] = often(figure === "capacity" ? fc.constant("39") : usual(figure, "count"));
    }
    const record = fc.record(fields, strange > 0 ? { requiredKeys: [] } : {}) as fc.Arbitrary<Record<string, string>>;
    return fc.tuple(fc.constant(collection), record, fc.nat());
  });

/** The same with every warning ticked, as it is sent the second time. */
function ticked(collection: "care_home" | "home_care", answers: Record<string, string>): Record<string, string> {
  const first = checkFiling(
    facts,
    { locationId: 7, collection, idempotencyKey: "form-1", source: "form", typed: answers },
    now,
  );
  const warnings = first.ok ? [] : first.problems.filter(({ warning }) => warning);
  return { ...answers, ...Object.fromEntries(warnings.map(({ code }) => [`accept.${code}`, "yes"])) };
}

/** As a browser posts the page: the form's own fields, and every answer in page order. */
function formOf(collection: "care_home" | "home_care", answers: Record<string, string>): FormData {
  const form = new FormData();
  form.append(formField.location, "7");
  form.append(formField.collection, collection);
  form.append(formField.key, "form-1");
  for (const [name, text] of Object.entries(answers)) form.append(name, text);
  return form;
}

/** As a workbook holds it: a row of question key and text, in any order, blank cells left out. */
function rowsOf(answers: Record<string, string>, seed: number): [string, string][] {
  const rows = Object.entries(answers).filter(([, text]) => text !== "");
  return rows
    .map((row, at) => ({ row, place: ((at + 1) * 7919 + seed) % 1009 }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

/** As another system sends it: JSON, read and turned into a filing by the same code as the API's. */
function bySystem(collection: "care_home" | "home_care", answers: Record<string, string>) {
  const sent = returnSent.parse(readJson(JSON.stringify(sentFrom(answers))));
  return checkFiling(facts, filingSent({ locationId: 7, collection }, sent, "api-1"), now);
}

test("form, command, a reader of rows and another system give the same verdict and sentences on 10,000 random returns", () => {
  let accepted = 0;
  fc.assert(
    fc.property(typed, ([collection, given, seed]) => {
      const answers = seed % 2 === 0 ? ticked(collection, given) : given;
      const filing = { locationId: 7, collection, idempotencyKey: "form-1", source: "form" as const };
      const direct = checkFiling(facts, { ...filing, typed: answers }, now);
      const posted = postedForm(Object.fromEntries(formOf(collection, answers)) as Record<string, string>);
      const byForm = checkFiling(facts, { ...filing, typed: posted?.typed ?? {} }, now);
      const byRows = checkFiling(
        facts,
        { ...filing, typed: Object.fromEntries(rowsOf(answers, seed)), source: "workbook" },
        now,
      );
      const verdict = JSON.stringify(direct);
      if (JSON.stringify(byForm) !== verdict) expect(byForm).toEqual(direct);
      if (JSON.stringify(byRows) !== verdict) expect(byRows).toEqual(direct);
      const byApi = bySystem(collection, answers);
      if (JSON.stringify(byApi) !== verdict) expect(byApi).toEqual(direct);
      if (direct.ok) accepted++;
    }),
    { numRuns: 10_000 },
  );
  expect(accepted).toBeGreaterThan(1000);
});

test("no accepted return breaks a rule: what is kept is accepted again, word for word", () => {
  fc.assert(
    fc.property(typed, ([collection, given]) => {
      const answers = ticked(collection, given);
      const filing = { locationId: 7, collection, idempotencyKey: "form-1", source: "form" as const };
      const checked = checkFiling(facts, { ...filing, typed: answers }, now);
      if (!checked.ok) return;
      const { answers: kept, beds } = checked.value;
      for (const question of questionsAsked(collection, "2026-11", usualSeasons("2026-11"))) {
        const answer = kept?.[question.key] ?? null;
        if (typeof answer === "number") expect(answer).toBeGreaterThanOrEqual(0);
        if (question.mayBeBlank === undefined && !question.onlyIf) expect(answer).not.toBeNull();
      }
      for (const count of Object.values(beds?.types ?? {}))
        expect(count.occupied + count.reserved + count.accepting).toBeLessThanOrEqual(count.capacity);
    }),
    { numRuns: 3_000 },
  );
});

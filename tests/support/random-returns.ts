import fc from "fast-check";
import { bedField, bedFigures, homeOpenField } from "@/lib/questions/beds";
import { startingBedTypes } from "@/lib/questions/bed-types";
import { usualSeasons } from "@/lib/questions/seasons";
import { countsBeds, questionSets } from "@/lib/questions/sets";
import { checkFiling } from "@/lib/returns/check-filing";
import type { FilingFacts } from "@/lib/returns/filing-facts";
import { holidaysByRule } from "@/lib/windows/bank-holidays";

/** Hawthorn House, which owes two returns, with nothing filed before. */
export const hawthorn: FilingFacts = {
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
export const inNovember = new Date("2026-11-10T10:00:00Z");

const odd = fc.constantFrom("", " ", "-1", "1e3", "12.0", "1,204", " 7 ", "x", "yes", "9999999", "٣", "0x10");

function usual(key: string, kind: string) {
  if (kind === "yesNo") return fc.constantFrom("yes", "no");
  const most = /absent|absence|percent|users_|reserved|accepting/.test(key) ? 2 : /flu|covid/.test(key) ? 9 : 30;
  return fc.integer({ min: /employed|service_users/.test(key) ? 10 : 0, max: most }).map(String);
}

/** Returns as people type them: most whole and sound, some with a strange field or several left out. */
export const randomReturn = fc
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
export function ticked(collection: "care_home" | "home_care", answers: Record<string, string>): Record<string, string> {
  const first = checkFiling(
    hawthorn,
    { locationId: 7, collection, idempotencyKey: "form-1", source: "form", typed: answers },
    inNovember,
  );
  const warnings = first.ok ? [] : first.problems.filter(({ warning }) => warning);
  return { ...answers, ...Object.fromEntries(warnings.map(({ code }) => [`accept.${code}`, "yes"])) };
}

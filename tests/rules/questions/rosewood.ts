import type { BedType } from "@/lib/questions/beds";
import { startingBedTypes } from "@/lib/questions/bed-types";
import { checkReturn, type ReturnAsTyped } from "@/lib/questions/check";
import { careHomeTyped, homeCareTyped } from "@/tests/support/rosewood";

/** The returns that these tests start from; each test says only what it changes. */
export const bedTypes: readonly BedType[] = startingBedTypes.care_home;

type Rest = Partial<Omit<ReturnAsTyped, "collection" | "typed">>;
type Changes = Readonly<Record<string, string>>;

/** Checks Rosewood's return of October 2026, when no season is on. */
export const careHome = (changes: Changes = {}, rest: Rest = {}) =>
  checkReturn({
    month: "2026-10",
    bedTypes,
    ...rest,
    collection: "care_home",
    typed: { ...careHomeTyped, ...changes },
  });

export const homeCare = (changes: Changes = {}, rest: Rest = {}) =>
  checkReturn({ month: "2026-10", ...rest, collection: "home_care", typed: { ...homeCareTyped, ...changes } });

/** The sentences of a check, by field. */
export const said = ({ problems }: { problems: readonly { field: string; message: string }[] }): [string, string][] =>
  problems.map(({ field, message }) => [field, message]);

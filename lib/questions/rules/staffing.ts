import { spoken } from "@/lib/questions/problem";
import { figureOf, type Rule, sumOf } from "./rule";

const groups = [
  ["nurses_employed", "agency_nurses"],
  ["care_workers_employed", "agency_care_workers"],
  ["non_care_workers_employed", "agency_non_care_workers"],
] as const;
const employed = groups.map(([own]) => own);
const agency = groups.map(([, hired]) => hired);
const everyone = [...employed, ...agency];

/** Staff of all kinds for each bed: in 95% of homes from 0.66 to 6.0. */
export const staffPerBed: Rule = (() => {
  const [staff, beds] = [sumOf(everyone), figureOf("beds.capacity")];
  return {
    code: "staff_per_bed",
    name: "Staff for each bed: from 0.66 to 6",
    help: "We add up staff of all kinds, agency staff too, and divide by all your beds. For example, 60 staff for 40 beds is 1.5 for each bed. Count people, not posts, and each of them once.",
    field: "care_workers_employed",
    soft: true,
    needs: [...everyone, "beds"],
    broken(facts) {
      const [heads, capacity] = [staff(facts), beds(facts)];
      if (heads === null || capacity === null || capacity === 0 || heads === 0) return null;
      const each = heads / capacity;
      if (each >= 0.66 && each <= 6) return null;
      return `${spoken(heads)} staff for ${spoken(capacity)} beds is ${spoken(each)} for each bed. In 95% of care homes it is from 0.66 to 6`;
    },
  };
})();

/** Agency staff equal to employed staff in all three groups: mostly the same figures typed twice. */
export const agencyEqualsEmployed: Rule = {
  code: "agency_equals_employed",
  name: "Agency staff: not the same as employed staff",
  help: "Count people on your own payroll as employed, and people who come through an agency or bank as agency staff. For example, with 20 care workers of your own and 2 from an agency, enter 20 and 2.",
  field: "agency_nurses",
  soft: true,
  needs: everyone,
  broken({ answers }) {
    let staff = 0;
    for (const [own, hired] of groups) {
      const figure = answers[own];
      if (typeof figure !== "number" || figure !== answers[hired]) return null;
      staff += figure;
    }
    return staff === 0
      ? null
      : "You have entered the same numbers for agency staff and employed staff in all 3 groups. Only count agency and bank staff once";
  },
};

/** Staff of all kinds together from 1 to 4,000. A home without any sends a nil return. */
export const totalStaff: Rule = (() => {
  const staff = sumOf(everyone);
  return {
    code: "total_staff",
    name: "Staff in total: from 1 to 4,000",
    help: "We add up staff of all kinds, agency staff too. For example, 4 nurses, 24 care workers and 9 other staff are 37. A home without any staff sends a nil return.",
    field: "nurses_employed",
    soft: true,
    needs: everyone,
    broken(facts) {
      const heads = staff(facts);
      if (heads === 0) return "You have entered no staff. If the home has no staff, send a nil return instead";
      if (heads === null || heads <= 4000) return null;
      return `${spoken(heads)} staff in total is unusually high. It is rarely over 4,000`;
    },
  };
})();

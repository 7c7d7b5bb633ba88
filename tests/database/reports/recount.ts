import type { Month } from "@/lib/london";
import { asOwner } from "@/tests/support/database";

export type Recounted = "care_home" | "home_care" | "business_continuity";
type Sides = Readonly<Record<string, readonly [above: string, below?: string]>>;

const staff = "h.nurses_employed + h.care_workers_employed + h.non_care_workers_employed";
const agency = "h.agency_nurses + h.agency_care_workers + h.agency_non_care_workers";
const ill = "h.nurses_absent_covid + h.care_workers_absent_covid + h.non_care_workers_absent_covid";
const away = "h.nurses_absent_general + h.care_workers_absent_general + h.non_care_workers_absent_general";
const older = "l.user_bands && array['Older People', 'Caring for adults over 65 yrs', 'Dementia']";
const responses = (collection: string): Sides => ({
  [`${collection}_responded`]: ["(r.id is not null)::int", "1"],
  [`${collection}_nil`]: ["(r.nil_reason is not null)::int"],
  [`${collection}_not_filed`]: ["(r.id is null)::int"],
  [`${collection}_not_filed_excused`]: [
    `(r.id is null and exists (select from excused_month x where x.location_id = l.id
        and x.collection = '${collection}' and x.month = $1::date))::int`,
  ],
  [`${collection}_at_risk`]: ["(l.id = any($4::int[]))::int", "1"],
  [`${collection}_notice`]: ["(l.id = any($5::int[]))::int", "1"],
});
const status = (column: string, colours: readonly string[], name: string): Sides =>
  Object.fromEntries(
    colours.map((colour) => [
      `${name}_${colour}`,
      [`(k.${column} = '${colour}')::int`, `(k.${column} is not null)::int`],
    ]),
  );
/** The worst of five answers: 1 for red to 4 for blue. */
const worst = `(select min(array_position(array['red', 'amber', 'green', 'blue'], x))
  from unnest(array[k.ppe_masks, k.ppe_gloves, k.ppe_aprons, k.ppe_eyes, k.ppe_sanitiser]) x)`;

/**
 * Both sides of every measure of the library, written again by hand from its words, over one location's return: `h` and
 * `d` are its answers, `b` its beds, `k` its newest business continuity update of the month.
 */
export const recounts: Readonly<Record<Recounted, Sides>> = {
  care_home: {
    ...responses("care_home"),
    occupied_share: ["b.occupied", "b.capacity"],
    admittable_share: ["b.accepting", "b.capacity"],
    non_admittable_share: ["b.capacity - b.occupied - b.accepting", "b.capacity"],
    residents: ["b.occupied"],
    beds: ["b.capacity"],
    beds_accepting: ["b.accepting"],
    beds_reserved: ["b.reserved"],
    beds_unavailable: ["b.capacity - b.occupied - b.accepting - b.reserved"],
    care_home_staff: [staff],
    care_home_agency_share: [agency, `${agency} + ${staff}`],
    care_home_covid_absence: [ill, staff],
    care_home_absence: [`${ill} + ${away}`, staff],
    care_home_agency_hours: ["h.hours_agency", "h.hours_paid + h.hours_agency"],
    care_home_overtime_hours: ["h.hours_overtime", "h.hours_paid"],
    flu_residents: ["h.flu_residents", "b.occupied"],
    flu_staff: ["h.flu_staff", staff],
    flu_agency: ["h.flu_agency_staff", agency],
    flu_residents_older: [`case when ${older} then h.flu_residents end`, "b.occupied"],
    flu_staff_older: [`case when ${older} then h.flu_staff end`, staff],
    flu_residents_younger: [`case when not ${older} then h.flu_residents end`, "b.occupied"],
    flu_staff_younger: [`case when not ${older} then h.flu_staff end`, staff],
    covid_residents: ["h.covid_seasonal_residents", "b.occupied"],
    covid_staff: ["h.covid_seasonal_staff", staff],
    visiting: ["h.visitors_accommodated::int", "(h.visitors_accommodated is not null)::int"],
  },
  home_care: {
    ...responses("home_care"),
    home_care_people: ["d.service_users"],
    home_care_extra_hours: ["d.extra_hours_per_week"],
    home_care_can_give_more: ["d.can_provide_more_hours::int", "(d.can_provide_more_hours is not null)::int"],
    home_care_publicly_funded: ["d.users_nhs_la", "d.service_users"],
    home_care_handed_back: ["d.returned_poc_percent / 100 * d.service_users", "d.service_users"],
    home_care_staff: ["d.care_staff_employed"],
    home_care_covid_absence: ["d.care_staff_absent_covid", "d.care_staff_employed"],
    home_care_agency_hours: ["d.hours_agency", "d.hours_paid + d.hours_agency"],
    home_care_overtime_hours: ["d.hours_overtime", "d.hours_paid"],
    flu_home_care_staff: ["d.flu_staff", "d.care_staff_employed"],
    covid_home_care_staff: ["d.covid_seasonal_staff", "d.care_staff_employed"],
  },
  business_continuity: {
    ...status("overall_status", ["red", "amber", "green"], "status"),
    ...status("workforce_status", ["red", "amber", "green"], "workforce"),
    ...Object.fromEntries(
      ["red", "amber", "green", "blue"].map((colour, at) => [
        `supplies_${colour}`,
        [`(${worst} = ${at + 1})::int`, `(${worst} is not null)::int`],
      ]),
    ),
  },
};

/** What each grouping of a report goes by, of a location with its council `c`, Sub ICB `s` and provider `p`. */
const codes = {
  country: "(select ons_code from area where kind = 'country')",
  nhs_region: "(select ons_code from area where id = c.nhs_region_id)",
  ons_region: "(select ons_code from area where id = c.ons_region_id)",
  lrf: "(select ons_code from area where id = c.lrf_id)",
  local_authority: "c.ons_code",
  icb: "(select ons_code from area where id = s.icb_id)",
  sub_icb: "s.ons_code",
  provider: "p.register_id",
} as const;
export type RecountGrouping = keyof typeof codes;
export const recountGroupings = Object.keys(codes) as RecountGrouping[];

/** Who owes, who is at risk and who has reached the threshold, as they were worked out one by one; and which returns count. */
export interface RecountOf {
  collection: Recounted;
  month: Month;
  grouping: RecountGrouping;
  owing: readonly number[];
  atRisk: readonly number[];
  notice: readonly number[];
  counts?: string;
}

export interface Recount {
  due: number;
  filed: number;
  nil: number;
  sums: Readonly<Record<string, { above: number | null; below: number | null; count: number }>>;
}

/** Every measure of a collection in plain SQL as one would type it at a prompt, by the code of each group. */
export async function recount({ collection, month, grouping, ...who }: RecountOf): Promise<Map<string, Recount>> {
  const counts = who.counts ?? "r.superseded_at is null and not r.late";
  const sides = Object.entries(recounts[collection]);
  const each = sides.map(
    ([, [above, below]], nth) => `(${above})::float8 as x${nth}, (${below ?? "1"})::float8 as y${nth}`,
  );
  const sums = sides.map(
    (_, nth) => `json_build_array(
      sum(x${nth}) filter (where y${nth} is not null), sum(y${nth}) filter (where x${nth} is not null),
      count(*) filter (where x${nth} is not null and y${nth} is not null))`,
  );
  const { rows } = await (
    await asOwner()
  ).query<{ code: string; due: number; filed: number; nil: number; sums: [number | null, number | null, number][] }>(
    `select code, count(*)::int as due, count(filed)::int as filed, count(nil)::int as nil, json_build_array(${sums.join(", ")}) as sums
       from (select ${codes[grouping]} as code, r.id as filed, r.nil_reason as nil, ${each.join(", ")}
               from location l join provider p on p.id = l.provider_id
               left join area c on c.id = l.local_authority_id left join area s on s.id = l.sub_icb_id
               left join "return" r on r.location_id = l.id and r.collection = '${collection}' and r.month = $1::date
                    and '${collection}' <> 'business_continuity' and ${counts}
               left join care_home_answers h on h.return_id = r.id
               left join home_care_answers d on d.return_id = r.id
               left join lateral (
                 select sum(capacity) as capacity, sum(occupied) as occupied, sum(accepting) as accepting, sum(reserved) as reserved
                   from bed_count n where n.bed_update_id = r.bed_update_id
                    and coalesce(l.dual_primary_id, l.register_id) = l.register_id) b on true
               left join lateral (
                 select a.* from "return" q join continuity_answers a on a.return_id = q.id
                  where q.location_id = l.id and q.month = $1::date and q.superseded_at is null and $3
                  order by q.submitted_at desc limit 1) k on true
              where l.id = any($2) and cardinality($4::int[]) + cardinality($5::int[]) >= 0) said
      group by code`,
    [`${month}-01`, who.owing, collection === "business_continuity", who.atRisk, who.notice],
  );
  return new Map(
    rows.map(({ code, sums: all, ...row }) => {
      const named = sides.map(([key, [, below]], nth) => {
        const [above = null, under = null, count = 0] = all[nth] ?? [];
        return [key, { above, below: below === undefined ? null : under, count }] as const;
      });
      return [code, { ...row, sums: Object.fromEntries(named) }];
    }),
  );
}

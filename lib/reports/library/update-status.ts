import { Prisma } from "@/lib/db";
import { formatMonth } from "@/lib/format";
import { addMonths, dayOf, monthsFrom, type Month } from "@/lib/london";
import { excuseKnownAt } from "@/lib/windows/excuses";
import { owedSql } from "@/lib/windows/owed";
import { groupJoin, groupingWords } from "./groupings";
import { countedAt, usersOfEach } from "./at-a-moment";
import { named } from "./named";
import { textCell } from "./text-cell";
import { registerColumns, placeJoins, placeSql } from "./place-columns";
import type { Asking, LibraryReport, ReportColumn } from "./report";

const windows = 12;
/** For how many days after it was registered a location counts as new. Not published: our own proposal. */
const newForDays = 90;

const monthsOf = ({ criteria: { month }, calendar }: Asking): Month[] => {
  const first = addMonths(month, 1 - windows);
  return monthsFrom(calendar.owedFrom && calendar.owedFrom > first ? calendar.owedFrom : first, month);
};
const columnOf = (month: Month) => `w${month.replace("-", "_")}`;

/** 1 where a return that counts was filed in the window, 0 where not, 2 while that is open, null where none is owed. */
const states: Record<string, string> = { "2": "Open" };

function locationColumns(asking: Asking): ReportColumn[] {
  return monthsOf(asking).map((month) => {
    const key = columnOf(month);
    return {
      key,
      heading: formatMonth(month),
      numeric: true,
      sort: true,
      definition: `1 if the ${formatMonth(month)} return was filed in its window, a nil return too; 0 if not.`,
      cell: (row) => {
        const value = row[key] ?? null;
        return value === null ? "Not due" : (states[String(value)] ?? Number(value));
      },
      total: asking.criteria.figures === "numbers" ? [`${key}_met`] : [`${key}_met`, `${key}_due`],
    };
  });
}

const groupColumns = (asking: Asking): ReportColumn[] =>
  monthsOf(asking).map((month) => {
    const key = columnOf(month);
    const share = asking.criteria.figures === "percentages";
    return {
      key,
      heading: formatMonth(month),
      numeric: true,
      sort: true,
      definition: share
        ? "Locations that filed in the window, as a share of those that needed to and whose window has closed or that have filed."
        : "Locations that filed in the window, including nil returns.",
      cell: (row) => {
        const [met, due] = [Number(row[`${key}_met`]), Number(row[`${key}_due`])];
        return due === 0 ? "Not due" : share ? { share: met / due } : met;
      },
      total: share ? [`${key}_met`, `${key}_due`] : [`${key}_met`],
    };
  });

const userCount: ReportColumn = {
  key: "user_count",
  heading: "User count",
  definition: "People who could file for the location then, including shared accounts.",
  numeric: true,
  sort: true,
  total: ["user_count"],
};

function columns(asking: Asking): readonly ReportColumn[] {
  const { grouping } = asking.criteria;
  if (grouping !== "location")
    return [
      {
        key: "group_name",
        heading: groupingWords[grouping].one,
        sort: true,
        width: 36,
        cell: textCell("group_name", "Not placed"),
      },
      { key: "group_code", heading: "Code", width: 14 },
      { key: "locations", heading: "Locations", numeric: true, sort: true, total: ["locations"] },
      userCount,
      ...groupColumns(asking),
      {
        key: "excused_missed",
        heading: "Missed, excused",
        definition:
          "Missed returns in these windows that the NHS Business Services Authority excused. They still count as missed.",
        numeric: true,
        sort: true,
        total: ["excused_missed"],
      },
    ];
  return [
    ...registerColumns,
    {
      key: "registration",
      heading: "Registration",
      definition: `New for ${newForDays} days after CQC registered the location.`,
      sort: true,
    },
    userCount,
    ...locationColumns(asking),
    {
      key: "excused",
      heading: "Excused months",
      definition: "Months that the NHS Business Services Authority excused. A missed window stays 0.",
      cell: (row) => (typeof row.excused === "string" && row.excused ? row.excused : "None"),
      width: 24,
    },
  ];
}

function registrationSql({ asOf, criteria: { registration } }: Asking): Prisma.Sql {
  const isNew = Prisma.sql`coalesce(l.registered_on > ${dayOf(asOf)}::date - ${newForDays}::int, false)`;
  return registration === "both" ? Prisma.sql`true` : registration === "new" ? isNew : Prisma.sql`not ${isNew}`;
}

function locationsSql(asking: Asking): Prisma.Sql {
  const { asOf, calendar, criteria } = asking;
  const months = monthsOf(asking);
  const { collection } = criteria;
  const owed = owedSql({ collection, months, calendar, asOf, locations: asking.scope });
  const states = months.map((month) => {
    const of = Prisma.sql`max(met) filter (where month = ${`${month}-01`}::date)`;
    const column = columnOf(month);
    return Prisma.sql`${of} as ${named(column)}, (${of} = 1)::int as ${named(`${column}_met`)}, (${of} < 2)::int as ${named(`${column}_due`)}`;
  });
  return Prisma.sql`
    select l.id, ${placeSql}, case when coalesce(l.registered_on > ${dayOf(asOf)}::date - ${newForDays}::int, false) then 'New' else 'Existing' end as registration,
           coalesce(us.users, 0) as user_count, s.*, l.provider_id, l.local_authority_id, l.sub_icb_id,
           (select string_agg(to_char(x.month, 'FMMonth YYYY'), ', ' order by x.month) from excused_month x
             where x.location_id = l.id and x.collection = ${collection}::collection and ${excuseKnownAt(asOf)}) as excused
      from (
        select location_id, ${Prisma.join(states)}, (count(*) filter (where excused and met = 0))::int as excused_missed from (
          select o.location_id, o.month,
                 exists (select from excused_month x where x.location_id = o.location_id and x.month = o.month
                            and x.collection = ${collection}::collection and ${excuseKnownAt(asOf)}) as excused,
                 case when exists (select from "return" r where r.location_id = o.location_id and r.month = o.month
                                      and r.collection = ${collection}::collection and ${countedAt(asOf)}) then 1
                      when o.closes > ${asOf} then 2 else 0 end as met
            from (${owed}) o) m group by location_id) s
      join location l on l.id = s.location_id ${placeJoins}
      left join ${usersOfEach(asOf, asking.scope)} us on us.location_id = l.id
     where ${registrationSql(asking)}`;
}

function source(asking: Asking): Prisma.Sql {
  const { grouping } = asking.criteria;
  if (grouping === "location") return locationsSql(asking);
  const sums = monthsOf(asking).flatMap((month) => {
    const column = columnOf(month);
    return [`${column}_met`, `${column}_due`].map(
      (key) => Prisma.sql`coalesce(sum(l.${named(key)}), 0)::int as ${named(key)}`,
    );
  });
  const shown = monthsOf(asking).map((month) => {
    const column = columnOf(month);
    const [met, due] = [named(`${column}_met`), named(`${column}_due`)];
    return asking.criteria.figures === "numbers"
      ? Prisma.sql`${met} as ${named(column)}`
      : Prisma.sql`${met}::float8 / nullif(${due}, 0) as ${named(column)}`;
  });
  return Prisma.sql`
    select *, ${Prisma.join(shown)} from (
      select g.id, g.code as group_code, g.name as group_name, count(*)::int as locations, sum(l.user_count)::int as user_count,
             sum(l.excused_missed)::int as excused_missed, ${Prisma.join(sums)}
        from (${locationsSql(asking)}) l ${groupJoin(grouping)}
       group by g.id, g.code, g.name) grouped`;
}

/** The report that councils know by this name: who filed in which window. */
export const updateStatus: LibraryReport = {
  key: "update-monthly-status",
  title: "Update monthly status – ASC collection",
  summary:
    "Who filed in each of the last 12 windows (1 if they did, 0 if they did not), and how many users each location has.",
  group: "returns",
  rows: "locations",
  criteria: ["collection", "month", "grouping", "figures", "registration", "search"],
  groupings: [
    "location",
    "local_authority",
    "sub_icb",
    "icb",
    "lrf",
    "nhs_region",
    "ons_region",
    "provider",
    "country",
  ],
  columns,
  source,
  sort: { by: "location" },
  notes: [
    "A location needs to file if its CQC registration covered the whole window. Where it did not, the window is not due.",
    "A return filed after the window closed does not count. A nil return counts.",
    "The total of a percentage is all that filed, divided by all that needed to.",
  ],
};

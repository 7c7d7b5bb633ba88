import type { User } from "@/lib/access/user";
import { db, Prisma, transact } from "@/lib/db";
import { named } from "./named";
import type { Asking, LibraryReport, ReportColumn, ReportRow } from "./report";

/** How a report is ordered and which of its pages is shown. */
export interface Shown {
  by: string;
  descending: boolean;
  page: number;
  size: number;
}

/** The total of each column that has one; null where there is nothing to divide by. */
export type Totals = Readonly<Record<string, number | null>>;

export interface ReportPage {
  rows: ReportRow[];
  total: number;
  page: number;
  totals: Totals;
}

const searchable = ["location", "cqc_id", "provider", "postcode", "group_name", "group_code", "person", "email"];

/** The rows of a report that match what was searched. */
function matchingSql(report: LibraryReport, asking: Asking, columns: readonly ReportColumn[]): Prisma.Sql {
  const search = asking.criteria.search.toLowerCase();
  const sought = columns.filter(({ key }) => searchable.includes(key)).map(({ key }) => named(key));
  if (search === "" || sought.length === 0) return Prisma.sql`select * from (${report.source(asking)}) x`;
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`
    select * from (${report.source(asking)}) x where lower(concat_ws(' ', ${Prisma.join(sought)})) like ${like}`;
}

/** By the column that was chosen, if it is one to sort by, then always the same way. */
function orderSql(report: LibraryReport, columns: readonly ReportColumn[], { by, descending }: Shown): Prisma.Sql {
  const chosen = columns.find(({ key, sort }) => sort && key === by)?.key ?? columns.find(({ sort }) => sort)?.key;
  const direction = descending ? Prisma.sql`desc nulls last` : Prisma.sql`asc nulls first`;
  return chosen ? Prisma.sql`${named(chosen)} ${direction}, id` : Prisma.sql`id`;
}

function totalSql({ total }: ReportColumn): Prisma.Sql {
  const [above, below] = total ?? [];
  if (above === undefined) return Prisma.sql`null::float8`;
  const sum = (column: string) => Prisma.sql`coalesce(sum(${named(column)}), 0)::float8`;
  return below === undefined ? sum(above) : Prisma.sql`${sum(above)} / nullif(${sum(below)}, 0)`;
}

/** One page of a report, how many rows it has in all, and their totals. */
export async function runReport(report: LibraryReport, asking: Asking, shown: Shown): Promise<ReportPage> {
  const columns = report.columns(asking);
  const summed = columns.filter(({ total }) => total);
  const order = orderSql(report, columns, shown);
  const { page, size } = shown;
  const totals = summed.length > 0 ? Prisma.join(summed.map(totalSql)) : Prisma.sql`count(*)::float8`;
  const [read] = await db.$queryRaw<{ rows: ReportRow[] | null; total: number; totals: (number | null)[] }[]>`
    with matching as materialized (${matchingSql(report, asking, columns)}),
    page as (select * from matching order by ${order} limit ${size}
      offset least(${(page - 1) * size}, (greatest((select count(*) from matching), 1) - 1) / ${size} * ${size}))
    select (select json_agg(page order by ${order}) from page) as rows, (select count(*)::int from matching) as total,
           (select json_build_array(${totals}) from matching) as totals`;
  const total = read?.total ?? 0;
  return {
    rows: read?.rows ?? [],
    total,
    page: Math.min(page, Math.max(1, Math.ceil(total / size))),
    totals: Object.fromEntries(summed.map(({ key }, nth) => [key, read?.totals[nth] ?? null])),
  };
}

const atATime = 2_000;

/** Every row of a report in its order, some at a time, so that a national one is never held whole. */
export async function eachRow(
  user: User,
  report: LibraryReport,
  asking: Asking,
  shown: Shown,
  hand: (rows: readonly ReportRow[]) => void,
): Promise<void> {
  const columns = report.columns(asking);
  const order = orderSql(report, columns, shown);
  await transact(
    user,
    "downloaded a report",
    async (tx) => {
      await tx.$executeRaw`
        declare report_rows no scroll cursor for
         select row_to_json(y) as row from (${matchingSql(report, asking, columns)} order by ${order}) y`;
      for (;;) {
        const rows = await tx.$queryRaw<{ row: ReportRow }[]>`fetch forward 2000 from report_rows`;
        hand(rows.map(({ row }) => row));
        if (rows.length < atATime) return;
      }
    },
    { timeout: 300_000 },
  );
}

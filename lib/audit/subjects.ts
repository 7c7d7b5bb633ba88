import { db, Prisma } from "@/lib/db";

/** What an entry of the audit is about, by the names that people know it by. */
export interface AuditSubject {
  name: string;
  /** Where, for what belongs to a place, a provider or an area. */
  place: string | null;
}

const where = Prisma.sql`
  left join location l on l.id = x.location_id left join provider p on p.id = x.provider_id left join area r on r.id = x.area_id`;
const held = Prisma.sql`join account a on a.id = x.account_id`;
const at = Prisma.sql`join location l on l.id = x.location_id`;

/** How each table's rows are named, for those with a number. */
const numbered: Record<string, Prisma.Sql> = {
  account: Prisma.sql`select x.id, x.full_name as name, null as place from account x`,
  access: Prisma.sql`select x.id, a.full_name as name, coalesce(l.name, p.name, r.name) as place from access x ${held} ${where}`,
  access_request: Prisma.sql`
    select x.id, coalesce(a.full_name, g.full_name) as name, coalesce(l.name, p.name, r.name) as place
      from access_request x left join account a on a.id = x.account_id left join registration g on g.id = x.registration_id ${where}`,
  registration: Prisma.sql`select x.id, x.full_name as name, null as place from registration x`,
  email_change: Prisma.sql`select x.id, a.full_name as name, null as place from email_change x ${held}`,
  closing_request: Prisma.sql`select x.id, a.full_name as name, null as place from closing_request x ${held}`,
  saved_search: Prisma.sql`select x.id, a.full_name as name, x.label as place from saved_search x ${held}`,
  support_nomination: Prisma.sql`select x.id, x.full_name as name, null as place from support_nomination x`,
  location: Prisma.sql`select x.id, x.name, null as place from location x`,
  provider: Prisma.sql`select x.id, x.name, null as place from provider x`,
  area: Prisma.sql`select x.id, x.name, null as place from area x`,
  contact: Prisma.sql`select x.id, l.name, l.name as place from contact x ${at}`,
  suitability: Prisma.sql`select x.id, l.name, l.name as place from suitability x ${at}`,
  suitability_price: Prisma.sql`select x.id, l.name, l.name as place from suitability x ${at}`,
  suitability_contract: Prisma.sql`select x.id, l.name, l.name as place from suitability x ${at}`,
  location_note: Prisma.sql`select x.id, l.name, l.name as place from location_note x ${at}`,
  call_outcome: Prisma.sql`select x.id, l.name, l.name as place from call_outcome x ${at}`,
  enquiry: Prisma.sql`select x.id, l.name, l.name as place from enquiry x ${at}`,
  window_extension: Prisma.sql`
    select x.id, to_char(x.month, 'YYYY-MM') as name, l.name as place from window_extension x left join location l on l.id = x.location_id`,
  season: Prisma.sql`select x.id, x.key as name, null as place from season x`,
  collection_switch: Prisma.sql`select x.id, x.collection::text as name, null as place from collection_switch x`,
};

/** The subjects of entries, by table and row, as their rows stand now. Whose row is gone has none. */
export async function auditSubjects(
  entries: readonly { table: string; rowId: string }[],
): Promise<(entry: { table: string; rowId: string }) => AuditSubject | undefined> {
  const found = new Map<string, AuditSubject>();
  for (const table of new Set(entries.map((entry) => entry.table))) {
    const named = numbered[table];
    if (!named) continue;
    const ids = entries.filter((entry) => entry.table === table).map(({ rowId }) => Number(rowId));
    const subjects = await db.$queryRaw<(AuditSubject & { id: number })[]>`${named} where x.id = any(${ids})`;
    for (const { id, name, place } of subjects) found.set(`${table} ${id}`, { name, place });
  }
  return ({ table, rowId }) => found.get(`${table} ${rowId}`);
}

import { db, Prisma } from "@/lib/db";

/** What an entry of the audit is about, by the names that people know it by. */
export interface AuditSubject {
  name: string;
  /** Where, for what belongs to a place, a provider or an area. */
  place: string | null;
}

const where = Prisma.sql`
  left join location l on l.id = x.location_id left join provider p on p.id = x.provider_id left join area r on r.id = x.area_id`;
const whereNamed = Prisma.sql`coalesce(l.name, p.name, r.name)`;

/** Rows of a table that belong to someone's account. */
const ofAccount = (table: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select x.id::text as id, a.full_name as name, null as place from ${table} x join account a on a.id = x.account_id`;

/** Rows of a table that belong to a location. */
const ofLocation = (table: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select x.id::text as id, l.name, null as place from ${table} x join location l on l.id = x.location_id`;

/** Rows of a table that belong to a survey. */
const ofSurvey = (table: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`select x.id::text as id, s.title as name, null as place from ${table} x join survey s on s.id = x.survey_id`;

/** Rows that have a name of their own. */
const named = (table: Prisma.Sql, name: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`select x.id::text as id, x.${name}::text as name, null as place from ${table} x`;

/** Where the location of an entry's row is found: the tables whose rows belong to one. */
const withLocation: Record<string, Prisma.Sql> = {
  accepted_check: Prisma.sql`accepted_check`,
  access: Prisma.sql`access`,
  access_request: Prisma.sql`access_request`,
  call_outcome: Prisma.sql`call_outcome`,
  contact: Prisma.sql`contact`,
  contact_made: Prisma.sql`contact_made`,
  enquiry: Prisma.sql`enquiry`,
  excused_month: Prisma.sql`excused_month`,
  linked_practice: Prisma.sql`linked_practice`,
  location_note: Prisma.sql`location_note`,
  pamms_rating: Prisma.sql`pamms_rating`,
  status_change: Prisma.sql`status_change`,
  suitability: Prisma.sql`suitability`,
  suitability_contract: Prisma.sql`suitability`,
  suitability_price: Prisma.sql`suitability`,
  survey_answer: Prisma.sql`survey_answer`,
  window_extension: Prisma.sql`window_extension`,
  worklist_assignment: Prisma.sql`worklist_assignment`,
};

/** The tables whose entries a search by location finds. */
export const tablesOfLocations = ["location", "own_details", ...Object.keys(withLocation)];

/** What belongs to a location's own record: not what others noted when they rang, asked or chased. */
export const tablesOfRecords = [
  ...["access", "contact", "linked_practice", "location", "location_note", "own_details", "pamms_rating"],
  ...["status_change", "suitability", "suitability_contract", "suitability_price"],
];

/** Is an entry `x` of the audit about one of these locations, or about a row that belongs to one? */
export const rowsOfLocations = (ids: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    [
      Prisma.sql`(x."table" in ('location', 'own_details') and x.row_id in (select l.id::text from location l where l.id in (${ids})))`,
      ...Object.entries(withLocation).map(
        ([table, rows]) =>
          Prisma.sql`(x."table" = ${table} and x.row_id in (select w.id::text from ${rows} w where w.location_id in (${ids})))`,
      ),
    ],
    " or ",
  )})`;

/** How the rows of each table are named, for those with a number. */
const numbered: Record<string, Prisma.Sql> = {
  accepted_check: Prisma.sql`
    select x.id::text as id, to_char(x.month, 'YYYY-MM') as name, l.name as place
      from accepted_check x join location l on l.id = x.location_id`,
  account: named(Prisma.sql`account`, Prisma.sql`full_name`),
  access: Prisma.sql`
    select x.id::text as id, a.full_name as name, ${whereNamed} as place from access x join account a on a.id = x.account_id ${where}`,
  access_request: Prisma.sql`
    select x.id::text as id, coalesce(a.full_name, g.full_name) as name, ${whereNamed} as place
      from access_request x left join account a on a.id = x.account_id left join registration g on g.id = x.registration_id ${where}`,
  api_key: Prisma.sql`
    select x.id::text as id, a.full_name as name, x.label as place from api_key x join account a on a.id = x.account_id`,
  area: named(Prisma.sql`area`, Prisma.sql`name`),
  bed_update: ofLocation(Prisma.sql`bed_update`),
  call_outcome: ofLocation(Prisma.sql`call_outcome`),
  closing_request: ofAccount(Prisma.sql`closing_request`),
  collection_switch: named(Prisma.sql`collection_switch`, Prisma.sql`collection`),
  contact: ofLocation(Prisma.sql`contact`),
  contact_made: ofLocation(Prisma.sql`contact_made`),
  email_change: ofAccount(Prisma.sql`email_change`),
  enquiry: ofLocation(Prisma.sql`enquiry`),
  excused_month: Prisma.sql`
    select x.id::text as id, to_char(x.month, 'YYYY-MM') as name, l.name as place
      from excused_month x join location l on l.id = x.location_id`,
  finding_request: ofAccount(Prisma.sql`finding_request`),
  location: named(Prisma.sql`location`, Prisma.sql`name`),
  linked_practice: Prisma.sql`
    select x.id::text as id, l.name, g.name as place
      from linked_practice x join location l on l.id = x.location_id join location g on g.id = x.practice_id`,
  location_note: ofLocation(Prisma.sql`location_note`),
  own_details: named(Prisma.sql`location`, Prisma.sql`name`),
  pamms_rating: ofLocation(Prisma.sql`pamms_rating`),
  news_item: named(Prisma.sql`news_item`, Prisma.sql`title`),
  provider: named(Prisma.sql`provider`, Prisma.sql`name`),
  return: ofLocation(Prisma.sql`"return"`),
  registration: named(Prisma.sql`registration`, Prisma.sql`full_name`),
  saved_report: Prisma.sql`
    select x.id::text as id, a.full_name as name, x.label as place from saved_report x join account a on a.id = x.account_id`,
  saved_search: Prisma.sql`
    select x.id::text as id, a.full_name as name, x.label as place from saved_search x join account a on a.id = x.account_id`,
  season: named(Prisma.sql`season`, Prisma.sql`key`),
  status_change: ofLocation(Prisma.sql`status_change`),
  suitability: ofLocation(Prisma.sql`suitability`),
  suitability_contract: ofLocation(Prisma.sql`suitability`),
  suitability_price: ofLocation(Prisma.sql`suitability`),
  survey: named(Prisma.sql`survey`, Prisma.sql`title`),
  survey_answer: Prisma.sql`
    select x.id::text as id, l.name, s.title as place
      from survey_answer x join location l on l.id = x.location_id join survey_version v on v.id = x.version_id
      join survey s on s.id = v.survey_id`,
  survey_event: ofSurvey(Prisma.sql`survey_event`),
  survey_version: ofSurvey(Prisma.sql`survey_version`),
  support_nomination: named(Prisma.sql`support_nomination`, Prisma.sql`full_name`),
  worklist_assignment: Prisma.sql`
    select x.id::text as id, a.full_name as name, l.name as place
      from worklist_assignment x join account a on a.id = x.account_id join location l on l.id = x.location_id`,
  window_extension: Prisma.sql`
    select x.id::text as id, to_char(x.month, 'YYYY-MM') as name, l.name as place
      from window_extension x left join location l on l.id = x.location_id`,
  webhook: Prisma.sql`
    select x.id::text as id, split_part(x.address, '/', 3) as name, k.label as place
      from webhook x join api_key k on k.id = x.key_id`,
};

/** The same for those with another key: text that the audit keeps as it is. */
const keyed: Record<string, { key: Prisma.Sql; name: Prisma.Sql; table: Prisma.Sql }> = {
  bank_holiday: { key: Prisma.sql`date::text`, name: Prisma.sql`title`, table: Prisma.sql`bank_holiday` },
  bed_type: { key: Prisma.sql`key`, name: Prisma.sql`label`, table: Prisma.sql`bed_type` },
  setting: { key: Prisma.sql`key`, name: Prisma.sql`key`, table: Prisma.sql`setting` },
};

/** The statement that names these rows of a table by its index; null for a table whose rows have no names. */
function subjectsSql(table: string, ids: readonly string[]): Prisma.Sql | null {
  if (numbered[table]) return Prisma.sql`${numbered[table]} where x.id = any(${ids.map(Number)}::int[])`;
  if (!keyed[table]) return null;
  const { key, name, table: from } = keyed[table];
  return Prisma.sql`select ${key} as id, ${name} as name, null as place from ${from} where ${key} = any(${[...ids]}::text[])`;
}

/** The subjects of entries, by table and row, as their rows stand now. An entry whose row is gone has none. */
export async function auditSubjects(
  entries: readonly { table: string; rowId: string }[],
): Promise<(entry: { table: string; rowId: string }) => AuditSubject | undefined> {
  const found = new Map<string, AuditSubject>();
  for (const table of new Set(entries.map((entry) => entry.table))) {
    const ids = entries.filter((entry) => entry.table === table).map(({ rowId }) => rowId);
    const sql = subjectsSql(table, ids);
    const read = sql ? await db.$queryRaw<(AuditSubject & { id: string })[]>`${sql}` : [];
    for (const { id, name, place } of read) found.set(`${table} ${id}`, { name, place });
  }
  return ({ table, rowId }) => found.get(`${table} ${rowId}`);
}

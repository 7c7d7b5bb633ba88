import type pg from "pg";

interface ColumnOf {
  name: string;
  type: string;
  /** Of an enum its first label. */
  label: string | null;
  key: boolean;
  filled: boolean;
}

const columns = `
  select a.attname as name, format_type(a.atttypid, null) as type,
         (select enumlabel from pg_enum where enumtypid = a.atttypid order by enumsortorder limit 1) as label,
         coalesce(a.attnum = any(i.indkey), false) as key,
         a.attidentity <> '' or a.attgenerated <> '' or d.adbin is not null as filled
    from pg_attribute a
    left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
   order by a.attnum`;

/** A value that a column of that type can hold. */
const valueOf = ({ type, label }: ColumnOf): string | null => {
  if (label !== null) return label;
  if (type === "boolean") return "true";
  if (/^(?:integer|smallint|bigint|numeric|double precision|real)$/.test(type)) return "7";
  if (/^timestamp|^date$/.test(type)) return "2026-11-10";
  if (type === "uuid") return "00000000-0000-4000-8000-000000000007";
  return /^(?:text|character varying)$/.test(type) ? "seven" : null;
};

/**
 * Adds, changes and removes one bare row of a table: whatever else holds it to its place or its values is taken away
 * first, so that its audit is all that is tried. Inside a transaction that is never kept.
 */
export async function writeBare(owner: pg.Client, table: string): Promise<void> {
  const { rows } = await owner.query<ColumnOf>(columns, [table]);
  const { rows: held } = await owner.query<{ name: string }>(
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f', 'x')",
    [table],
  );
  for (const { name } of held) await owner.query(`alter table "${table}" drop constraint "${name}"`);
  for (const { name } of rows.filter(({ key }) => !key))
    await owner.query(`alter table "${table}" alter column "${name}" drop not null`);
  await owner.query(`alter table "${table}" disable trigger user`);
  await owner.query(`alter table "${table}" enable trigger audit_change`);
  const keys = rows.filter(({ key, filled }) => key && !filled);
  const given = keys.map((column) => valueOf(column));
  const places = keys.map((_, at) => `$${at + 1}`).join();
  const { rows: added } = await owner.query<{ ctid: string }>(
    keys.length === 0
      ? `insert into "${table}" default values returning ctid::text`
      : `insert into "${table}" (${keys.map(({ name }) => `"${name}"`).join()}) values (${places}) returning ctid::text`,
    given,
  );
  const changed = rows.find((column) => !column.key && !column.filled && valueOf(column) !== null);
  const other = changed ?? keys[0];
  if (!other) throw new Error(`${table} has nothing to change`);
  const value = changed ? valueOf(changed) : valueOf(other)?.replace("7", "8");
  const { rows: moved } = await owner.query<{ ctid: string }>(
    `update "${table}" set "${other.name}" = $1 where ctid = $2::tid returning ctid::text`,
    [value, added[0]?.ctid],
  );
  await owner.query(`delete from "${table}" where ctid = $1::tid`, [moved[0]?.ctid]);
}

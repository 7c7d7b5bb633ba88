import { allow } from "@/lib/access/policy";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import type { LocationKind } from "@/lib/access/kinds";
import { db, Prisma } from "@/lib/db";
import { notClosedSql } from "@/lib/locations/not-closed";
import { asSearched } from "@/lib/locations/search-queries";
import { isCollection, isMandated } from "@/lib/questions/collections";
import { monthFor } from "@/lib/windows/reporting-window";
import { type ComplianceState, lastSaidSql, type ProvidersWanted, wantedLocations } from "./provider-filters";
import { standingOf, standingOfAll } from "./standing-kept";
import type { StatusKind } from "./status";

/** One location of the list of providers. */
export interface ListedProvider {
  id: number;
  registerId: string;
  name: string;
  postcode: string;
  provider: string;
  types: LocationKind[];
  council: string | null;
  ownership: string | null;
  rating: string | null;
  beds: number;
  /** When it last said something of its beds or hours. */
  saidAt: Date | null;
  /** Monthly returns of this window that have come in. */
  filed: string[];
  says: StatusKind | null;
  compliance: ComplianceState | null;
}

type Row = Omit<ListedProvider, "saidAt" | "compliance"> & { saidAt: string | null };

/** Names in the order of their index, so that the first page need not sort them all. */
const byName = Prisma.sql`${asSearched(Prisma.sql`l.name`)} collate "C"`;
const orders: Record<string, Prisma.Sql> = {
  name: byName,
  provider: Prisma.sql`lower(p.name) collate "C"`,
  council: Prisma.sql`c.name collate "C"`,
  rating: Prisma.sql`array_position(array['Inadequate', 'Requires improvement', 'Good', 'Outstanding'], l.overall_rating)`,
  beds: Prisma.sql`l.beds`,
  updated: lastSaidSql,
};

const provider = Prisma.sql`join provider p on p.id = l.provider_id`;
const statement = Prisma.sql`left join newest_statement n on n.location_id = l.id`;
const council = Prisma.sql`left join area c on c.id = l.local_authority_id`;

/**
 * The locations with no more beside them than the filters, and with `by` the order, ask for: the rest is then read from
 * an index of its own, and for the rows of the page.
 */
function listedFor({ parent, ownership, updated }: ProvidersWanted, by?: string): Prisma.Sql {
  const parts = [Prisma.sql`location l`];
  if (parent || ownership || by === "provider") parts.push(provider);
  if (updated || by === "updated") parts.push(statement);
  if (by === "council") parts.push(council);
  return Prisma.join(parts, " ");
}

/** A condition on `l`, `p` and `n`: what the person sees of what they ask for. Closed locations have left the list. */
async function chosenSql(user: User, wanted: ProvidersWanted, now: Date): Promise<Prisma.Sql> {
  const standing = async (state: ComplianceState) =>
    [...(await standingOfAll(now))].flatMap(([id, stands]) => (stands === state ? [id] : []));
  return Prisma.sql`${locationsVisibleToSql(user)}
    and ${notClosedSql(now)}
    and ${await wantedLocations(wanted, standing, now)}`;
}

/** The locations that someone may see, as they ask for them: one page, and how many there are. */
export async function providerList(
  user: User,
  wanted: ProvidersWanted,
  now: Date,
): Promise<{ rows: ListedProvider[]; total: number; page: number }> {
  allow(user, "see provider records");
  const chosen = await chosenSql(user, wanted, now);
  const pageOf = (page: number) => idsOf(chosen, wanted, (page - 1) * wanted.size, wanted.size);
  const [[counted], asked] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`
      select count(*)::int as total from ${listedFor(wanted)} where ${chosen}`,
    pageOf(wanted.page),
  ]);
  const total = counted?.total ?? 0;
  const page = Math.min(wanted.page, Math.max(1, Math.ceil(total / wanted.size)));
  const ids = page === wanted.page ? asked : await pageOf(page);
  return { rows: await rowsOf(ids, now), total, page };
}

/** Which locations come after `from` others in the order that is asked for; all of them where `size` is null. */
async function idsOf(
  chosen: Prisma.Sql,
  wanted: ProvidersWanted,
  from: number,
  size: number | null,
): Promise<number[]> {
  const { by, descending } = wanted;
  const names = descending ? Prisma.sql`${byName} desc, l.id desc` : Prisma.sql`${byName}, l.id`;
  const order = orders[by] ?? byName;
  const others = Prisma.sql`${order} ${descending ? Prisma.sql`desc nulls last` : Prisma.sql`nulls first`}, l.id`;
  const rows = await db.$queryRaw<{ id: number }[]>`
    select l.id from ${listedFor(wanted, by)}
     where ${chosen} order by ${order === byName ? names : others} limit ${size} offset ${from}`;
  return rows.map(({ id }) => id);
}

/** These locations, in this order. */
async function rowsOf(ids: readonly number[], now: Date): Promise<ListedProvider[]> {
  const [rows, standing] = await Promise.all([
    db.$queryRaw<Row[]>`
    select l.id, l.register_id as "registerId", l.name, l.postcode, p.name as provider, l.types::text[] as types,
           c.name as council, p.ownership, l.overall_rating as rating, l.beds, ${lastSaidSql} as "saidAt",
           array(select r.collection::text from "return" r where r.location_id = l.id
                  and r.month = ${`${monthFor(now)}-01`}::date and r.superseded_at is null and not r.late
                  and r.submitted_at <= ${now} order by 1) as filed,
           (select t.said from status_change t where t.location_id = l.id and t.ended_at is null) as says
      from unnest(${ids}::int[]) with ordinality page(id, nth) join location l on l.id = page.id
      join provider p on p.id = l.provider_id
      left join newest_statement n on n.location_id = l.id left join area c on c.id = l.local_authority_id
     order by page.nth`,
    standingOf(ids, now),
  ]);
  return rows.map((row) => ({
    ...row,
    saidAt: row.saidAt === null ? null : new Date(row.saidAt),
    compliance: standing.get(row.id) ?? null,
  }));
}

/**
 * Every location that is asked for, in pieces: for a file that is written while it is read. Which these are, and in what
 * order, is asked once.
 */
export async function* providersInParts(
  user: User,
  wanted: ProvidersWanted,
  now: Date,
  size = 1000,
): AsyncGenerator<ListedProvider[]> {
  allow(user, "see provider records");
  const chosen = await chosenSql(user, wanted, now);
  const ids = await idsOf(chosen, wanted, 0, null);
  for (let from = 0; from < ids.length; from += size) yield await rowsOf(ids.slice(from, from + size), now);
}

/** A group at a glance: how its locations stand, for those who see a few hundred and no more. */
export interface GroupGlance {
  locations: number;
  filed: number;
  owing: number;
  atRisk: number;
  freeBeds: number;
  wellRated: number;
}

const mostInGroup = 500;

/** The figures of a head office's own locations; null for one location, and for whole areas, which have dashboards. */
export async function groupGlance(user: User, now: Date): Promise<GroupGlance | null> {
  const ofGroups = user.grants.every(({ locationId, providerId }) => (locationId ?? providerId) !== undefined);
  if (!ofGroups || user.grants.length === 0 || user.kind === "support") return null;
  const wanted = { ...everything, size: mostInGroup + 1 };
  const { rows, total } = await providerList(user, wanted, now);
  if (total < 2 || total > mostInGroup) return null;
  const owing = rows.filter(({ compliance }) => compliance !== null);
  const [free] = await db.$queryRaw<{ beds: number }[]>`
    select coalesce(sum(c.accepting), 0)::int as beds
      from newest_statement n join bed_update u on u.id = n.bed_update_id join bed_count c on c.bed_update_id = u.id
     where n.location_id = any(${rows.map(({ id }) => id)}::int[]) and u.open_to_admissions is not false and c.open is not false`;
  return {
    locations: total,
    owing: owing.length,
    filed: owing.filter(({ filed }) => filed.some((one) => isCollection(one) && isMandated(one))).length,
    atRisk: owing.filter(({ compliance }) => compliance !== "on_track").length,
    freeBeds: free?.beds ?? 0,
    wellRated: rows.filter(({ rating }) => rating === "Good" || rating === "Outstanding").length,
  };
}

/** The list without a filter, by name. */
export const everything: ProvidersWanted = {
  ...{
    search: "",
    parent: "",
    ownership: "",
    region: "",
    council: "",
    subIcb: "",
    type: "",
    compliance: "",
    updated: "",
  },
  ...{ by: "name", descending: false, page: 1, size: 25 },
};

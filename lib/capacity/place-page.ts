import { locationsFindableBySql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { dayOf } from "@/lib/london";
import { usualShelfDays } from "./candidates";
import { bedsByTypeSql, type BedsOfType, hoursStaterSql, type Stater, staterSql, type Suits, suitsSql } from "./place";
import { type Service, services } from "./services";

/** Someone to ring or write to, whose name the place has made public. */
export interface PublicContact {
  role: string;
  name: string | null;
  organisation: string | null;
  telephone: string | null;
  email: string | null;
}

/** A rating by CQC: overall or for a key question. */
export interface Rated {
  domain: string;
  rating: string;
  on: string | null;
}

/** Everything that is public about one place. */
export interface PlacePage {
  id: number;
  name: string;
  provider: string;
  services: Service[];
  address: string;
  postcode: string;
  council: string | null;
  latitude: number | null;
  longitude: number | null;
  telephone: string | null;
  website: string | null;
  tradingName: string | null;
  rating: string | null;
  ratedOn: string | null;
  reportUri: string | null;
  registerFacts: { services: string[]; specialisms: string[]; userBands: string[] };
  keyQuestions: Rated[];
  /** Newest first. */
  earlierRatings: Rated[];
  beds: BedsOfType[];
  bedUpdateId: number | null;
  hoursFree: number | null;
  hoursAt: Date | null;
  hoursBy: Stater | null;
  saidAt: Date | null;
  saidBy: Stater | null;
  shelfDays: number;
  ownShelf: boolean;
  doubts: number;
  suits: Suits | null;
  contacts: PublicContact[];
  notes: { text: string; at: string }[];
}

type Row = Omit<PlacePage, "hoursAt" | "saidAt"> & { hoursAt: string | null; saidAt: string | null };

/** One place, as someone looking for a place may see it; null means "not found". */
export const placePage = (user: User, id: number, now: Date): Promise<PlacePage | null> =>
  placeWhere(locationsFindableBySql(user), id, now);

/** The same for any scope, a condition on `l`: a home can see itself as people who search see it. */
export async function placeWhere(scope: Prisma.Sql, id: number, now: Date): Promise<PlacePage | null> {
  const [row] = await db.$queryRaw<{ place: Row }[]>`
    select json_build_object(
      'id', l.id, 'name', l.name, 'provider', p.name, 'services', ${kinds},
      'address', concat_ws(', ', array_to_string(l.address_lines, ', '), l.town, l.county), 'postcode', l.postcode,
      'council', council.name, 'latitude', l.latitude, 'longitude', l.longitude, 'telephone', l.telephone,
      'website', coalesce(own.website, l.website), 'tradingName', own.trading_name, 'rating', l.overall_rating, 'ratedOn', l.rated_on, 'reportUri', l.report_uri,
      'registerFacts', json_build_object('services', coalesce(l.services, '{}'),
        'specialisms', coalesce(l.specialisms, '{}'), 'userBands', coalesce(l.user_bands, '{}')),
      'keyQuestions', (select coalesce(json_agg(${rated} order by array_position(${keyQuestions}, r.domain), r.id), '[]')
                         from rating r where r.location_id = l.id and r.current and r.domain <> 'Overall'),
      'earlierRatings', (select coalesce(json_agg(${rated} order by r.reported_on desc nulls last,
                                  array_position(${keyQuestions}, r.domain) nulls first, r.id), '[]')
                           from rating r where r.location_id = l.id and not r.current),
      'beds', ${bedsByTypeSql(dayOf(now))}, 'bedUpdateId', u.id, 'hoursFree', n.hours_free, 'hoursAt', n.hours_at,
      'hoursBy', ${hoursStaterSql(Prisma.sql`n.hours_at`)},
      'saidAt', u.at, 'saidBy', ${staterSql},
      'shelfDays', coalesce(learnt.days, kind.days, ${usualShelfDays}::float8), 'ownShelf', learnt.days is not null,
      'doubts', (select count(distinct o.organisation) from call_outcome o
                  where o.bed_update_id = u.id and o.result = 'taken'),
      'suits', ${suitsSql},
      'contacts', (select coalesce(json_agg(json_build_object('role', c.role, 'name', c.name,
                            'organisation', c.organisation, 'telephone', c.telephone, 'email', c.email) order by c.id), '[]')
                     from contact c where c.location_id = l.id and c.public and c.ended_at is null),
      'notes', (select coalesce(json_agg(json_build_object('text', m.text, 'at', m.at) order by m.at desc), '[]')
                  from location_note m where m.location_id = l.id and m.ended_at is null)) as place
      from location l join provider p on p.id = l.provider_id
      left join area council on council.id = l.local_authority_id
      left join own_details own on own.location_id = l.id
      left join newest_statement n on n.location_id = l.id
      left join bed_update u on u.id = n.bed_update_id
      left join suitability s on s.id = n.suitability_id
      left join shelf_life learnt on learnt.location_id = l.id
      left join shelf_life_of_kind kind on kind.kind = (${kinds})[1]
     where l.id = ${id} and ${scope} and l.types && ${[...services]}::location_type[]`;
  if (!row) return null;
  const { place } = row;
  const date = (at: string | null) => (at === null ? null : new Date(at));
  return { ...place, hoursAt: date(place.hoursAt), saidAt: date(place.saidAt) };
}

const rated = Prisma.sql`json_build_object('domain', r.domain, 'rating', r.rating, 'on', r.reported_on)`;
const keyQuestions = Prisma.sql`array['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led']`;

/** The kinds of care of location `l`, in the order in which they are offered. */
const kinds = Prisma.sql`array(select kind from unnest(${[...services]}::location_type[]) kind where kind = any(l.types))`;

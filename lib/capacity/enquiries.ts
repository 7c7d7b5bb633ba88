import { findingSettingOnSql } from "@/lib/access/finding-settings";
import { isFilingKind } from "@/lib/access/kinds";
import { locationsFindableBySql, locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

/** "The discharge team of Moorside Infirmary is asking about this bed until 3pm." */
export interface LiveEnquiry {
  id: number;
  locationId: number;
  /** Who is asking: an organisation, never a person. */
  organisation: string;
  /** What type of bed; null for any. */
  bedType: string | null;
  until: Date;
  /** Only the person who asked, the home and its head office, and support read the note. */
  note: string | null;
  isOwn: boolean;
}

/** Who is asking about beds of these locations now, soonest to end first. None while enquiries are switched off. */
export async function enquiriesAbout(user: User, locationIds: readonly number[], now: Date): Promise<LiveEnquiry[]> {
  if (locationIds.length === 0) return [];
  const readsNotes = isFilingKind(user.kind) || user.kind === "parent" || user.kind === "support";
  return db.$queryRaw<LiveEnquiry[]>`
    select e.id, e.location_id as "locationId", e.organisation, t.label as "bedType", e.until, e.by_id = ${user.id} as "isOwn",
           case when e.by_id = ${user.id} or ${readsNotes} and ${locationsVisibleToSql(user)} then e.note end as note
      from enquiry e join location l on l.id = e.location_id left join bed_type t on t.key = e.bed_type_key
     where ${findingSettingOnSql("enquiries")} and e.location_id = any(${[...locationIds]}::int[]) and e.ended_at is null and e.until > ${now}
       and (${locationsFindableBySql(user)} or ${locationsVisibleToSql(user)})
     order by e.until, e.id`;
}

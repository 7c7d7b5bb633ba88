import { db, Prisma } from "@/lib/db";

/** What support has decided about looking for free places. */
export interface FindingSettings {
  /** May finders say that they are asking about a bed? */
  enquiries: boolean;
  /** May everyone who asks to search do so at once, without a decision by support? */
  searchAtOnce: boolean;
  /** Are free places published as open data, for anyone to read? */
  openFeed: boolean;
}

/** The key of each setting. The value "on" switches it on; without a value it is off. */
export const findingKeys = {
  enquiries: "find_enquiries",
  searchAtOnce: "find_at_once",
  openFeed: "find_open_feed",
} as const satisfies Record<keyof FindingSettings, string>;

/** The settings as they stand. */
export async function findingSettings(): Promise<FindingSettings> {
  const rows = await db.setting.findMany({ where: { key: { in: Object.values(findingKeys) } } });
  const isOn = (key: string) => rows.some((row) => row.key === key && row.value === "on");
  return {
    enquiries: isOn(findingKeys.enquiries),
    searchAtOnce: isOn(findingKeys.searchAtOnce),
    openFeed: isOn(findingKeys.openFeed),
  };
}

/** Whether one of the settings is on, as a condition of a larger query: one round trip fewer. */
export const findingSettingOnSql = (setting: keyof FindingSettings): Prisma.Sql =>
  Prisma.sql`exists (select from setting where key = ${findingKeys[setting]} and value = 'on')`;

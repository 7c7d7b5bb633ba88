import { findingKeys, type FindingSettings } from "@/lib/access/finding-settings";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { withdrawPlaces } from "@/lib/capacity/open-feed/publish-places";
import { readReason } from "@/lib/windows/support/reason";

/**
 * Switches enquiries and the open feed on or off, and says whether people who ask to search wait for support. A feed that
 * is switched off is empty at once; one that is switched on fills with the next run of the work that publishes it.
 */
export async function setFindingSettings(
  user: User,
  { reason: typed, ...settings }: FindingSettings & { reason: string },
): Promise<Outcome<null>> {
  allow(user, "change the settings of Find");
  const { reason, problems } = readReason(typed);
  if (problems.length > 0) return refused(...problems);
  await transact(user, reason, async (tx) => {
    for (const name of Object.keys(findingKeys) as (keyof FindingSettings)[]) {
      const key = findingKeys[name];
      const value = settings[name] ? "on" : "off";
      await tx.setting.upsert({ where: { key }, update: { value }, create: { key, value } });
    }
    if (!settings.openFeed) await withdrawPlaces(tx);
  });
  return done(null);
}

import { endSession } from "@/lib/accounts/end-session";
import { openSession } from "@/lib/accounts/open-session";
import { sessionUser } from "@/lib/accounts/session-user";
import { db, system, transact } from "@/lib/db";
import { type Outcome, refused } from "@/lib/outcome";
import { bedLink } from "./bed-link";
import { confirmBeds } from "./confirm-beds";
import { readStatedBeds, type StatedBeds, type StatedBedsRow, statedBedsSql } from "./stated-beds";

export interface PressedBedLink {
  secret: string;
  looked: number;
  fewer?: string | undefined;
  address: string | null;
  browser: string | null;
}

const gone = refused({ message: "This link has expired. Sign in to update your beds" });

/**
 * "Still right", said with the link of a mail: opens a session that is good for this one act, states the figures that were
 * looked at, and ends it. The record shows whose link it was and that it came from a mail.
 */
export async function confirmByLink(pressed: PressedBedLink, now: Date): Promise<Outcome<null>> {
  const { secret, looked, fewer, address, browser } = pressed;
  const link = await bedLink(secret, now);
  if (!link) return gone;
  const { id, account, locationId } = link;
  const opening = {
    holder: account,
    purpose: "confirm_beds",
    remembered: false,
    passwordAt: null,
    address,
    browser,
  } as const;
  const token = await transact(system("bed-link"), "opened a mailed link about beds", (tx) =>
    openSession(tx, opening, now),
  );
  try {
    const live = await sessionUser(token, now);
    if (!live) return gone;
    const confirmed = await confirmBeds(live.user, { locationId, looked, fewer, source: "reminder" }, now);
    if (confirmed.ok)
      await transact(live.user, "used a mailed link about beds", (tx) =>
        tx.bedLink.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } }),
      );
    return confirmed;
  } finally {
    await endSession(token, now);
  }
}

/** What the page of an emailed link shows: the home's newest figures, with the names of its bed types. */
export interface BedsOfLink {
  location: string;
  person: string;
  stated: StatedBeds | null;
  labels: Readonly<Record<string, string>>;
}

/** The newest figures of the location of a live link; null if it has expired. */
export async function bedsOfLink(secret: string, now: Date): Promise<BedsOfLink | null> {
  const link = await bedLink(secret, now);
  if (!link) return null;
  const [row] = await db.$queryRaw<{ name: string; stated: StatedBedsRow | null; labels: Record<string, string> }[]>`
    select l.name, ${statedBedsSql(link.locationId)} as stated,
           (select json_object_agg(key, label order by position) from bed_type) as labels
      from location l where l.id = ${link.locationId}`;
  if (!row) return null;
  return {
    location: row.name,
    person: link.account.name,
    stated: row.stated && readStatedBeds(row.stated),
    labels: row.labels,
  };
}

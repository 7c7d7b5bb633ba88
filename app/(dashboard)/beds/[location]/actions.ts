"use server";
import { z } from "zod";
import { formAction } from "@/lib/web/action";
import { done } from "@/lib/outcome";
import { sendingKey } from "@/lib/returns/sending-key";
import { confirmBeds } from "@/lib/beds/confirm-beds";
import { updateBeds } from "@/lib/beds/update-beds";

const fields = z.record(z.string(), z.string());

/** Saves the beds as they are today. */
export const saveBeds = formAction(fields, async (user, posted, { now }) => {
  const { location = "", key = "", ...typed } = posted;
  const locationId = /^[1-9]\d{0,8}$/.test(location) ? Number(location) : 0;
  const idempotencyKey = sendingKey(key, posted);
  const saved = await updateBeds(user, { locationId, typed, idempotencyKey, source: "form" }, now);
  return saved.ok ? done({ to: `/beds/${locationId}?saved=now` }) : saved;
});

const confirming = z.strictObject({
  location: z.coerce.number().int().positive(),
  looked: z.coerce.number().int().positive(),
});

/** "Still right": the newest figures of a home, confirmed as they stand. */
export const confirmStillSo = formAction(confirming, async (user, { location, looked }, { now }) => {
  const confirmed = await confirmBeds(user, { locationId: location, looked, source: "unchanged" }, now);
  return confirmed.ok ? done({ to: "/home?confirmed=yes" }) : confirmed;
});

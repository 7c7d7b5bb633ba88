"use server";
import { z } from "zod";
import { done } from "@/lib/outcome";
import { assignLocation } from "@/lib/reports/worklist/assign-location";
import { recordContact } from "@/lib/reports/worklist/record-contact";
import { remindLocation } from "@/lib/reports/worklist/remind-location";
import { formAction } from "@/lib/web/action";
import { cameFrom } from "@/app/(dashboard)/areas/worklist/came-from";

const place = { location: z.coerce.number().int().positive(), from: z.string().max(1000).default("") };
const back = (location: number, from: string, said: string) =>
  `/areas/worklist/${location}?from=${encodeURIComponent(cameFrom({ from }))}&said=${said}`;

const calling = z.strictObject({
  ...place,
  result: z.string().max(40).default(""),
  note: z.string().max(5000).default(""),
});

/** Records the result of ringing a location. */
export const keepContact = formAction(calling, async (user, { location, from, ...call }, { now }) => {
  const kept = await recordContact(user, { locationId: location, ...call }, now);
  return kept.ok ? done({ to: back(location, from, "recorded") }) : kept;
});

/** Has a reminder emailed to a location's users and manager. */
export const sendReminder = formAction(z.strictObject(place), async (user, { location, from }, { now }) => {
  const sent = await remindLocation(user, location, now);
  return sent.ok ? done({ to: `${back(location, from, "reminded")}&sent=${sent.value.sent}` }) : sent;
});

const assigning = z.strictObject({ ...place, colleague: z.string().max(12).default("") });

/** Says which colleague rings a location. */
export const assignTo = formAction(assigning, async (user, { location, from, colleague }, { now }) => {
  const assigned = await assignLocation(user, { locationId: location, colleague }, now);
  return assigned.ok ? done({ to: back(location, from, "assigned") }) : assigned;
});

"use server";
import { z } from "zod";
import { enquire, stopEnquiry } from "@/lib/capacity/enquire";
import { recordCall } from "@/lib/capacity/record-call";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";
import { placeHref } from "@/app/(dashboard)/find/back-to-find";

const from = z.string().max(2000).default("");

const fields = z.strictObject({
  location: z.coerce.number().int().positive(),
  looked: z.coerce.number().int().nonnegative(),
  bedType: z.string().max(60).default(""),
  result: z.string().max(40).default(""),
  because: z.string().max(40).default(""),
  from,
});

/** Records the result of a call to a place. */
export const tellOfCall = formAction(fields, async (user, { location, from, ...call }, { now }) => {
  const told = await recordCall(user, { locationId: location, ...call }, now);
  return told.ok ? done({ to: placeHref(location, from, "told=yes") }) : told;
});

const enquiring = z.strictObject({
  location: z.coerce.number().int().positive(),
  bedType: z.string().max(60).default(""),
  until: z.string().max(40).default(""),
  note: z.string().max(1000).default(""),
  from,
});

/** Says that someone is asking about a bed until an hour. */
export const sayAsking = formAction(enquiring, async (user, { location, from, ...asked }, { now }) => {
  const asking = await enquire(user, { locationId: location, ...asked }, now);
  return asking.ok ? done({ to: placeHref(location, from, "asking=yes") }) : asking;
});

const stopping = z.strictObject({
  location: z.coerce.number().int().positive(),
  enquiry: z.coerce.number().int().positive(),
  from,
});

/** Stops asking before the hour. */
export const stopAsking = formAction(stopping, async (user, { location, enquiry, from }, { now }) => {
  const stopped = await stopEnquiry(user, enquiry, now);
  return stopped.ok ? done({ to: placeHref(location, from, "asking=stopped") }) : stopped;
});

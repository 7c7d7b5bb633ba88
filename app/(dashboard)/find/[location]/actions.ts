"use server";
import { z } from "zod";
import { recordCall } from "@/lib/capacity/record-call";
import { done } from "@/lib/outcome";
import { formAction } from "@/lib/web/action";

const fields = z.strictObject({
  location: z.coerce.number().int().positive(),
  looked: z.coerce.number().int().nonnegative(),
  bedType: z.string().max(60).default(""),
  result: z.string().max(40).default(""),
  because: z.string().max(40).default(""),
});

/** Records the result of a call to a place. */
export const tellOfCall = formAction(fields, async (user, { location, ...call }, { now }) => {
  const told = await recordCall(user, { locationId: location, ...call }, now);
  return told.ok ? done({ to: `/find/${location}?told=yes` }) : told;
});

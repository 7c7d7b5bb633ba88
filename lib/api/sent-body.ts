import { z } from "zod";
import { acceptField, reasonField } from "@/lib/questions/accepted";
import { bedField, bedFigures, homeOpenField } from "@/lib/questions/beds";

/** The most that a request of a system may carry, in bytes. */
export const mostSent = 200_000;

const answer = z.union([z.number(), z.boolean(), z.string().max(5000), z.null()]);
const name = z.string().regex(/^\w{1,60}$/);
const bedCount = z.strictObject({
  ...(Object.fromEntries(bedFigures.map((figure) => [figure, answer.optional()])) as Record<
    (typeof bedFigures)[number],
    z.ZodOptional<typeof answer>
  >),
  open: answer.optional(),
});

/** Beds as a system sends them. */
const bedsSent = z.strictObject({ open: answer.optional(), types: z.record(name, bedCount).optional() });

/** The codes of warnings that are accepted, because the figure is right. */
const acceptedSent = z
  .array(z.strictObject({ code: z.string().max(200), reason: z.string().max(500).optional() }))
  .max(200);

/** A return as a system sends it: figures, or that nothing has changed, or that there is nothing to count. */
export const returnSent = z.strictObject({
  answers: z.record(name, answer).optional(),
  beds: bedsSent.optional(),
  unchanged: z.strictObject({ figures: z.string().max(60) }).optional(),
  nil: z.strictObject({ reason: z.string().max(60), note: z.string().max(2000).optional() }).optional(),
  accepted: acceptedSent.optional(),
  /** The reference of the return that the system knows to stand for the month, or null if it knows of none. */
  standing: z.string().max(60).nullable().optional(),
});

type Sent = z.output<typeof returnSent>;
type SentAnswer = z.output<typeof answer>;

/** As a form would hold it: nothing is guessed at, so that the form's own check finds what is wrong with it. */
const typed = (value: SentAnswer): string => {
  if (value === null) return "";
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
};

/** What was sent as the fields of the form, so that one check judges both. */
export function fieldsSent({ answers = {}, beds, accepted = [] }: Pick<Sent, "answers" | "beds" | "accepted">) {
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(answers)) fields[key] = typed(value);
  if (beds?.open !== undefined) fields[homeOpenField] = typed(beds.open);
  for (const [type, count] of Object.entries(beds?.types ?? {}))
    for (const figure of [...bedFigures, "open"] as const) {
      const value = count[figure];
      if (value !== undefined) fields[bedField(type, figure)] = typed(value);
    }
  for (const { code, reason } of accepted) {
    fields[acceptField(code)] = "yes";
    if (reason !== undefined) fields[reasonField(code)] = reason;
  }
  return fields;
}

/** Reads JSON; undefined if the text is not JSON. The database can store neither NUL nor half a character. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === "string" ? Buffer.from(value, "utf8").toString("utf8").replaceAll("\u0000", "") : value,
    );
  } catch {
    return undefined;
  }
}

/** Beds alone, on any day. */
export const bedUpdateSent = z.strictObject({ beds: bedsSent, accepted: acceptedSent.optional() });

/** Which statement was looked at: no one confirms other figures than they saw. */
export const confirmationSent = z.strictObject({ statement: z.int().positive().max(2_000_000_000) });

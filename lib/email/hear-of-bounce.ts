import { Resend } from "resend";
import { z } from "zod";
import { system, transact } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** What Resend tells us about an email that did not arrive. Ours carries its id as a tag. */
const event = z.object({
  type: z.enum(["email.bounced", "email.complained", "email.failed", "email.suppressed"]),
  data: z.object({
    tags: z.object({ message: z.uuid() }),
    bounce: z.object({ message: z.string() }).optional(),
    failed: z.object({ reason: z.string() }).optional(),
    suppressed: z.object({ message: z.string() }).optional(),
  }),
});

const words = {
  "email.bounced": "The recipient’s mail server rejected it permanently",
  "email.complained": "The recipient reported it as spam",
  "email.failed": "It could not be sent",
  "email.suppressed": "Resend no longer sends to this address",
} as const;

/**
 * Marks a message as bounced when Resend, which signs what it posts, says so: signed with RESEND_WEBHOOK_SECRET and not
 * older than five minutes. Heard twice, it is the same. `refused` where the signature is not Resend's.
 */
export async function hearOfBounce(body: string, headers: Headers, now: Date): Promise<"kept" | "nothing" | "refused"> {
  const posted = verified(body, headers);
  if (posted === undefined) return "refused";
  const told = event.safeParse(posted);
  if (!told.success) return "nothing";
  const { type, data } = told.data;
  const because = data.bounce?.message ?? data.failed?.reason ?? data.suppressed?.message;
  const lastError = [words[type], ...(because ? [because] : [])].join(": ").slice(0, 500);
  const { count } = await transact(system("mail"), "bounced", (tx) =>
    tx.email.updateMany({ where: { id: data.tags.message, bouncedAt: null }, data: { bouncedAt: now, lastError } }),
  );
  return count === 1 ? "kept" : "nothing";
}

function verified(payload: string, headers: Headers): unknown {
  const { RESEND_WEBHOOK_SECRET: webhookSecret, RESEND_API_KEY } = env();
  if (!webhookSecret) return undefined;
  const [id = "", timestamp = "", signature = ""] = ["id", "timestamp", "signature"].map(
    (name) => headers.get(`svix-${name}`) ?? "",
  );
  try {
    const { webhooks } = new Resend(RESEND_API_KEY ?? "none");
    return webhooks.verify({ payload, headers: { id, timestamp, signature }, webhookSecret });
  } catch (fault) {
    log.warn({ reason: fault instanceof Error ? fault.message : String(fault) }, "news of a message was not Resend's");
    return undefined;
  }
}

import { createHmac } from "node:crypto";
import { keyedDigest } from "@/lib/tokens";

/** What every secret of a webhook begins with, as Standard Webhooks has it. */
const secretPrefix = "whsec_";

/**
 * The secret that a webhook's nonce stands for: shown once, and worked out again for each signature. The database keeps
 * the nonce alone, with which nothing can be signed without the service's own key.
 */
export const webhookSecretOf = (nonce: string): string =>
  secretPrefix + keyedDigest("webhook", nonce).toString("base64");

/**
 * The headers by which a receiver knows that a body is ours, and which event it is: Standard Webhooks 1.0. Signed with
 * each of the secrets, so that a receiver believes it with any of them.
 */
export function signedHeaders(secrets: readonly string[], id: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secretPrefix.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

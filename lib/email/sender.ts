import { env } from "@/lib/env";

/** The address that messages come from, without the name beside it: what people add to their safe senders. */
export function senderAddress(): string {
  const { MAIL_FROM } = env();
  return /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1]?.trim() ?? MAIL_FROM.trim();
}

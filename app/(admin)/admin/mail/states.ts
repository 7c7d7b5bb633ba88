import type { TagColour } from "@/components/ui";
import type { EmailState } from "@/lib/email/queries";

/** Whether an email was sent, in a word and a colour. */
export const emailStates: Record<EmailState, { label: string; colour: TagColour }> = {
  waiting: { label: "Waiting", colour: "yellow" },
  sent: { label: "Sent", colour: "green" },
  failed: { label: "Failed", colour: "red" },
  bounced: { label: "Bounced", colour: "red" },
};

export const emailStateNames = Object.keys(emailStates) as EmailState[];

/** "registration-approved" as words. */
export const templateLabel = (template: string): string => {
  const words = template.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

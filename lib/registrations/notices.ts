import { formatCount } from "@/lib/format";
import { isPersonalAddress } from "./personal-domains";

/** What the service noticed about a request, for the person who decides it: reasons to look twice. */
export interface NoticedAboutRequest {
  email: string;
  /** People under much the same name who have access here, wait for it, or have an account at some other place. */
  namesakes: { name: string; email: string; where: "here" | "waiting" | "elsewhere" }[];
  /** Other places the same address waits for. */
  elsewhere: string[];
  /** How many people here use an address of the same organisation, and how many there are. */
  sameDomain: number;
  people: number;
  hasApprover: boolean;
  wantsApprover: boolean;
}

const already = {
  here: "already has access here.",
  waiting: "is waiting for access here too.",
  elsewhere: "already has an account, but not here.",
};

/** The same in sentences; none if nothing was noticed. */
export function notices(noticed: NoticedAboutRequest): string[] {
  return [
    isPersonalAddress(noticed.email) &&
      `${noticed.email} is a personal email address, not an organisation’s. Make sure you know whose it is.`,
    !isPersonalAddress(noticed.email) &&
      noticed.people > 0 &&
      noticed.sameDomain === 0 &&
      "No one else here has an email address with this ending. Check that it is spelled correctly.",
    ...noticed.namesakes.map(({ name, email, where }) => `${name} (${email}) ${already[where]} Is it the same person?`),
    noticed.elsewhere.length > 0 &&
      `They have also asked for ${formatCount("other place", noticed.elsewhere.length)}: ${noticed.elsewhere.join(", ")}.`,
    !noticed.hasApprover &&
      !noticed.wantsApprover &&
      "No one here can approve others yet, and this person has not asked to. This location needs an approver first.",
  ].filter((sentence) => sentence !== false);
}

/** What to make sure of before approving anyone. */
export const dueDiligence = [
  "You or someone you trust knows this person, and they work here now.",
  "The email address belongs to your organisation and is spelled correctly: we send login details there.",
  "They need the level of access they have asked for. An approver can approve, reset and remove other people.",
];

import type { TagColour } from "@/components/ui";
import type { AccessLevel } from "@/lib/access/user";
import type { PersonState } from "@/lib/people/person-state";

export const levelLabels: Record<AccessLevel, string> = { standard: "Standard", approver: "Approver" };

/** The state of an account, in a word or two. */
export const personStateLabels: Record<PersonState, string> = {
  closed: "Account closed",
  locked: "Locked",
  waiting: "Login details not used yet",
  "login details expired": "Login details expired",
  "password expired": "Password expired",
  expiring: "Password expires soon",
  well: "Can sign in",
};

export const personStateColours: Record<PersonState, TagColour> = {
  closed: "grey",
  locked: "red",
  waiting: "blue",
  "login details expired": "orange",
  "password expired": "orange",
  expiring: "yellow",
  well: "green",
};

/** What was just done, for the banner above a record. */
export const doneLabels: Record<string, string> = {
  reset: "We have emailed new login details. The old ones no longer work.",
  unlock: "The account is unlocked. Their current password works again.",
  close: "The account is closed. The person can no longer sign in. We have emailed them.",
  "ask-support": "We have sent your message to the support team. They will reply by email.",
  remove: "Their access has ended. We have emailed them.",
  until: "The last day is saved. We have emailed them.",
  level: "Their level of access has changed. We have emailed them.",
  sessions: "They have been signed out everywhere.",
  factor: "The second factor has been reset. We have emailed them.",
  details: "The details have been corrected.",
  given: "They now have access. We have emailed them.",
  opened: "The account is open again. Give access where it is needed.",
  merged: "The two accounts have been merged and the other is closed.",
  answered: "We have emailed your answer.",
  made: "The account has been created. We have emailed the login details.",
};

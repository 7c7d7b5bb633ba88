import type { TagColour } from "@/components/ui";
import type { AccessLevel } from "@/lib/access/user";
import type { PersonState } from "@/lib/people/person-state";

export const levelLabels: Record<AccessLevel, string> = { standard: "Standard", approver: "Approver" };

/** How an account stands, in a word or two. */
export const stateLabels: Record<PersonState, string> = {
  closed: "Account closed",
  locked: "Locked",
  waiting: "Login details not used yet",
  "details ran out": "Login details ran out",
  "password ran out": "Password ran out",
  expiring: "Password runs out soon",
  well: "Can sign in",
};

export const stateColours: Record<PersonState, TagColour> = {
  closed: "grey",
  locked: "red",
  waiting: "blue",
  "details ran out": "orange",
  "password ran out": "orange",
  expiring: "yellow",
  well: "green",
};

/** What was just done, for the banner above a record. */
export const doneLabels: Record<string, string> = {
  reset: "New login details are on their way by email. The earlier ones no longer work.",
  unlock: "The account is unlocked. The password they have works again.",
  close: "The account is closed. The person can no longer sign in, and has been told.",
  "ask-support": "The support team has your message, and answers you by email.",
  remove: "Their access there has ended. They have been told by email.",
  until: "The last day is saved, and they have been told by email.",
  level: "Their level is changed, and they have been told by email.",
  sessions: "They are signed out everywhere.",
  factor: "The second factor is forgotten, and they have been told by email.",
  details: "The details are corrected.",
  given: "They have been given access, and told by email.",
  opened: "The account is open again. Give access where it is needed.",
  merged: "The two accounts are one. The other is closed.",
  answered: "Your answer is on its way by email.",
  made: "The account is made, and login details are on their way by email.",
};

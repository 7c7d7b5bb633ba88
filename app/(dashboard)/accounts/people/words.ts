import { formatNumber } from "@/lib/format";
import { mostInFile, type PeopleShown } from "@/lib/people/queries";

export const showLabels: Record<PeopleShown, string> = {
  all: "Everyone with access",
  approver: "Approvers",
  standard: "Standard users",
  waiting: "Login details not used yet",
  locked: "Locked",
  expiring: "Password expired or expiring soon",
  quiet: "Not signed in for 90 days",
  left: "Previous access",
};

/** Said where a file cannot hold the whole list: beside the links to it, and at its end. */
export const cutOffNote = (total: number): string =>
  `A file can hold up to ${formatNumber(mostInFile)} people, and this list has ${formatNumber(total)}. Search or filter the list and download each part.`;

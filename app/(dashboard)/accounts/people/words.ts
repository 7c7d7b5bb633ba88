import { formatNumber } from "@/lib/format";
import { mostInFile, type PeopleShown } from "@/lib/people/queries";

export const showLabels: Record<PeopleShown, string> = {
  all: "Everybody with access",
  approver: "Approvers",
  standard: "Standard users",
  waiting: "Waiting: login details not used",
  locked: "Locked",
  expiring: "Password runs out soon or has",
  quiet: "Not signed in for 90 days",
  left: "Had access before",
};

/** Said where a file cannot hold the whole list: beside the links to it, and at its end. */
export const cutOff = (total: number): string =>
  `A file holds ${formatNumber(mostInFile)} people at most, and this list has ${formatNumber(total)}. Search or filter, and download each part.`;
